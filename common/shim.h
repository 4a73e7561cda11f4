/* What every shim does first. */
#ifndef SHIM_H
#define SHIM_H

#include "toolchain.h"

/* Open and check the toolchain that argv[0] stands in and name the program in
 * messages; its base name.  A call without argv[0] ends with EXIT_BAD_CONF. */
const char *shim_start(struct toolchain *tc, int argc, char **argv);

/* The same for a program that works without the toolchain's backend, which is
 * not looked at. */
const char *shim_open(struct toolchain *tc, int argc, char **argv);

#endif
