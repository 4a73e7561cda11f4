/* A linker call as clang's driver writes it for ld64, as zig's. */
#ifndef MACHOLINK_H
#define MACHOLINK_H

#include "args.h"
#include "zigwork.h"
#include "plan.h"

/* Plan the call.  Ends the process with one line: EXIT_USAGE for what is no option
 * or lacks its value, EXIT_FAILED for what zig cannot do, another machine, or a
 * library or framework that is nowhere; with 0 when only the version is asked for. */
void macholink_plan(struct plan *p, struct zigwork *w, const struct toolchain *tc, const struct args *a);

#endif
