/* UTF-8 as RFC 3629 has it. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>

/* The length of the UTF-8 sequence that s begins with, 0 when it is none. */
int utf8_length(const char *s);

/* Whether all of s is UTF-8. */
bool utf8_is(const char *s);

#endif
