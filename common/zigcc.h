/* A linker call for ELF as clang's driver writes it, in the words of "zig cc". */
#ifndef ZIGCC_H
#define ZIGCC_H

#include "args.h"
#include "plan.h"
#include "zigwork.h"

/* Plan the call; false when it is none for zig's driver: it makes an object or a
 * program without a C library, or only asks.  Then lld alone is to do it, the program
 * lld of the toolchain.  Ends the
 * process with one line: EXIT_USAGE for an option that lacks its value, EXIT_FAILED
 * for what zig cc cannot do, another machine, or a library that is nowhere. */
bool zigcc_plan(struct plan *p, struct zigwork *w, const struct toolchain *tc, const struct args *a);

#endif
