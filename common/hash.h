/* FNV-1a, 64 bits: tells toolchains apart; no protection against anybody who
 * wants two to look alike.  Source: draft-eastlake-fnv. */
#ifndef HASH_H
#define HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START 0xcbf29ce484222325u

/* h continued over the n bytes at p. */
static inline uint64_t hash_bytes(uint64_t h, const char *p, size_t n)
{
	for (const char *end = p + n; p < end; p++)
		h = (h ^ (unsigned char)*p) * 0x100000001b3u;
	return h;
}

#endif
