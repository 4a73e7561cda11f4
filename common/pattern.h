/* The shell's patterns: '*', '?', '[a-z]', '[!a-z]' and '\' before any of them;
 * on bytes, as fnmatch does in the C locale without flags. */
#ifndef PATTERN_H
#define PATTERN_H

#include <stdbool.h>

bool pattern_matches(const char *pattern, const char *text);

#endif
