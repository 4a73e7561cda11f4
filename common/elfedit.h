/* An ELF file on its way to another: which sections and symbols stay, what they
 * hold and are called, and the new file's bytes.
 *
 * A file that is loaded (one with program headers) keeps all bytes of its
 * segments where they are; the rest is laid out anew behind them.  Everything
 * that counts sections or symbols is counted again.  Functions give NULL, or why
 * they cannot do their part. */
#ifndef ELFEDIT_H
#define ELFEDIT_H

#include "elf.h"
#include "strtab.h"

struct elfedit_section {
	struct elf_section h; /* offset, size, link and info are set at the end */
	const char *name;
	struct elf_bytes data; /* what it shall hold */
	bool keep;
	bool added;      /* has no number in the old file */
	bool changed;    /* data are not the old file's */
	bool emptied;    /* becomes SHT_NOBITS (--only-keep-debug) */
	uint32_t number; /* in the new file */
};

struct elfedit_symbol {
	struct elf_symbol s;
	const char *name;
	bool keep;
	bool needed;     /* by a relocation or a group */
	uint32_t number; /* in the new file */
	size_t text;     /* in its string table */
};

struct elfedit {
	const struct elf *elf;
	struct elfedit_section *section; /* [0] is the empty one */
	size_t n, old_n;
	struct elfedit_symbol *symbol; /* [0] is the empty one */
	size_t symbols;
	size_t symtab; /* its section, or 0 */
	bool only_debug;
};

const char *elfedit_open(struct elfedit *x, const struct elf *e);

/* Add a section; room for count was asked for by elfedit_reserve. */
void elfedit_reserve(struct elfedit *x, size_t count);
void elfedit_add(struct elfedit *x, const char *name, uint32_t type, uint64_t flags, uint64_t align,
	struct elf_bytes data);

/* Drop sections that are of no use without the ones that are dropped: their
 * relocations, groups without members, an empty symbol table's strings. */
void elfedit_drop_dependents(struct elfedit *x);

/* Mark the symbols that the relocations and groups that stay need. */
const char *elfedit_mark_needed(struct elfedit *x);

/* The new file. */
const char *elfedit_write(struct elfedit *x, struct elf_bytes *out);

/* For elfwrite.c: is it a section of relocations that the symbol table's
 * symbols are in, and not the dynamic linker's? */
bool elfedit_is_relocations(const struct elfedit *x, const struct elfedit_section *s);

#endif
