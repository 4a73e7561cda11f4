/* The rows of the tables of architectures: for the files of triple.h only. */
#ifndef TRIPLEROW_H
#define TRIPLEROW_H

#include "triple.h"

enum row {
	X86_64,
	AARCH64,
	ARMV7_HF,
	ARMV7_SF,
	ARM_HF,
	ARM_SF,
	X86,
	RISCV64,
	POWERPC64LE,
	S390X,
	WASM32,
	ROWS,
	LINUX_ROWS = WASM32
};

struct triple_arch {
	const char *name[TRIPLE_ZIG + 1]; /* in each dialect; Debian's is GNU's but for i386 */
	const char *abi;                  /* follows gnu or musl */
	const char *emulation, *kernel;
	const char *pe; /* the emulation for Windows, where there is one */
	unsigned bits;
	bool big_endian;
};

extern const struct triple_arch triple_rows[ROWS];

size_t triple_row(const struct triple *t);

#endif
