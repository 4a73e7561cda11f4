/* The growable argument vector; grown blocks are left behind (mem.h). */
#include <stdint.h>
#include <string.h>

#include "mem.h"
#include "say.h"
#include "strv.h"

void strv_init(struct strv *a, size_t cap)
{
	if (cap >= SIZE_MAX / sizeof *a->v)
		die(EXIT_CANNOT_RUN, "memory: a list of %u words is too long", cap);
	a->v = mem_alloc((cap + 1) * sizeof *a->v);
	a->n = 0;
	a->cap = cap;
}

void strv_grow(struct strv *a)
{
	struct strv old = *a;
	strv_init(a, old.cap ? old.cap * 2 : 16);
	if (old.n) /* a zeroed list has no v */
		memcpy(a->v, old.v, old.n * sizeof *old.v);
	a->n = old.n;
}

void strv_append(struct strv *a, const char *const *v)
{
	while (*v)
		strv_push(a, *v++);
}
