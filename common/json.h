/* Writing JSON strings. */
#ifndef JSON_H
#define JSON_H

#include "out.h"

/* s as a JSON string with its quotes.  A byte that is not UTF-8 is written as
 * \udcNN, as Python's surrogateescape reads and writes it. */
void json_put(struct out *o, const char *s);

/* The n strings as an array. */
void json_array(struct out *o, const char *const *s, size_t n);

/* A member of an object, behind the text before: ", " or "{". */
void json_member(struct out *o, const char *before, const char *name, const char *value);

#endif
