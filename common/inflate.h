/* Reading what zlib compressed (RFC 1950 and 1951). */
#ifndef INFLATE_H
#define INFLATE_H

#include "elf.h"

/* Give the uncompressed bytes to take, piece by piece; a piece is gone when take
 * returns.  False when the bytes are damaged, or would become more than most; what
 * came before that has been given.  The checksum is not looked at. */
bool inflate_zlib(
	struct elf_bytes in, uint64_t most, void (*take)(void *arg, struct elf_bytes piece), void *arg);

#endif
