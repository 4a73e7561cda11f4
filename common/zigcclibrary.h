/* What -l names in a link by "zig cc". */
#ifndef ZIGCCLIBRARY_H
#define ZIGCCLIBRARY_H

#include <stdbool.h>
#include "strv.h"

/* Whether zig has the library itself; *word is then zig's word for it, or NULL when it
 * is a part of every link. */
bool zigcclibrary_own(const char *name, const char **word);

/* The file that -l NAME or -l :NAME stands for, in the first of the directories that has
 * one: a shared object, unless archives only are asked for, or an archive.  NULL when
 * there is none. */
const char *zigcclibrary_find(const struct strv *dirs, const char *name, bool archives);

/* Whether the file is one that a driver names for start-up, or a library of runtime
 * functions, for which zig has its own. */
bool zigcclibrary_runtime(const char *path);

/* Whether it is what calls main. */
bool zigcclibrary_start(const char *path);

/* Whether the loader is the one that zig names anyway. */
bool zigcclibrary_loader(const char *path);

#endif
