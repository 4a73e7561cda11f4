/* For the builds with sanitizers: mem.h with one block of malloc an allocation
 * in place of common/mem.c, and a main that copies every argument and variable
 * into a block of its own, so that a read past any end is seen.  The shims'
 * own main is built as shim_main. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/mem.h"

extern char **environ;
int shim_main(int argc, char **argv);

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

static char **copy(char **v)
{
	size_t n = 0;
	while (v[n])
		n++;
	char **out = mem_alloc((n + 1) * sizeof *out);
	while (n--)
		out[n] = mem_dup(v[n], strlen(v[n]));
	return out;
}

int main(int argc, char **argv)
{
	environ = copy(environ);
	return shim_main(argc, copy(argv));
}
