/* The driver's words in a toolchain over a given sysroot, for clang and gcc, and for macOS. */
#ifndef GIVEN_H
#define GIVEN_H

#include <stdbool.h>
#include "plan.h"

/* The toolchain's words, which the caller's may override. */
void given_front(struct plan *p, const struct toolchain *tc, bool cxx);

/* Of a sealed toolchain for macOS the sysroot and the oldest version, where the
 * caller's environment has none. */
void given_macos(struct plan *p, const struct toolchain *tc);

/* The words that must win, for a gcc. */
void given_last(struct plan *p);

/* Whether there are no runtimes for sanitizers and the like: zig has none, the
 * sealed toolchains have none, a driver with its own resources does. */
bool given_lacks_runtimes(const struct toolchain *tc);

#endif
