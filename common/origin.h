/* Run paths relative to the program that is linked. */
#ifndef ORIGIN_H
#define ORIGIN_H

#include <stdbool.h>

/* "$ORIGIN/..." for a file out that shall find libraries in dir; both as the
 * caller wrote them, absolute or relative to the working directory.  NULL when
 * one is absolute and the other is not, or dir goes above the working directory:
 * nothing can be said then without looking at links.  Below bazel-out it counts
 * only what follows: Bazel shows the same outputs at the execution root, in
 * sandboxes and in the working directory. */
const char *origin_rpath(const char *out, const char *dir);

/* Whether path leads below bazel-out. */
bool origin_is_output(const char *path);

#endif
