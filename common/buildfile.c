#include <stdio.h>
#include <string.h>

#include "buildfile.h"
#include "mem.h"
#include "setting.h"
#include "strv.h"

/* What uname says there. */
static const char *processor(const struct triple *t)
{
	const char *name = triple_arch_cmake(t);
	return triple_macos(t) && strcmp(name, "aarch64") == 0 ? "arm64" : name;
}

/* CMake asks the Mac that it runs on whether dyld knows rpaths, and elsewhere takes it
 * for one that does not; and it would have install_name_tool change each program that it
 * installs.  Darwin 17 is macOS 10.13, and 20 is 11. */
static const char *macos(const struct triple *t)
{
	char *text = mem_alloc(256);
	unsigned darwin = t->glibc_major > 10 ? t->glibc_major + 9 : t->glibc_minor + 4;
	if (triple_macos(t))
		snprintf(text, 256,
			"set(CMAKE_SYSTEM_VERSION %u.0.0)\n"
			"set(CMAKE_BUILD_WITH_INSTALL_RPATH ON CACHE BOOL \"\")\n"
			"set(CMAKE_USER_MAKE_RULES_OVERRIDE \"${CMAKE_CURRENT_LIST_DIR}/macos.cmake\")\n",
			darwin);
	return text;
}

/* CMake's own file for WASI, which wins since 3.31, has no directories in it. */
static const char wasi[] = "list(APPEND CMAKE_MODULE_PATH \"${CMAKE_CURRENT_LIST_DIR}/cmake\")\n"
			   "set(CMAKE_SYSTEM_PREFIX_PATH /)\n"
			   "set(CMAKE_LIBRARY_ARCHITECTURE wasm32-wasip1)\n"
			   "set(CMAKE_FIND_LIBRARY_PREFIXES lib)\n"
			   "set(CMAKE_FIND_LIBRARY_SUFFIXES .a)\n"
			   "set(CMAKE_USER_MAKE_RULES_OVERRIDE "
			   "\"${CMAKE_CURRENT_LIST_DIR}/cmake/Platform/WASI.cmake\")\n";

const char *buildfile_cmake_wasi(void)
{
	return "# CMake reads this behind its own rules for WASI, and before 3.31 instead of them\n"
	       "set(WASI 1)\n"
	       "set_property(GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS FALSE)\n";
}

const char *buildfile_cmake_rules(void)
{
	return "# CMake reads this behind its own rules for macOS\n"
	       "foreach(language C CXX)\n"
	       "  set(CMAKE_SHARED_LIBRARY_RUNTIME_${language}_FLAG \"-Wl,-rpath,\")\n"
	       "endforeach()\n";
}

/* Libraries and headers are found in the sysroot only, but for those of other crates. */
static const char cmake_find[] =
	"\")\n"
	"set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)\n"
	"set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)\n"
	"set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)\n"
	"set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)\n"
	"# what Cargo built for other crates, which a build script names in CMAKE_PREFIX_PATH\n"
	"if(DEFINED ENV{CARGO_MANIFEST_DIR} AND \"$ENV{OUT_DIR}\" MATCHES \"^(.*/build)/\")\n"
	"  list(APPEND CMAKE_FIND_ROOT_PATH \"${CMAKE_MATCH_1}\")\n"
	"endif()\n";

char *buildfile_cmake(const struct triple *t)
{
	static const char head[] = "# CMake toolchain file: cmake -DCMAKE_TOOLCHAIN_FILE=<this file>\n"
				   "set(CMAKE_SYSTEM_NAME ";
	static const char pairs[] =
		")\n"
		"foreach(pair C_COMPILER:cc CXX_COMPILER:c++ ASM_COMPILER:cc LINKER:ld AR:ar\n"
		"    RANLIB:ranlib C_COMPILER_AR:ar C_COMPILER_RANLIB:ranlib CXX_COMPILER_AR:ar\n"
		"    CXX_COMPILER_RANLIB:ranlib NM:nm STRIP:strip OBJCOPY:objcopy";
	static const char set[] =
		")\n"
		"  string(REPLACE \":\" \";\" pair \"${pair}\")\n"
		"  list(GET pair 0 key)\n"
		"  list(GET pair 1 program)\n"
		"  set(CMAKE_${key} \"${CMAKE_CURRENT_LIST_DIR}/bin/${program}\" CACHE FILEPATH \"\")\n"
		"endforeach()\n"
		"list(APPEND CMAKE_FIND_ROOT_PATH \"${CMAKE_CURRENT_LIST_DIR}/";
	static const char *const names[] = {
		[SYSTEM_LINUX] = "Linux",
		[SYSTEM_WINDOWS] = "Windows",
		[SYSTEM_MACOS] = "Darwin",
		[SYSTEM_WASI] = "WASI",
	};
	bool windows = triple_windows(t);
	return mem_cat(head, names[triple_system(t)], ")\nset(CMAKE_SYSTEM_PROCESSOR ", processor(t), pairs,
		windows ? "\n    RC_COMPILER:windres DLLTOOL:dlltool" : "", set, triple_sysroot(t),
		cmake_find, macos(t), triple_wasi(t) ? wasi : "", NULL);
}

