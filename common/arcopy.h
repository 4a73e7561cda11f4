/* Archives through strip and objcopy: every ELF member changed, every other one
 * as it is, and the index made anew when there was one. */
#ifndef ARCOPY_H
#define ARCOPY_H

#include "copyoptions.h"

/* NULL, or why the archive at path with these bytes cannot be copied. */
const char *arcopy(const struct copyoptions *o, const char *path, struct elf_bytes in, struct elf_bytes *out);

#endif
