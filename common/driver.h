/* A call of cc or c++: what it is asked, and the driver call that answers it. */
#ifndef DRIVER_H
#define DRIVER_H

#include <stdbool.h>
#include "args.h"
#include "plan.h"

/* Plan the call.  cxx chooses the C++ driver.  Ends the process with
 * EXIT_FAILED and one line where the toolchain cannot do what is asked: another
 * target, a static glibc link without static libraries, a runtime it lacks. */
void driver_plan(struct plan *p, const struct toolchain *tc, const struct args *a, bool cxx);

#endif
