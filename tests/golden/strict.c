/* For the builds with sanitizers: a main that copies every argument and variable
 * into a block of its own, so that a read past any end is seen. */
#include <string.h>

#include "../../common/mem.h"

extern char **environ;
int shim_main(int argc, char **argv);

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

#undef main /* which is defined as shim_main for the shims' */
int main(int argc, char **argv)
{
	environ = copy(environ);
	return shim_main(argc, copy(argv));
}
