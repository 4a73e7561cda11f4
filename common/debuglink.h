/* The section .gnu_debuglink: the name of a file with debugging information and
 * a checksum of it (gdb's manual, Separate Debug Files). */
#ifndef DEBUGLINK_H
#define DEBUGLINK_H

#include "elf.h"

/* Its contents for the file path, coded as e is.  NULL, or why that file cannot
 * be read. */
const char *debuglink_make(const struct elf *e, const char *path, struct elf_bytes *out);

#endif
