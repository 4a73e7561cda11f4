/* The machine that -m names to a linker. */
#ifndef EMULATION_H
#define EMULATION_H

#include "toolchain.h"

/* End the process with EXIT_FAILED and one line unless it is the toolchain's. */
void emulation_check(const struct toolchain *tc, const char *emulation);

#endif
