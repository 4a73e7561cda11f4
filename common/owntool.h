/* Tools that zig has none of: run what sealcc.conf names for them, or be them. */
#ifndef OWNTOOL_H
#define OWNTOOL_H

#include "toolchain.h"

/* Become the tool t with the caller's arguments when the toolchain has one;
 * with SEALCC_EXPLAIN say what would run.  Else return. */
void owntool_exec(const struct toolchain *tc, const struct tool *t, char **argv);

#endif
