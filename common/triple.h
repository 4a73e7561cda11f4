/* A target, and every way people write it.
 *
 * One struct is filled from any spelling (rust, gnu, llvm, zig, Debian, Go,
 * Bazel) and written again in any dialect.  Sources of the spellings: rustc
 * --print target-list, config.sub of GNU, llvm::Triple, zig's std.Target,
 * Debian's multiarch tuples, go tool dist list. */
#ifndef TRIPLE_H
#define TRIPLE_H

#include <stdbool.h>
#include <stddef.h>

/* On Windows it is MinGW's, in rust's two flavours, which differ in their names only;
 * macOS has one, and WASI. */
enum triple_libc { LIBC_NONE, LIBC_GLIBC, LIBC_MUSL, LIBC_MACOS, LIBC_WASI, LIBC_MINGW, LIBC_MINGW_LLVM };

enum triple_system { SYSTEM_LINUX, SYSTEM_WINDOWS, SYSTEM_MACOS, SYSTEM_WASI };

struct triple_arch; /* a row of the table of architectures */

struct triple {
	const struct triple_arch *arch;
	enum triple_libc libc;
	/* the floor for glibc: 2.28 is major 2, minor 28; 0.0 when not given.  For
	 * macOS its oldest version */
	unsigned glibc_major, glibc_minor;
};

enum triple_dialect {
	TRIPLE_RUST,   /* aarch64-unknown-linux-gnu, armv7-unknown-linux-gnueabihf */
	TRIPLE_LLVM,   /* what clang's --target= takes */
	TRIPLE_GNU,    /* aarch64-linux-gnu, arm-linux-gnueabihf, x86_64-linux-musl */
	TRIPLE_ZIG,    /* aarch64-linux-gnu.2.28: with the floor when there is one */
	TRIPLE_DEBIAN, /* the multiarch tuple; for musl as GNU */
};

/* Windows: x86_64 and i686 with gnu and gnullvm, aarch64 with gnullvm, which is
 * what its "gnu" is read as, since rust has no other.  Only rust's dialect tells
 * the two apart.  The others: x86_64-w64-mingw32 (gnu), x86_64-w64-windows-gnu
 * (llvm), x86_64-windows-gnu (zig).
 *
 * macOS: x86_64 and aarch64; x86_64-apple-darwin (rust, gnu, llvm, where clang takes the
 * oldest macOS from options and the environment only behind this name),
 * x86_64-macos.11.0 (zig: with the version when there is one).
 *
 * WASI, in its first version: wasm32; wasm32-wasip1 (rust), wasm32-unknown-wasip1 (llvm),
 * wasm32-wasi (gnu, zig).
 *
 * The architectures of Linux: x86_64, aarch64, armv7 and arm (rust's, an ARMv6), each
 * with hard (eabihf) and soft float (eabi), i686, riscv64, powerpc64le, s390x;
 * each with glibc and musl.  Only the rust and llvm dialects tell armv7 from
 * arm.  Read back from the others, arm...eabihf is armv7 (as in Debian's armhf
 * and zig) and arm...eabi is arm (Debian's armel is older still). */

/* Read s, any spelling, with or without a glibc suffix (.X.Y or .X.Y.Z after
 * the environment).  Without an environment it is glibc, and hard float on arm.
 * The vendor and a version of Linux (zig, llvm) are not looked at.  Go's
 * linux/arm64 and Bazel's linux_arm64 may end in _ and an environment:
 * linux_arm64_musl, linux_amd64_gnu.2.28.
 * False when s is no target of the table; t is then unspecified and
 * *why, when why is not NULL, a static text that says which part was not
 * understood. */
bool triple_parse(struct triple *t, const char *s, const char **why);

/* Write t in a dialect into buf of size n (64 is always enough); buf. */
char *triple_write(const struct triple *t, enum triple_dialect d, char *buf, size_t n);

/* The floor, as "2.28", in buf of size n (64 is always enough); NULL without one. */
const char *triple_floor(const struct triple *t, char *buf, size_t n);

/* The same machine and C library; neither the glibc floor is compared nor MinGW's flavour. */
bool triple_same(const struct triple *a, const struct triple *b);

static inline bool triple_windows(const struct triple *t)
{
	return t->libc >= LIBC_MINGW;
}

static inline bool triple_macos(const struct triple *t)
{
	return t->libc == LIBC_MACOS;
}

static inline bool triple_wasi(const struct triple *t)
{
	return t->libc == LIBC_WASI;
}

static inline enum triple_system triple_system(const struct triple *t)
{
	if (triple_macos(t))
		return SYSTEM_MACOS;
	return triple_windows(t) ? SYSTEM_WINDOWS : triple_wasi(t) ? SYSTEM_WASI : SYSTEM_LINUX;
}

/* What Go and meson call the system: linux, windows, darwin, wasi. */
const char *triple_system_name(const struct triple *t);

/* The same for people. */
const char *triple_system_title(const struct triple *t);

/* Where --sysroot points to in a toolchain: for Windows and WASI clang looks for lib and
 * include right below it. */
static inline const char *triple_sysroot(const struct triple *t)
{
	return triple_windows(t) || triple_wasi(t) ? "sysroot/usr" : "sysroot";
}

/* Facts of the architecture, as static strings:
 * zig's name (x86_64), GOARCH (amd64), GOARM ("7", or NULL), CMake's
 * CMAKE_SYSTEM_PROCESSOR, ld's -m emulation, qemu-user's suffix, meson's
 * cpu_family, the kernel header directory of zig's lib/libc/include (x86). */
const char *triple_arch_zig(const struct triple *t);
const char *triple_arch_go(const struct triple *t);
const char *triple_arch_goarm(const struct triple *t);
const char *triple_arch_cmake(const struct triple *t);
const char *triple_emulation(const struct triple *t);
const char *triple_arch_qemu(const struct triple *t);
const char *triple_arch_meson(const struct triple *t);
const char *triple_arch_kernel(const struct triple *t);
bool triple_big_endian(const struct triple *t);
unsigned triple_bits(const struct triple *t); /* 32 or 64 */

/* The i-th target of the table without a floor, for listings; false past the
 * end. */
bool triple_nth(size_t i, struct triple *t);

#endif
