/* What only zig can make for a Windows target, laid out as MinGW is: headers,
 * start-up objects, the C runtime, import libraries, compiler-rt, libunwind,
 * libc++ (the command line tool only). */
#ifndef ZIGPE_H
#define ZIGPE_H

#include "zigjob.h"

/* Fill the sysroot and the resource directory, whose directories are made.
 * Ends the process with EXIT_FAILED and one line when zig lacks something. */
void zigpe_make(const struct job *j);

#endif
