/* The rows of the tables of architectures: triple.c and triplefacts.c only. */
#ifndef TRIPLEROW_H
#define TRIPLEROW_H

#include "triple.h"

enum row { X86_64, AARCH64, ARMV7_HF, ARMV7_SF, ARM_HF, ARM_SF, X86, RISCV64, POWERPC64LE, S390X, ROWS };

size_t triple_row(const struct triple *t);

#endif
