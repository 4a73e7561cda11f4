/* The texts of files for build systems: cmake.cmake, meson.ini and the like
 * (the command line tool only). */
#ifndef BUILDFILE_H
#define BUILDFILE_H

#include "triple.h"

/* How a file names what is in the toolchain: path is below its directory, data
 * what the caller wants it to have; with the quotes of the language. */
typedef const char *buildfile_name(const void *data, const char *path);

/* CMake's toolchain file; it names the toolchain by where it stands itself. */
char *buildfile_cmake(const struct triple *t);

/* The file macos.cmake that it names for macOS. */
const char *buildfile_cmake_rules(void);

/* What it needs to know of WASI: cmake/Platform/WASI.cmake, which is the same for each. */
const char *buildfile_cmake_wasi(void);

/* autoconf's site file. */
char *buildfile_site(const struct triple *t);

struct buildfile_meson {
	buildfile_name *name;
	const void *data;
	const char *binaries, *properties; /* more lines for these sections, or "" */
};

/* meson's cross file, without a comment at its head. */
char *buildfile_meson(const struct triple *t, const struct buildfile_meson *m);

/* The files as they are put into a toolchain: relocatable. */
char *buildfile_meson_here(const struct triple *t);
char *buildfile_cargo_here(const struct triple *t);

#endif
