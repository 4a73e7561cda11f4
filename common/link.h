/* A call of ld: by the driver for every link, by build systems directly, or by
 * rustc as a bare linker. */
#ifndef LINK_H
#define LINK_H

#include <stdbool.h>
#include "args.h"
#include "plan.h"

/* Plan the linker call.  Ends the process with EXIT_FAILED and one line when
 * -m names the emulation of another target. */
void link_plan(struct plan *p, const struct toolchain *tc, const struct args *a);

#endif
