/* Names of symbols or sections that options gave: literal, or patterns of the
 * shell's kind, where one that begins with '!' takes out what it matches. */
#ifndef NAMELIST_H
#define NAMELIST_H

#include <stdbool.h>
#include "strv.h"

struct namelist {
	struct strv name;
};

void namelist_add(struct namelist *l, const char *name);

/* Add the first word of each line of a file; '#' starts a comment.  Ends the
 * process with EXIT_FAILED when it cannot be read. */
void namelist_add_file(struct namelist *l, const char *path);

bool namelist_has(const struct namelist *l, const char *name, bool patterns);

/* The words of a file, line by line: two a line where pairs, and otherwise the
 * second of each pair is "".  The same failure. */
struct strv namelist_words(const char *path, bool pairs);

#endif
