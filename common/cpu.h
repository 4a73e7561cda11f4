/* Names of processors and of architecture levels, in each dialect.
 *
 * zig writes cortex_a72 and x86_64_v3, rustc and clang cortex-a72 and
 * x86-64-v3; -march=generic+v8_2a is zig's armv8.2-a.  The shims hand names on
 * in clang's spelling.  Sources: clang --print-supported-cpus, zig's
 * lib/std/Target, the x86-64 psABI (levels v1 to v4). */
#ifndef CPU_H
#define CPU_H

#include <stdbool.h>
#include <stddef.h>
#include "triple.h"

/* The value of -march=, -mcpu= or -mtune= in clang's spelling, or NULL when
 * value is clang's spelling already (the usual case; nothing is allocated), or
 * when the result does not fit.  The result is in buf of size n.  opt is the
 * option with its "=".  Names the table does not know pass with - for _ at
 * most: clang judges them.
 *
 * On aarch64, -march=generic+v8_2a+crc is exactly armv8.2-a+crc.  Behind an
 * option that must stay (see cpu_option_for_clang) it is lossy: after -mcpu=
 * clang knows no levels, so generic+v8_2a becomes generic+crc+lse+rdm+ras: the
 * extensions of the level that every clang since 16 can name there.  What is
 * lost are extensions without such a name (jscvt, fcma, bti), and macros that
 * come from the level itself: __ARM_FEATURE_QRDMX, _COMPLEX, _JCVT, _FRINT,
 * _BTI; and __ARM_ARCH is 8 for ARMv9, too. */
const char *cpu_for_clang(const struct triple *t, const char *opt, const char *value, char *buf, size_t n);

/* The whole option in clang's spelling where zig's value cannot stand behind
 * opt: a level behind -mcpu= on aarch64 (generic+v8_2a is -march=armv8.2-a), a
 * processor behind -march= there, anything behind -mcpu= on x86.  Only values
 * with zig's underscores; NULL for all others. */
const char *cpu_option_for_clang(
	const struct triple *t, const char *opt, const char *value, char *buf, size_t n);

/* The option that sets the toolchain's own level ("-march=x86-64-v3",
 * "-mcpu=neoverse-n1", "-march=armv8.2-a") for a name in any dialect: v1-v4,
 * x86-64-v3, x86_64_v3, v8.0a-v9.6a, armv8.2-a, rv64gc_zba, arch13, or a
 * processor's name, features behind it included.
 * NULL when the name is a level of another architecture, empty, or too long. */
const char *cpu_level_option(const struct triple *t, const char *name, char *buf, size_t n);

#endif
