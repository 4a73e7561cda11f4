/* A linker call as MinGW's tools write it, as lld-link's. */
#ifndef MINGW_H
#define MINGW_H

#include "args.h"
#include "plan.h"

/* Plan the call, for a toolchain whose linker is lld-link.  Ends the process
 * with one line: EXIT_USAGE for what is no option or lacks its value,
 * EXIT_FAILED for what lld-link cannot do, another machine, or a library that is
 * nowhere. */
void mingw_plan(struct plan *p, const struct toolchain *tc, const struct args *a);

#endif
