/* strip and objcopy: from a file to its changed copy. */
#ifndef COPYFILE_H
#define COPYFILE_H

#include "copyoptions.h"

/* Copy one file as the options say; in and out may be the same.  False when that
 * failed: a line has been said, and what was at out is still there. */
bool copyfile(const struct copyoptions *o, const char *in, const char *out);

/* The changed copy of an ELF file's bytes; NULL, or why there is none. */
const char *copyfile_elf(
	const struct copyoptions *o, const char *name, struct elf_bytes in, struct elf_bytes *out);

#endif
