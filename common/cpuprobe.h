/* Asking a compiler about processors (the command line tool only). */
#ifndef CPUPROBE_H
#define CPUPROBE_H

#include "backend.h"

/* End the process with EXIT_USAGE and one line that names what is possible,
 * unless b's compiler takes option (-march=..., -mcpu=...; NULL when given is not
 * even a name) for t.  given is what the user wrote. */
void cpuprobe_check(const struct backend *b, const struct triple *t, const char *option, const char *given);

#endif
