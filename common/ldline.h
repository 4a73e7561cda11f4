/* What every ld does first: its line with the words of nixpkgs' variables and of
 * response files, paths that are dead repaired on demand. */
#ifndef LDLINE_H
#define LDLINE_H

#include "args.h"
#include "execroot.h"
#include "nixflags.h"
#include "toolchain.h"

/* Stays where it is: the words point to execroot. */
struct ldline {
	struct toolchain tc;
	struct execroot execroot;
	struct nixflags nix;
	struct args a;
};

/* Read the line, when shim_start has opened the toolchain l->tc. */
void ldline_read(struct ldline *l, char **argv);

#endif
