/* A toolchain over a given sysroot, Debian's or one like it, instead of one that
 * is made (the command line tool only). */
#ifndef GIVENROOT_H
#define GIVENROOT_H

#include "seal.h"

/* Where libgcc and crtbegin.o of the target are below the sysroot's directory: of
 * several versions of gcc the newest.  Ends the process with EXIT_FAILED and one
 * line when there is none. */
const char *givenroot_gcc(const char *sysroot, const struct triple *t);

/* Make out/sysroot lead to s->sysroot, and fill out/resource. */
void givenroot_make(const struct seal *s, const char *out);

/* The lines of sealcc.conf that tell of it. */
const char *givenroot_conf(const struct seal *s);

#endif
