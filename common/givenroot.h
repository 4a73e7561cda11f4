/* A toolchain over a given sysroot, Debian's or one like it, instead of one that
 * is made; or over the C library that a gcc has of its own (the command line
 * tool only). */
#ifndef GIVENROOT_H
#define GIVENROOT_H

#include "seal.h"

/* Fill out/sysroot, by a link or from an archive, and out/resource; the lines of
 * sealcc.conf that tell of them.  Ends the process with EXIT_FAILED and one line
 * when the sysroot lacks what the target or the compiler needs. */
const char *givenroot_make(const struct seal *s, const char *out);

/* The same for a gcc. */
const char *gccroot_make(const struct seal *s, const char *out);

/* Make out/sysroot, absolute then; for both. */
const char *givenroot_place(const struct seal *s, const char *out);

#endif
