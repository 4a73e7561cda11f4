/* -l's library in the directories of -L. */
#ifndef LIBRARYFIND_H
#define LIBRARYFIND_H

#include <stdbool.h>
#include <stddef.h>
#include "strv.h"

/* A name that a library's file has: front, the library's name, end. */
struct libraryform {
	const char *front, *end;
	bool archive; /* also found where only archives count */
};

/* The first file that is there: the first directory wins, in it the first of the n
 * forms.  A name that begins with a colon is the file's own.  NULL: nowhere. */
const char *libraryfind(
	const struct strv *dirs, const struct libraryform *form, size_t n, const char *name, bool archives);

#endif
