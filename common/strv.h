/* A NULL-terminated list of words: v[n] is NULL at all times, also when the
 * list is empty.  Words are borrowed: never copied, never freed, and must
 * outlive the list. */
#ifndef STRV_H
#define STRV_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct strv {
	const char **v;
	size_t n, cap;
};

/* Make a empty, with room for cap words. */
void strv_init(struct strv *a, size_t cap);

/* Make room for one more word; does not return when there is no memory. */
void strv_grow(struct strv *a);

/* Append s.  Here because a shim does little else. */
static inline void strv_push(struct strv *a, const char *s)
{
	if (a->n == a->cap)
		strv_grow(a);
	a->v[a->n++] = s;
	a->v[a->n] = 0;
}

/* Append every word of the NULL-terminated v. */
void strv_append(struct strv *a, const char *const *v);

/* Whether s is one of the words.  Here because it is small only where it is compiled so. */
static inline bool strv_has(const struct strv *a, const char *s)
{
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->v[i], s) == 0)
			return true;
	return false;
}

#endif
