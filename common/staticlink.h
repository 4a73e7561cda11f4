/* Static executables: what a link gets by default, and what cannot be. */
#ifndef STATICLINK_H
#define STATICLINK_H

#include "call.h"

/* End the process with EXIT_FAILED and one line when a static program is asked
 * for and the sysroot has only shared C libraries. */
void staticlink_check(const struct call *c);

/* The option to add, or to put in the place of the caller's -pie or -no-pie, so that a musl
 * executable is static unless the caller said otherwise, or NULL.  Dynamic by: -dynamic, a shared object
 * among the inputs, a -l that only a shared object answers, a loader of the caller's. */
const char *staticlink_word(const struct call *c);

#endif
