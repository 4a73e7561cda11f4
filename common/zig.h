/* Finding a zig and asking it about itself (the command line tool only). */
#ifndef ZIG_H
#define ZIG_H

#include <stdbool.h>
#include <stddef.h>
#include "triple.h"

struct zig {
	const char *path; /* the program itself, absolute */
	const char *lib;  /* its lib directory */
	const char *version;
	const char *size; /* of the program, in decimal */
	const char *by;   /* what named it: "--zig", "SEALCC_ZIG", "PATH", "the Python package ziglang" */
};

/* Find zig: given when it is not NULL, else $SEALCC_ZIG, else zig in PATH, else
 * the Python package ziglang.  Ends the process with EXIT_NOT_FOUND and one
 * line that says how to get one, or with EXIT_CANNOT_RUN when it does not
 * answer. */
void zig_find(struct zig *z, const char *given);

/* The same, but the status instead of an end, 0 when found, with the first and
 * the last part of the line. */
int zig_look(struct zig *z, const char *given, const char **why, const char **advice);

/* The i-th glibc version z has stubs of, ascending, as major and minor; false
 * past the end.  Source: zig's lib/libc/glibc/abilists. */
bool zig_glibc(const struct zig *z, size_t i, unsigned *major, unsigned *minor);

#endif
