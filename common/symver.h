/* Symbol versions of a dynamic symbol table (the LSB's Symbol Versioning). */
#ifndef SYMVER_H
#define SYMVER_H

#include "elf.h"

struct symver {
	const struct elf *elf;
	struct elf_bytes numbers; /* .gnu.version */
	const char **defs;        /* by number: the definitions' names */
	const char **needs;       /* by number: the names that other objects define */
	bool base;                /* number 1 is the object's own name */
};

/* The versions that go with symbol table t; all absent when it has none. */
void symver_open(struct symver *v, const struct elf_symbols *t);

/* The version of symbol number i with that name, and whether it is hidden (not
 * the default of this object); NULL when there is none to show. */
const char *symver_name(const struct symver *v, size_t i, const char *symbol, bool *hidden);

#endif
