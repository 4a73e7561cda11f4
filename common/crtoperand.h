/* Start-up objects that are named without a directory. */
#ifndef CRTOPERAND_H
#define CRTOPERAND_H

#include "toolchain.h"

/* The toolchain's file that the operand word means; NULL when it means itself. */
const char *crtoperand(const struct toolchain *tc, const char *word);

#endif
