/* Where GNU ld for Windows finds a library that is named -lNAME. */
#ifndef PELIBRARY_H
#define PELIBRARY_H

#include <stdbool.h>
#include "strv.h"

/* The file of library name in one of the directories dirs: an import library
 * first, then an archive, then a DLL itself; with archives only an archive or
 * what another maker's archive is called.  ":FILE" is the file of that name.
 * NULL when there is none.  Where the name as written is nowhere, the same in
 * small letters counts, since Windows does not tell them apart. */
const char *pelibrary_find(const struct strv *dirs, const char *name, bool archives);

#endif
