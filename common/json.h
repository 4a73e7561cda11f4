/* Writing JSON strings to standard output. */
#ifndef JSON_H
#define JSON_H

/* s as a JSON string with its quotes.  A byte that is not UTF-8 is written as
 * \udcNN, as Python's surrogateescape reads and writes it. */
void json_string(const char *s);

#endif
