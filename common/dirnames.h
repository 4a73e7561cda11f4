/* What a directory holds, for a shim: libc's opendir would bring malloc into it. */
#ifndef DIRNAMES_H
#define DIRNAMES_H

#include "strv.h"

/* The names in the directory at path but those that begin with a dot, in ascending
 * order; none when it cannot be read. */
void dirnames_list(struct strv *out, const char *path);

#endif
