/* What a program, library, object file or archive is and needs: facts, read from
 * its bytes; nothing is run and no instruction is looked at.
 *
 * Safe on any bytes: what lies outside of the file reads as absent. Strings point
 * into the bytes, which must outlive the facts. */
#ifndef INSPECT_H
#define INSPECT_H

#include "buildpath.h"
#include "machine.h"
#include "strv.h"

enum inspect_format {
	INSPECT_UNKNOWN,
	INSPECT_ELF,
	INSPECT_MACHO,
	INSPECT_COFF,
	INSPECT_PE,
	INSPECT_BITCODE,
	INSPECT_ARCHIVE,  /* ar's */
	INSPECT_UNIVERSAL /* Mach-O for several machines */
};

enum inspect_kind { INSPECT_NONE, INSPECT_OBJECT, INSPECT_PROGRAM, INSPECT_SHARED, INSPECT_CORE };

enum inspect_answer { INSPECT_UNSAID, INSPECT_NO, INSPECT_YES };

/* A version of symbols that the file needs from a library, and which symbols. */
struct inspect_version {
	const char *name;    /* "GLIBC_2.34" */
	const char *library; /* "libc.so.6" */
	bool weak;           /* the loader does not insist on it */
	struct strv symbols;
};

struct inspect {
	const char *name;   /* of the file, or FILE(MEMBER) */
	const char *damage; /* what is wrong with it, or NULL */
	enum inspect_format format;
	enum inspect_kind kind;

	const struct machine *machine; /* NULL: not in the table */
	unsigned machine_number, bits;
	bool big;
	const char *os;         /* "linux", "macos", ...; NULL when that is not told */
	const char *os_version; /* the oldest it is for, or NULL */
	const char *abi;        /* of the machine, where there are several: "hard-float"; or NULL */

	bool pie, is_static; /* of a program */
	bool symbols, debug; /* it has a symbol table, debugging information */
	bool relro, now, textrel, relr;
	enum inspect_answer execstack;
	const char *libc;                                         /* "glibc", "musl", "bionic", or NULL */
	const char *loader, *soname, *rpath, *runpath, *build_id; /* or NULL */
	struct strv needed;
	size_t exported;

	struct inspect_version *version;
	size_t versions;

	/* Of a static program: relocations that choose a function at start-up, and those
	 * that start-up cannot apply (staticout.h). */
	size_t irelative, wrong;
	unsigned wrong_type;
	const char *wrong_symbol;

	unsigned isa_needed, isa_used; /* x86-64 levels 1 to 4; 0 when that is not told */
	struct strv features;          /* that all of its code keeps to: "IBT", "BTI", ... */

	struct buildpaths paths;
	const char *unsearched; /* the first section that could not be searched for paths, or NULL */

	struct inspect *member; /* of an archive */
	size_t members;
};

/* Look at the bytes of the file name. Paths that match a pattern of allowed, which
 * may be NULL, are not collected. */
void inspect(struct inspect *f, const char *name, struct elf_bytes bytes, const struct strv *allowed);

const char *inspect_format_name(enum inspect_format format);
const char *inspect_kind_name(enum inspect_kind kind);

/* "x86_64", or "machine 1234". */
const char *inspect_machine_name(const struct inspect *f);

/* The highest version that the file insists on whose name begins with family
 * ("GLIBC_") and a digit; NULL when there is none. */
const struct inspect_version *inspect_highest(const struct inspect *f, const char *family);

/* For each format: its facts, into f, whose name and paths are set. */
void inspect_elf(struct inspect *f, struct elf_bytes bytes);
void inspect_macho(struct inspect *f, struct elf_bytes bytes);
void inspect_coff(struct inspect *f, struct elf_bytes bytes);
void inspect_pe(struct inspect *f, struct elf_bytes bytes);

#endif
