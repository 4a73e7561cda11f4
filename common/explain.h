/* Printing a plan instead of running it. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "environ.h"
#include "plan.h"

/* Print p on standard output and end the process: 0, or EXIT_FAILED when output
 * fails.  "sealcc explain" reads it: a line is a name, a blank and a value, in
 * which newlines are \n and a backslash is doubled.
 *
 *   toolchain, target, backend, called   once, called only where it is not the path
 *   word                                 one of the command line
 *   dropped                              one of the caller's that is not in it
 *   cleared                              a variable that is taken away, NAME=value
 *   rule, was                            of the word before: its rule, and what the caller gave
 */
_Noreturn void explain_plan(const struct plan *p, const struct toolchain *tc, const struct environment *e);

#endif
