/* Run paths relative to the program that is linked. */
#ifndef ORIGIN_H
#define ORIGIN_H

/* "$ORIGIN/..." for a file out that shall find libraries in dir; both as the
 * caller wrote them, absolute or relative to the working directory.  NULL when
 * one is absolute and the other is not, or dir goes above the working directory:
 * nothing can be said then without looking at links. */
const char *origin_rpath(const char *out, const char *dir);

#endif
