#include <stdlib.h>

#include "../../common/mem.h"
#include "cache.h"

const char *cache_directory(void)
{
	const char *own = getenv("SEALCC_CACHE"), *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	if (own && *own)
		return own;
	if (xdg && *xdg)
		return mem_cat(xdg, "/sealcc", NULL);
	return home && *home ? mem_cat(home, "/.cache/sealcc", NULL) : NULL;
}
