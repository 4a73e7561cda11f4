/* A sysroot from Debian packages that may stand anywhere (the command line tool
 * only).
 *
 * What compiling and linking needs is kept, with each package's copyright; /lib
 * is /usr/lib, as in Debian since 12.  Absolute links become relative, and linker
 * scripts name what stands beside them without a directory, so that nothing of
 * the host is meant even where --sysroot is forgotten. */
#ifndef SYSROOT_H
#define SYSROOT_H

#include "strv.h"

/* Unpack the packages into the directory dir, which is made.  Ends the process
 * with EXIT_FAILED and one line when a package cannot be unpacked, or is none. */
void sysroot_unpack(const char *dir, const struct strv *packages);

/* Make the tree under dir relocatable and leave out what is not needed. */
void sysroot_settle(const char *dir);

/* Unpack an archive that tar reads, with a sysroot at its top or in the one
 * directory there, into the directory dir, and make that relocatable; nothing is
 * left out but devices.  Ends the process as sysroot_unpack does. */
void sysroot_unpack_archive(const char *dir, const char *archive);

#endif
