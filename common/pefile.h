/* Telling the objects and programs of Windows and macOS from other files. */
#ifndef PEFILE_H
#define PEFILE_H

#include <stdbool.h>
#include "elf.h"

/* What to say of a file for Windows or macOS where only ELF is read; NULL for others. */
const char *pefile_refusal(struct elf_bytes file);

#endif
