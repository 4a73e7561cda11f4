/* What callers say to clang and a gcc does not know. */
#ifndef GCCOPTION_H
#define GCCOPTION_H

#include "call.h"

/* Stands for a word that is left out. */
extern const char gccoption_left_out[];

/* The caller's word i as gcc shall see it, to holding those before and rule their
 * rules; *id is its rule, "" when gcc knows it.  What gcc itself shall refuse
 * stays.  Says one line when a link loses something; ends the process with
 * EXIT_FAILED where that is forbidden (strict = yes) or nothing can stand for it. */
const char *gccoption_word(
	const struct call *c, size_t i, const struct strv *to, const struct strv *rule, const char **id);

#endif
