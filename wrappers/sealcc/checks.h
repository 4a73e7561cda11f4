/* The checks of "sealcc doctor": each adds what it finds. */
#ifndef CHECKS_H
#define CHECKS_H

#include "finding.h"

/* Where zig is (given: by --zig, or NULL), and whether it can be sealed. */
void check_zig(struct findings *f, const char *given);

/* Other compilers than zig: clang with an lld, and gccs by target. */
void check_compilers(struct findings *f);

/* The cache, and the toolchains in it. */
void check_cache(struct findings *f);

/* cargo, rustc, and the targets it has a standard library of. */
void check_rust(struct findings *f);

/* qemu in PATH and in the kernel's binfmt_misc. */
void check_emulators(struct findings *f);

/* Variables of the user's that a build would take. */
void check_variables(struct findings *f);

#endif
