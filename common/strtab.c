#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "strtab.h"

struct strtab_entry {
	const char *text;
	size_t n;
	uint32_t offset;
};

size_t strtab_add(struct strtab *t, const char *text)
{
	if (t->n == t->cap) {
		struct strtab_entry *old = t->entry;
		t->cap = t->cap ? t->cap * 2 : 64;
		t->entry = mem_alloc(t->cap * sizeof *t->entry);
		if (old)
			memcpy(t->entry, old, t->n * sizeof *old);
	}
	t->entry[t->n] = (struct strtab_entry){ text, strlen(text), 0 };
	return t->n++;
}

/* By the texts read backwards, longer ones first: a text comes right behind
 * those that end with it. */
static int by_end(const void *a, const void *b)
{
	const struct strtab_entry *x = *(struct strtab_entry *const *)a,
				  *y = *(struct strtab_entry *const *)b;
	for (size_t i = 1; i <= x->n && i <= y->n; i++) {
		int order = (unsigned char)x->text[x->n - i] - (unsigned char)y->text[y->n - i];
		if (order)
			return order;
	}
	return (x->n < y->n) - (x->n > y->n);
}

static bool ends_with(const struct strtab_entry *x, const struct strtab_entry *end)
{
	return x->n >= end->n && memcmp(x->text + x->n - end->n, end->text, end->n) == 0;
}

void strtab_finish(struct strtab *t)
{
	size_t size = 1;
	struct strtab_entry **order = mem_alloc((t->n + 1) * sizeof *order), *last = NULL;
	for (size_t i = 0; i < t->n; i++) {
		order[i] = &t->entry[i];
		size += t->entry[i].n + 1;
	}
	qsort(order, t->n, sizeof *order, by_end);
	char *p = mem_alloc(size), *out = p + 1;
	for (size_t i = 0; i < t->n; i++) {
		struct strtab_entry *x = order[i];
		if (!x->n)
			continue;
		if (last && ends_with(last, x)) {
			x->offset = last->offset + (uint32_t)(last->n - x->n);
			continue;
		}
		x->offset = (uint32_t)(out - p);
		memcpy(out, x->text, x->n + 1);
		out += x->n + 1;
		last = x;
	}
	t->bytes = (struct elf_bytes){ (unsigned char *)p, (size_t)(out - p) };
}

uint32_t strtab_offset(const struct strtab *t, size_t i)
{
	return t->entry[i].offset;
}