/* configure reads this when CONFIG_SITE names it; "maybe" lets it find out by
 * itself whether programs of the target run here.  It does not know rust's names
 * for Windows and WASI. */
char *buildfile_site(const struct triple *t)
{
	char rust[64];
	return mem_cat("# autoconf site file: CONFIG_SITE=<this file> ./configure\n"
		       "if test -z \"$host_alias\"; then\n"
		       "  host_alias=",
		triple_write(
			t, triple_windows(t) || triple_wasi(t) ? TRIPLE_GNU : TRIPLE_RUST, rust, sizeof rust),
		"\n"
		"  ac_tool_prefix=$host_alias-\n"
		"  test \"$cross_compiling\" = yes || cross_compiling=maybe\n"
		"fi\n",
		NULL);
}

static char *joined(const struct strv *a)
{
	char *text = mem_cat("", NULL);
	for (size_t i = 0; i < a->n; i++)
		text = mem_cat(text, a->v[i], NULL);
	return text;
}

static void add(struct strv *out, const char *const *parts)
{
	strv_append(out, parts);
}

#define ADD(out, ...) add(out, (const char *const[]){ __VA_ARGS__, NULL })

/* meson calls its entry pkg-config since 1.3, pkgconfig before; both may be
 * there when they say the same.  With sys_root it sets PKG_CONFIG_SYSROOT_DIR
 * by itself. */
char *buildfile_meson(const struct triple *t, const struct buildfile_meson *m)
{
	static const char *const programs[][2] = {
		{ "c", "bin/cc" },
		{ "cpp", "bin/c++" },
		{ "ar", "bin/ar" },
		{ "ranlib", "bin/ranlib" },
		{ "ld", "bin/ld" },
		{ "nm", "bin/nm" },
		{ "strip", "bin/strip" },
		{ "objcopy", "bin/objcopy" },
	};
	struct strv out;
	strv_init(&out, 64);
	ADD(&out, "[binaries]\n");
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		ADD(&out, programs[i][0], " = ", m->name(m->data, programs[i][1]), "\n");
	if (triple_windows(t))
		ADD(&out, "windres = ", m->name(m->data, "bin/windres"), "\n");
	ADD(&out, "pkg-config = 'pkg-config'\npkgconfig = 'pkg-config'\n", m->binaries);
	ADD(&out, "\n[host_machine]\nsystem = '", triple_system_name(t), "'\ncpu_family = '",
		triple_arch_meson(t), "'\ncpu = '", triple_arch_cmake(t), "'\nendian = '",
		triple_big_endian(t) ? "big" : "little", "'\n");
	ADD(&out, "\n[properties]\nsys_root = ", m->name(m->data, "sysroot"), "\npkg_config_libdir = [",
		m->name(m->data, "sysroot/usr/lib/pkgconfig"), ", ",
		m->name(m->data, "sysroot/usr/share/pkgconfig"), "]\n", m->properties);
	return joined(&out);
}

static const char *beside(const void *data, const char *path)
{
	(void)data;
	return mem_cat("'@DIRNAME@/", path, "'", NULL);
}

char *buildfile_meson_here(const struct triple *t)
{
	const struct buildfile_meson m = { .name = beside, .binaries = "", .properties = "" };
	return mem_cat("# meson cross file: meson setup --cross-file <this file> build\n"
		       "# meson 1.3 or newer finds the programs beside this file; for an older one, and for\n"
		       "# exe_wrapper, write a file with: sealcc env -t TRIPLE --format meson [--emulator]\n",
		buildfile_meson(t, &m), NULL);
}

/* Cargo takes a relative path from the directory above the one that the file
 * stands in (the Cargo book, Config-relative paths), hence cargo/config.toml. */
char *buildfile_cargo_here(const struct triple *t)
{
	struct strv out;
	char rust[64];
	const char *name, *path;
	triple_write(t, TRIPLE_RUST, rust, sizeof rust);
	strv_init(&out, 64);
	ADD(&out, "# cargo --config <this file> build --target ", rust,
		"\n"
		"# Paths are relative to the directory above this file's: keep it in the toolchain. What\n"
		"# cannot be relative (bindgen's arguments) is in: sealcc env -t TRIPLE --format cargo\n"
		"\n[target.",
		rust, "]\nlinker = \"", setting_linker(t), "\"\n\n[env]\n");
	for (size_t i = 0; setting_file(i, t, &name, &path); i++)
		ADD(&out, name, " = { value = \"", path, "\", relative = true }\n");
	return joined(&out);
}
