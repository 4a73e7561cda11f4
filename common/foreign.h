/* Telling the objects and programs of Windows and macOS from other files. */
#ifndef FOREIGN_H
#define FOREIGN_H

#include "elf.h"

/* What to say of a file that is no ELF file, where only such are read: why, but for
 * those of Windows and macOS. */
const char *foreign_refusal(struct elf_bytes file, const char *why);

#endif
