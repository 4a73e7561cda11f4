/* Writing JSON strings. */
#ifndef JSON_H
#define JSON_H

#include "out.h"

/* s as a JSON string with its quotes.  A byte that is not UTF-8 is written as
 * \udcNN, as Python's surrogateescape reads and writes it. */
void json_put(struct out *o, const char *s);

#endif
