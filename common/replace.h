/* Putting new bytes in the place of a file, so that whatever happens either the
 * old or the new file is there. */
#ifndef REPLACE_H
#define REPLACE_H

#include <stdbool.h>
#include <sys/stat.h>
#include "elf.h"

/* Write bytes as the file path with mode and owner of *like, and its times too
 * when keep_times.  They are written beside it and renamed; a symbolic link is
 * followed, a file with several names is overwritten once the new bytes are on
 * the disk, and what is no ordinary file (/dev/stdout) is written to.  NULL, or
 * why that failed: then nothing has changed. */
const char *replace_file(const char *path, struct elf_bytes bytes, const struct stat *like, bool keep_times);

/* The same for a file that has no forerunner: its mode is that of new files. */
const char *replace_new(const char *path, struct elf_bytes bytes);

#endif
