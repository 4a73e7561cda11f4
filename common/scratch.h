/* A directory for the files of one call, without the allocator that opendir brings
 * along: a sixth of a shim. */
#ifndef SCRATCH_H
#define SCRATCH_H

#include <stdbool.h>
#include <stddef.h>

/* Make the directory path.  EXIT_FAILED when that cannot be done. */
void scratch_make(const char *path);

/* Remove it and all below it, as far as possible. */
void scratch_remove(const char *path);

/* Write n bytes at p to the file path, which is made unless it is there.  False, with
 * errno, when that cannot be done. */
bool scratch_write(const char *path, const void *p, size_t n);

#endif
