/* objcopy's words for the flags of a section: "alloc,readonly,code". */
#ifndef SECTIONFLAGS_H
#define SECTIONFLAGS_H

#include "elfedit.h"

/* Read a list of words.  False when one of them is none. */
bool sectionflags_read(const char *text, uint64_t *flags, bool *contents);

/* Give s the flags that a list says, and zeros as contents where it had none
 * and shall have some.  NULL, or why not. */
const char *sectionflags_set(struct elfedit_section *s, const char *text);

#endif
