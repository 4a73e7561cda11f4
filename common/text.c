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
