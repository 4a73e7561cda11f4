#include <string.h>

#include "text.h"

const char *text_find(const char *s, const char *part)
{
	size_t n = strlen(part);
	for (; *s; s++)
		if (strncmp(s, part, n) == 0)
			return s;
	return n ? NULL : s;
}

const char *text_shared(const char *path)
{
	const char *slash = strrchr(path, '/'), *so = text_find(slash ? slash : path, ".so");
	while (so && so[3] != 0 && so[3] != '.')
		so = text_find(so + 1, ".so");
	return so;
}
