/* libc++ for a sealed toolchain, from zig's sources (the command line tool only). */
#ifndef ZIGCXX_H
#define ZIGCXX_H

#include "zigjob.h"

/* Fill the sysroot with libc++'s headers, libc++.a, and libc++.so.1 in a
 * directory of its own, usr/lib/shared; libc++abi is part of each.  The C
 * sysroot and the resource directory must be complete. */
void zigcxx_make(const struct job *j);

/* libc++'s headers only. */
void zigcxx_headers(const struct job *j);

#endif
