/* What only zig can make for a macOS target, laid out as an SDK is: headers,
 * libSystem's stub, compiler-rt, libc++ (the command line tool only). */
#ifndef ZIGMACHO_H
#define ZIGMACHO_H

#include "zigjob.h"

/* Fill the sysroot, the resource directory and zig-lib, which is all that zig's
 * linker reads of zig's own files.  Ends the process with EXIT_FAILED and one line
 * when zig lacks something. */
void zigmacho_make(const struct job *j);

#endif
