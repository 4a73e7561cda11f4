#include <string.h>

#include "text.h"

bool text_begins(const char *s, const char *prefix)
{
	while (*prefix && *s == *prefix)
		s++, prefix++;
	return *prefix == '\0';
}

bool text_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);
	return n >= m && strcmp(s + n - m, suffix) == 0;
}

const char *text_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

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
	const char *so = text_find(text_base(path), ".so");
	while (so && so[3] != 0 && so[3] != '.')
		so = text_find(so + 1, ".so");
	return so;
}
