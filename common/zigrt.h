/* zig's compiler-rt, made as gcc's libgcc is (the command line tool only). */
#ifndef ZIGRT_H
#define ZIGRT_H

#include "zigjob.h"

/* In libcompiler_rt.a of the sysroot: hide every symbol, so that a shared
 * object neither exports them nor has them replaced; and where the C library is
 * a shared one, keep what it has too (memcpy, floor, ...) for compiler-rt's own
 * use, or its plain versions would stand in for the C library's. */
void zigrt_mend(const struct job *j);

#endif
