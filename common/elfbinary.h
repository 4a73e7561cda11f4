/* Plain bytes to ELF and back: objcopy's target "binary". */
#ifndef ELFBINARY_H
#define ELFBINARY_H

#include "elfedit.h"

/* Whether binutils' name of an ELF target is known here. */
bool elfbinary_target(const char *name);

/* Whether e is of the target with that name. */
bool elfbinary_matches(const char *name, const struct elf *e);

/* The name of e's target, or "elf" when it is none of those. */
const char *elfbinary_name(const struct elf *e);

/* An object of a target with the bytes in .data, between the symbols
 * _binary_FILE_start and _binary_FILE_end. */
struct elf_bytes elfbinary_make(const char *target, const char *file, struct elf_bytes bytes);

struct elfbinary_gaps {
	unsigned char fill;
	uint64_t pad_to; /* an address, or 0 */
};

/* What a loader would put into memory, from the lowest address on.  NULL, or
 * why that cannot be written. */
const char *elfbinary_flatten(const struct elfedit *x, const struct elfbinary_gaps *g, struct elf_bytes *out);

#endif
