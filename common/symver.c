/* Both lists are read once into tables by number; a list that a damaged file
 * makes circular or endless is cut off at as many steps as there are numbers. */
#include <string.h>

#include "mem.h"
#include "symver.h"

enum { VER_HIDDEN = 0x8000, VER_NUMBER = 0x7fff, VER_BASE = 1, NUMBERS = VER_NUMBER + 1 };
/* Elf32 and Elf64 have the same Verdef, Verdaux, Verneed and Vernaux. */
enum { DEF_SIZE = 20, DEF_AUX_SIZE = 8, NEED_SIZE = 16, NEED_AUX_SIZE = 16 };

struct list {
	struct symver *v;
	struct elf_bytes b, names;
	size_t steps; /* that are left */
};

static bool open_list(struct list *l, struct symver *v, uint32_t type)
{
	size_t i = elf_find_type(v->elf, type, 0);
	*l = (struct list){ .v = v, .steps = NUMBERS };
	if (!i)
		return false;
	struct elf_section s = elf_section(v->elf, i);
	l->b = elf_contents(v->elf, &s);
	if (s.link < v->elf->shnum) {
		struct elf_section strings = elf_section(v->elf, s.link);
		l->names = elf_contents(v->elf, &strings);
	}
	return l->b.p != NULL;
}

static size_t get(const struct list *l, size_t offset, size_t size)
{
	return (size_t)elf_get(l->v->elf, l->b.p + offset, size);
}

/* A record of size lies at offset, and there is a step left to look at it. */
static bool step(struct list *l, size_t offset, size_t size)
{
	if (!l->steps || offset > l->b.n || size > l->b.n - offset)
		return false;
	l->steps--;
	return true;
}

static void read_defs(struct list *l)
{
	for (size_t offset = 0, next = 1; next && step(l, offset, DEF_SIZE); offset += next) {
		size_t n = get(l, offset + 4, 2) & VER_NUMBER, aux = offset + get(l, offset + 12, 4);
		next = get(l, offset + 16, 4);
		if (!step(l, aux, DEF_AUX_SIZE))
			continue;
		l->v->defs[n] = elf_string(l->names, get(l, aux, 4));
		if (n == 1)
			l->v->base = get(l, offset + 2, 2) == VER_BASE;
	}
}

static void read_need(struct list *l, size_t need)
{
	size_t offset = need + get(l, need + 8, 4);
	for (size_t next = 1; next && step(l, offset, NEED_AUX_SIZE); offset += next) {
		l->v->needs[get(l, offset + 6, 2) & VER_NUMBER] = elf_string(l->names, get(l, offset + 8, 4));
		next = get(l, offset + 12, 4);
	}
}

static void read_needs(struct list *l)
{
	for (size_t offset = 0, next = 1; next && step(l, offset, NEED_SIZE); offset += next) {
		read_need(l, offset);
		next = get(l, offset + 12, 4);
	}
}

void symver_open(struct symver *v, const struct elf_symbols *t)
{
	struct list l;
	*v = (struct symver){ .elf = t->elf };
	size_t i = elf_find_type(t->elf, SHT_GNU_VERSYM, 0);
	if (!i || elf_section(t->elf, i).link != t->section)
		return;
	struct elf_section s = elf_section(t->elf, i);
	v->defs = mem_alloc(NUMBERS * sizeof *v->defs);
	v->needs = mem_alloc(NUMBERS * sizeof *v->needs);
	bool defs = open_list(&l, v, SHT_GNU_VERDEF);
	if (defs)
		read_defs(&l);
	bool needs = open_list(&l, v, SHT_GNU_VERNEED);
	if (needs)
		read_needs(&l);
	if (defs || needs)
		v->numbers = elf_contents(t->elf, &s);
}

const char *symver_name(const struct symver *v, size_t i, const char *symbol, bool *hidden)
{
	*hidden = false;
	if (i >= v->numbers.n / 2)
		return NULL;
	size_t n = (size_t)elf_get(v->elf, v->numbers.p + i * 2, 2);
	*hidden = n & VER_HIDDEN;
	n &= VER_NUMBER;
	const char *def = v->defs[n];
	if (n == 0 || (n == 1 && (!def || v->base)))
		return NULL;
	if (def) /* a version's own symbol has no version */
		return strcmp(def, symbol) == 0 ? NULL : def;
	*hidden = true; /* another object's: a symbol that was copied from it */
	return v->needs[n] ? v->needs[n] : "<corrupt>";
}
