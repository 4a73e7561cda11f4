/* A linker's --dependency-file: what the output is made of, for make. */
#ifndef DEPFILE_H
#define DEPFILE_H

#include <stdbool.h>
#include "strv.h"

/* Write to path the rule of the output, and one for each input, so that one that is
 * gone is no error for make.  False with errno when that cannot be. */
bool depfile_write(const char *path, const char *output, const struct strv *input);

#endif
