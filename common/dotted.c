#include <string.h>

#include "dotted.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool dotted_is(const char *s)
{
	for (;;) {
		if (!is_digit(*s))
			return false;
		while (is_digit(*s))
			s++;
		if (!*s)
			return true;
		if (*s++ != '.')
			return false;
	}
}

/* The digits at *s without zeros in front, their number, and *s moved behind
 * them and a dot. */
static const char *part(const char **s, size_t *n)
{
	while (**s == '0')
		++*s;
	const char *digits = *s;
	while (is_digit(**s))
		++*s;
	*n = (size_t)(*s - digits);
	*s += **s == '.' && is_digit((*s)[1]);
	return digits;
}

int dotted_compare(const char *a, const char *b)
{
	while (is_digit(*a) || is_digit(*b)) {
		size_t n, m;
		const char *x = part(&a, &n), *y = part(&b, &m);
		int order = n != m ? (n > m) - (n < m) : memcmp(x, y, n);
		if (order)
			return order;
	}
	return 0;
}
