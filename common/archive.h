/* A call of ar or ranlib. */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <stdbool.h>
#include "plan.h"

/* Plan the call. */
void archive_plan(struct plan *p, const struct toolchain *tc, const char *const *argv, bool ranlib);

#endif
