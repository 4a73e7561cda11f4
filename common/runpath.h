/* "rpath = origin": a shared object that was found by repairing its path,
 * or that is an output of Bazel, is found again when the program runs from where it was built. */
#ifndef RUNPATH_H
#define RUNPATH_H

#include "option.h"
#include "plan.h"

/* Append a run path for each such library to the line p, whose words options
 * explains; joined is "-Wl,-rpath," for a driver and "-rpath=" for ld. */
void runpath_add(
	struct plan *p, const struct toolchain *tc, const struct option_table *options, const char *joined);

#endif
