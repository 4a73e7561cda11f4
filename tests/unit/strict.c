/* mem.h with one block of malloc an allocation, in place of common/mem.c, so
 * that AddressSanitizer sees a read past the end of any string. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/mem.h"

void *mem_alloc(size_t size)
{
	void *p = calloc(1, size);
	if (!p)
		abort();
	return p;
}

char *mem_dup(const char *s, size_t n)
{
	char *p = mem_alloc(n + 1);
	memcpy(p, s, n);
	return p;
}

char *mem_cat(const char *s, ...)
{
	va_list ap;
	size_t n = strlen(s);
	char *out = mem_dup(s, n);
	va_start(ap, s);
	for (const char *p; (p = va_arg(ap, const char *));) {
		size_t more = strlen(p);
		char *longer = mem_alloc(n + more + 1);
		memcpy(longer, out, n);
		memcpy(longer + n, p, more);
		free(out);
		out = longer;
		n += more;
	}
	va_end(ap);
	return out;
}
