/* A call of ld: by the driver for every link, by build systems directly, or by
 * rustc as a bare linker. */
#ifndef LINK_H
#define LINK_H

#include <stdbool.h>
#include "args.h"
#include "plan.h"
#include "staticline.h"

/* Plan the linker call; whether it makes a static glibc program, of which *s then
 * tells: run such a one by staticrun.  Ends the process with EXIT_FAILED and one
 * line when -m names the emulation of another target, or a static program is
 * given a shared object that has no archive. */
bool link_plan(struct plan *p, struct staticline *s, const struct toolchain *tc, const struct args *a);

#endif
