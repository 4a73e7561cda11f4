/* The environment a backend gets: the caller's, less what would let the host
 * in behind the toolchain's back. */
#ifndef ENVIRON_H
#define ENVIRON_H

#include "strv.h"

struct environment {
	struct strv env;     /* for execve */
	struct strv cleared; /* what was taken out, as NAME=value */
	const char *explain; /* the value of SEALCC_EXPLAIN, or NULL */
};

/* Also counts how deep shims are nested (SEALCC_DEPTH) and ends the process
 * with EXIT_CANNOT_RUN when a shim's backend is a shim, which would never end. */
void environ_clean(struct environment *e);

#endif
