/* The import libraries of Windows' DLLs, from the definitions that zig ships
 * (the command line tool only). */
#ifndef ZIGIMPORT_H
#define ZIGIMPORT_H

#include "zigjob.h"

/* Make libNAME.a in the sysroot for every NAME.def that zig has for the target. */
void zigimport_make(const struct job *j);

#endif
