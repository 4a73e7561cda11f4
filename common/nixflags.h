/* The variables of nixpkgs' compiler wrapper, for a toolchain whose sealcc.conf
 * says nix = yes: a derivation's NIX_CFLAGS_COMPILE names the headers of what it
 * depends on, NIX_LDFLAGS the libraries.
 *
 * Each counts twice, by its name and with _<target>, the triple with _ for -:
 * NIX_LDFLAGS_aarch64_unknown_linux_gnu.  Words are parted by blanks, and no
 * quotes are read.  Source: nixpkgs, pkgs/build-support/cc-wrapper and
 * bintools-wrapper. */
#ifndef NIXFLAGS_H
#define NIXFLAGS_H

#include "plan.h"
#include "strv.h"
#include "toolchain.h"

enum nixflags_program { NIXFLAGS_CC, NIXFLAGS_LD };

struct nixflags {
	struct strv line; /* the command line with them, argv[0] first, in one piece as the kernel gives it */
	struct strv variable; /* per word of it: where it is from, or "" */
};

/* argv with the words of the variables that the program reads: argv itself when
 * they do not count, or the call is the driver's own. */
void nixflags_read(
	struct nixflags *f, const struct toolchain *tc, enum nixflags_program program, char **argv);

/* Name the rule of the words in p that are from variables. */
void nixflags_mark(struct plan *p, const struct nixflags *f);

#endif
