/* What a directory holds, for a shim: libc's opendir would bring malloc into it. */
#ifndef DIRNAMES_H
#define DIRNAMES_H

#include "strv.h"

/* The names in the directory at path but "." and "..", in ascending order; none when
 * it cannot be read.  flags: 0, or O_NOFOLLOW for none of what a symbolic link leads to. */
void dirnames_list(struct strv *out, const char *path, int flags);

#endif
