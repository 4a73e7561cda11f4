/* What only zig can make for WASI, laid out as a WASI SDK is: headers, wasi-libc,
 * compiler-rt, libc++ (the command line tool only). */
#ifndef ZIGWASI_H
#define ZIGWASI_H

#include "zigjob.h"

/* Fill the sysroot and the resource directory.  Ends the process with EXIT_FAILED and
 * one line when zig lacks something. */
void zigwasi_make(const struct job *j);

#endif
