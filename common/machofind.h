/* Where ld64 finds a library that is named -lNAME, and a framework. */
#ifndef MACHOFIND_H
#define MACHOFIND_H

#include <stdbool.h>
#include "strv.h"

/* Whether the library is a part of libSystem, by another of its names. */
bool machofind_system(const char *name);

/* The file of library name in one of the directories dirs: in each one a dylib
 * first, then an archive.  NULL when there is none. */
const char *machofind_library(const struct strv *dirs, const char *name);

/* Whether one of the directories dirs has the framework name. */
bool machofind_framework(const struct strv *dirs, const char *name);

#endif
