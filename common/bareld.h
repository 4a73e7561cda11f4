/* rustc with a bare linker: -Clinker=<triple>-ld, or -Clinker-flavor=ld.
 *
 * rustc then writes an ld line without crt objects, loader and C library
 * directories, since it expects a linker that needs none; a hosted program
 * needs them all.  Such a line is rewritten for the driver, which has them. */
#ifndef BARELD_H
#define BARELD_H

#include <stdbool.h>
#include "args.h"
#include "toolchain.h"

/* Whether the words are an ld line by rustc: it names rustc's own objects
 * (symbols.o in a rustcXXXXXX directory, *.rcgu.o) and options that no driver
 * takes (--as-needed, --eh-frame-hdr, ...). */
bool bareld_is(const struct args *a);

/* The same line for the driver, in place; response files are opened. */
void bareld_to_driver(struct args *a, bool windows);

/* For an ld: when the words are such a line, and no cc has written it, become the
 * toolchain's cc; else return. */
void bareld_hand_over(const struct args *a, const struct toolchain *tc, char **argv);

#endif
