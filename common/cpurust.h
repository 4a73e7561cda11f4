/* Processors and levels in rustc's words (the command line tool only). */
#ifndef CPURUST_H
#define CPURUST_H

#include "triple.h"

/* The flags for rustc that say what option (-march=x86-64-v3, -mcpu=neoverse-n1,
 * -march=armv8.2-a, as cpu_level_option writes them) says to clang, but never
 * more than that: NULL when rustc has no words for it.
 *
 * rustc knows no levels of aarch64; their extensions that programs may use take
 * the place, by the names that stable rustc has for them. */
const char *cpurust_flags(const struct triple *t, const char *option);

#endif
