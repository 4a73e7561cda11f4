/* What only zig can make for a target, laid out as a sysroot and a clang
 * resource directory: headers, start-up objects, libc or its stubs,
 * compiler-rt, libunwind, libc++ (the command line tool only). */
#ifndef ZIGROOT_H
#define ZIGROOT_H

#include "seal.h"

/* Another number for every change of what is made: part of the fingerprint. */
#define ZIGROOT_RECIPE "7"

/* Fill out/sysroot and out/resource, with work (absolute, made and left to the
 * caller to remove) for zig's caches.  Ends the process with EXIT_FAILED and
 * one line when zig does not do its part. */
void zigroot_make(const struct seal *s, const char *out, const char *work);

#endif
