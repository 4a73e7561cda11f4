/* Aliases are hard links, not symbolic ones: build systems resolve symbolic
 * links, and the name a shim is called by decides what it does. */
#include <stdio.h>
#include <string.h>

#include "buildfile.h"
#include "files.h"
#include "hash.h"
#include "install.h"
#include "mem.h"
#include "say.h"
#include "shims.h"
#include "strv.h"

enum { ANY_SYSTEM = -1, LINUX_BY_ZIG_CC = -2 };

struct program {
	const struct shim_file *shim;
	int system;              /* enum triple_system, or one of the above */
	const char *name;        /* in bin */
	const char *aliases[6];  /* in bin */
	const char *prefixed[6]; /* in bin and prefixed, each behind "<triple>-" */
};

/* c++ is a file of its own: a hard link is the same file to tools that tell
 * compilers apart by device and inode. */
static const struct program programs[] = {
	{ &shim_cc, ANY_SYSTEM, "cc", { "gcc", "clang", "rustc-linker" }, { "cc", "gcc", "clang" } },
	{ &shim_cc, ANY_SYSTEM, "c++", { "g++", "clang++" }, { "c++", "g++", "clang++" } },
	{ &shim_ld, SYSTEM_LINUX, "ld", { "ld.lld" }, { "ld", "ld.lld" } },
	{ &shim_ld, LINUX_BY_ZIG_CC, "lld", { NULL }, { NULL } },
	{ &shim_zigcc, LINUX_BY_ZIG_CC, "ld", { "ld.lld" }, { "ld", "ld.lld" } },
	{ &shim_machold, SYSTEM_MACOS, "ld", { "ld.lld" }, { "ld" } },
	{ &shim_machold, SYSTEM_MACOS, "dsymutil", { NULL }, { NULL } },
	{ &shim_peld, SYSTEM_WINDOWS, "ld", { "ld.lld" }, { "ld", "ld.lld" } },
	{ &shim_wasmld, SYSTEM_WASI, "ld", { "wasm-ld", "ld.lld" }, { "ld", "wasm-ld" } },
	{ &shim_wasmld, SYSTEM_WASI, "wasm-opt", { NULL }, { NULL } },
	{ &shim_petool, SYSTEM_WINDOWS, "dlltool", { "llvm-dlltool" }, { "dlltool", "llvm-dlltool" } },
	{ &shim_petool, SYSTEM_WINDOWS, "windres", { "llvm-windres" }, { "windres", "llvm-windres" } },
	{ &shim_ar, ANY_SYSTEM, "ar", { "llvm-ar" }, { "ar", "gcc-ar", "llvm-ar" } },
	{ &shim_ar, ANY_SYSTEM, "ranlib", { "llvm-ranlib" }, { "ranlib", "gcc-ranlib", "llvm-ranlib" } },
	{ &shim_nm, ANY_SYSTEM, "nm", { "llvm-nm" }, { "nm", "gcc-nm", "llvm-nm" } },
	{ &shim_objcopy, ANY_SYSTEM, "objcopy", { "llvm-objcopy" }, { "objcopy", "llvm-objcopy" } },
	{ &shim_objcopy, ANY_SYSTEM, "strip", { "llvm-strip" }, { "strip", "llvm-strip" } },
};

static const char mark[] = "sealcc-fingerprint:";

static void mark_bytes(char *bytes, size_t n, const char *fingerprint)
{
	size_t len = sizeof mark - 1;
	for (size_t i = 0; i + len + 16 <= n; i++)
		if (memcmp(bytes + i, mark, len) == 0) {
			memcpy(bytes + i + len, fingerprint, 16);
			return;
		}
	die(EXIT_FAILED, "shim: has no place for a fingerprint; build sealcc again");
}

static const char *write_program(const char *bin, const struct program *p, const char *fingerprint)
{
	size_t n = (size_t)(p->shim->end - p->shim->start);
	char *bytes = mem_dup(p->shim->start, n);
	const char *path = mem_cat(bin, "/", p->name, NULL);
	mark_bytes(bytes, n, fingerprint);
	files_write_program(path, bytes, n);
	return path;
}

static void link_prefixed(const char *out, const char *path, const struct program *p, const char *triple)
{
	for (const char *const *a = p->prefixed; *a; a++) {
		files_link(path, mem_cat(out, "/bin/", triple, "-", *a, NULL));
		files_link(path, mem_cat(out, "/prefixed/", triple, "-", *a, NULL));
	}
}

static bool is_for(const struct program *p, const struct triple *t, bool zig_links)
{
	int system = zig_links ? LINUX_BY_ZIG_CC : (int)triple_system(t);
	return p->system == ANY_SYSTEM || p->system == system;
}

void install_shims(const char *out, const struct triple *t, bool zig_links, const char *fingerprint)
{
	char gnu[64], rust[64];
	const char *bin = mem_cat(out, "/bin", NULL);
	triple_write(t, TRIPLE_GNU, gnu, sizeof gnu);
	triple_write(t, TRIPLE_RUST, rust, sizeof rust);
	files_mkdir(bin);
	files_mkdir(mem_cat(out, "/prefixed", NULL));
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
		const struct program *p = &programs[i];
		if (!is_for(p, t, zig_links))
			continue;
		const char *path = write_program(bin, p, fingerprint);
		for (const char *const *a = p->aliases; *a; a++)
			files_link(path, mem_cat(bin, "/", *a, NULL));
		link_prefixed(out, path, p, gnu);
		if (strcmp(gnu, rust) != 0)
			link_prefixed(out, path, p, rust);
	}
}

void install_build_files(const char *out, const struct triple *t)
{
	const struct {
		const char *name, *text;
	} files[] = {
		{ "/cmake.cmake", buildfile_cmake(t) },
		{ "/host.cmake", "# for host builds: CMake's own choice of compiler\n" },
		{ "/config.site", buildfile_site(t) },
		{ "/meson.ini", buildfile_meson_here(t) },
		{ "/cargo/config.toml", buildfile_cargo_here(t) },
	};
	files_mkdir(mem_cat(out, "/cargo", NULL));
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		files_write(mem_cat(out, files[i].name, NULL), files[i].text);
	if (triple_macos(t))
		files_write(mem_cat(out, "/macos.cmake", NULL), buildfile_cmake_rules());
	if (triple_wasi(t)) {
		files_mkdir(mem_cat(out, "/cmake/Platform", NULL));
		files_write(mem_cat(out, "/cmake/Platform/WASI.cmake", NULL), buildfile_cmake_wasi());
	}
}

const char *install_digest(void)
{
	char *buf = mem_alloc(17);
	uint64_t h = HASH_START;
	for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
		h = hash_bytes(h, programs[i].shim->start,
			(size_t)(programs[i].shim->end - programs[i].shim->start));
	snprintf(buf, 17, "%016llx", (unsigned long long)h);
	return buf;
}
