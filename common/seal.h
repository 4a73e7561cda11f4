/* Making a sealed toolchain (the command line tool only).
 *
 * The directory is made under a temporary name beside its place and renamed
 * into it; makers of the same directory wait for each other on a lock file,
 * which the kernel releases when one is killed, and the next one clears away
 * what it left. */
#ifndef SEAL_H
#define SEAL_H

#include <stdbool.h>
#include "backend.h"

struct seal {
	const char *dir; /* where the toolchain shall be */
	const struct backend *backend;
	struct triple target;       /* with a floor when its libc is glibc and made from zig */
	const char *sysroot;        /* a given one, absolute; NULL: one is made from zig, or gcc's own */
	const char *sysroot_digest; /* it is an archive with this digest; NULL: a directory */
	const char *stdlib;         /* the C++ library that is asked for, or NULL */
	const char *cpu;            /* an option (-march=...), or NULL */
	const char *cpu_name;       /* what the user wrote for it */
	bool cxx;                   /* with a C++ library */
	bool cxx_shared;            /* and programs use its shared library */
	bool nix;                   /* nix = yes in its sealcc.conf */
	bool quiet;                 /* no progress */
};

/* Sixteen hex digits over all that goes into the toolchain but the place of
 * zig, into buf of size 17; buf. */
char *seal_fingerprint(const struct seal *s, char *buf);

/* A line of sealcc.conf by which this sealcc knows its own toolchains for t. */
const char *seal_maker(const struct triple *t);

/* Make the toolchain, unless one with this fingerprint stands there: then
 * false.  Ends the process with EXIT_FAILED and one line when it cannot be
 * made or something else stands there; nothing is left behind then. */
bool seal_make(const struct seal *s);

#endif
