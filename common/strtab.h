/* A string table under construction: each text once, and a text that is the end
 * of another inside that one. */
#ifndef STRTAB_H
#define STRTAB_H

#include "elf.h"

struct strtab_entry;

struct strtab {
	struct strtab_entry *entry;
	size_t n, cap;
	struct elf_bytes bytes; /* after strtab_finish */
};

/* Add a text, which must outlive the table; its number. */
size_t strtab_add(struct strtab *t, const char *text);

/* Lay the table out.  Nothing may be added after that. */
void strtab_finish(struct strtab *t);

/* Where text number i stands. */
uint32_t strtab_offset(const struct strtab *t, size_t i);

#endif
