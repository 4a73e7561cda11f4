/* The parts of looking at an ELF file; each fills its facts of f. */
#ifndef INSPECTELF_H
#define INSPECTELF_H

#include "elfload.h"
#include "inspect.h"

/* What the dynamic section tells. */
struct inspect_dynamic {
	bool present;
	struct elf_bytes strings;
	uint64_t symtab, versym, verneed, verneednum, hash, gnu_hash, flags, flags_1;
	bool debug, now, textrel;
};

/* From the notes: the system, the build's id, properties of the code. */
void inspectelf_notes(struct inspect *f, const struct elf *e);

/* Exported symbols, and the versions that are needed with their symbols. */
void inspectelf_symbols(struct inspect *f, const struct elf *e, const struct inspect_dynamic *d);

/* Paths in sections, or in segments when there are no sections. */
void inspectelf_paths(struct inspect *f, const struct elf *e);

#endif
