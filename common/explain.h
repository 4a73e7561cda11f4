/* Printing a plan instead of running it. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "environ.h"
#include "plan.h"

/* Print p as text, or as one JSON object when e->explain is "json", on standard
 * output and end the process: 0, or EXIT_FAILED when output fails. */
_Noreturn void explain_plan(const struct plan *p, const struct toolchain *tc, const struct environment *e);

#endif
