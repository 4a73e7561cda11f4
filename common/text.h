/* Looking into strings. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>

bool text_begins(const char *s, const char *prefix);
bool text_ends(const char *s, const char *suffix);

/* What follows the last slash of a path; all of it when there is none. */
const char *text_base(const char *path);

/* strstr for short texts: libc's, which is fast for long ones, would be a
 * fiftieth of a shim. */
const char *text_find(const char *s, const char *part);

/* The ".so" in the name of a file that is named like a shared object, libx.so or
 * libx.so.1; NULL when it is not. */
const char *text_shared(const char *path);

#endif
