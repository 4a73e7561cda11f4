/* A sealed toolchain: the directory a shim stands in, and its sealcc.conf.
 *
 * The file has one "key = value" a line; '#' starts a comment line.  Paths are
 * relative to the file unless absolute.
 *
 *	sealcc       version of the format, 1
 *	fingerprint  sixteen hex digits over everything that went in
 *	target       rust's triple with the glibc floor after it, or the oldest macOS
 *	backend      name and version, for messages: "zig 0.14.1"
 *	driver       the program that compiles
 *	driver-size  its size in bytes when it was sealed; another size is refused
 *	driver-word  its first word: "clang" for zig
 *	linker, linker-word, ar, ar-word   the same; the program is the driver's
 *	             unless it is given
 *	ranlib       what makes an archive's index; the ar's word ranlib, or its s, unless given
 *	nm, nm-word, strip, strip-word, objcopy, objcopy-word
 *	             the same, but without any of the two sealcc does it itself
 *	cpu          an option for every compile: -march=x86-64-v3
 *	static       yes when the sysroot has static C libraries (always for musl, Windows and macOS);
 *	             defsym: it has, and static glibc links are mended only by
 *	             defining symbols, after the fact (common/staticrun.h)
 *	cxx          no when the sysroot has no C++ library
 *	cxx-shared   yes: programs use libc++.so.1, not a copy of their own
 *	rpath        origin: a program finds the shared objects among Bazel's outputs,
 *	             and those whose paths were repaired
 *	strict       yes: a lossy translation is an error, not a note
 *	nix          yes: NIX_CFLAGS_COMPILE, NIX_LDFLAGS and their like count (common/nixflags.h)
 *
 * A toolchain over a given sysroot (Debian's, say) instead of a sealed one:
 *
 *	sysroot      its directory, or "-" for the driver's own; "sysroot" unless given,
 *	             which is the sealed one
 *	driver-kind  clang, or gcc, which knows fewer options
 *	cxx-driver   the program that compiles C++, where that is another one (g++)
 *	resource     clang's resource directory, or "-" for the driver's own;
 *	             "resource" unless given
 *	runtime      libgcc, or compiler-rt with libunwind; compiler-rt unless given
 *	cxx-library  libstdc++ or libc++; libc++ unless given
 *	gcc-install-dir   where libgcc and crtbegin.o are, for clang
 */
#ifndef TOOLCHAIN_H
#define TOOLCHAIN_H

#include <stdbool.h>
#include "triple.h"

struct tool {
	const char *path;
	const char *word; /* or NULL */
};

enum driver_kind { DRIVER_CLANG, DRIVER_GCC };
enum static_libc { STATIC_NO, STATIC_YES, STATIC_DEFSYM };
enum runtime_libs { RUNTIME_COMPILER_RT, RUNTIME_LIBGCC };
enum cxx_library { CXX_LIBCXX, CXX_LIBSTDCXX };

struct toolchain {
	const char *root; /* the directory; as reached from argv[0], so maybe relative */
	struct triple target;
	const char *target_name; /* as the file has it */
	char llvm[64];           /* for --target= */
	const char *backend;
	const char *fingerprint;
	struct tool driver, linker, ar;
	struct tool nm, strip, objcopy; /* path is NULL when sealcc does it itself */
	const char *ranlib;             /* or NULL */
	const char *driver_size;
	const char *cpu;   /* or NULL */
	const char *rpath; /* or NULL */
	bool has_cxx, cxx_shared, strict, nix;
	unsigned char static_libc; /* enum static_libc */
	/* Over a given sysroot, or with a gcc; of the rest "" is the driver's own, NULL not given. */
	bool given;
	const char *sysroot, *resource, *gcc_install_dir, *cxx_driver;
	unsigned char driver_kind, runtime, cxx_library; /* the enums above */
};

/* Open the toolchain that argv0 stands in: the parent of its directory; where
 * argv0 has no slash, that of the path that was executed, or of what PATH has.
 * A symbolic link is followed only when no sealcc.conf stands above it: in a
 * forest of links, as Bazel makes one, the forest's file counts.  Ends the
 * process with EXIT_BAD_CONF and a message when there is none. */
void toolchain_open(struct toolchain *tc, const char *argv0);

/* Open the toolchain in directory root. */
void toolchain_open_at(struct toolchain *tc, const char *root);

/* End the process with a message unless the backend is the one that was
 * sealed: EXIT_NOT_FOUND when it is gone, EXIT_CANNOT_RUN when its size is
 * another. */
void toolchain_check(const struct toolchain *tc);

/* Say what of the caller's word is lost; with strict = yes that ends the process. */
void toolchain_loss(const struct toolchain *tc, const char *word, const char *what);

/* root/name, and the same behind an option: --sysroot=root/name. */
const char *toolchain_path(const struct toolchain *tc, const char *name);
const char *toolchain_option(const struct toolchain *tc, const char *option, const char *name);

/* sysroot/name behind an option, for the sealed sysroot or the given one. */
const char *toolchain_sysroot(const struct toolchain *tc, const char *option, const char *name);

#endif
