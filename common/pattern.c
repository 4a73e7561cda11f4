/* libc's fnmatch knows every alphabet and would double the size of a shim. */
#include <stddef.h>

#include "pattern.h"

/* The set that starts behind '['; its end, or NULL when it has none. */
static const char *in_set(const char *p, char c, bool *found)
{
	bool negated = *p == '!' || *p == '^', in = false;
	p += negated;
	for (const char *start = p; *p && (*p != ']' || p == start); p++) {
		if (*p == '\\' && p[1])
			p++;
		char low = *p, high = low;
		if (p[1] == '-' && p[2] && p[2] != ']') {
			p += 2;
			p += *p == '\\' && p[1];
			high = *p;
		}
		in = in ||
		     ((unsigned char)c >= (unsigned char)low && (unsigned char)c <= (unsigned char)high);
	}
	*found = in != negated;
	return *p ? p + 1 : NULL;
}

/* One character of the text against one of the pattern; what is behind that in
 * the pattern, or NULL. */
static const char *one(const char *p, char c)
{
	bool found;
	const char *end = *p == '[' ? in_set(p + 1, c, &found) : NULL;
	if (end)
		return found ? end : NULL;
	if (*p == '?')
		return p + 1;
	if (*p == '\\' && p[1])
		p++;
	return *p == c ? p + 1 : NULL;
}

/* Going back to the last '*' alone is enough, as everywhere. */
bool pattern_matches(const char *pattern, const char *text)
{
	const char *star = NULL, *from = NULL;
	while (*text || *pattern) {
		const char *next;
		if (*pattern == '*') {
			star = ++pattern;
			from = text;
		} else if (*text && *pattern && (next = one(pattern, *text))) {
			pattern = next;
			text++;
		} else if (star && *from) {
			pattern = star;
			text = ++from;
		} else {
			return false;
		}
	}
	return true;
}
