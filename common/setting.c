#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "cpurust.h"
#include "mem.h"
#include "setting.h"

/* The user's own setting wins; one that says the same is no conflict. */
static const char *users(const char *name, const char *value)
{
	const char *own = getenv(name);
	return own && *own && strcmp(own, value) != 0 ? own : NULL;
}

static void add(struct settings *s, const char *name, const char *value)
{
	if (s->n == s->cap) {
		struct setting *old = s->v;
		s->cap = s->cap ? s->cap * 2 : 64;
		s->v = mem_alloc(s->cap * sizeof *s->v);
		if (old)
			memcpy(s->v, old, s->n * sizeof *s->v);
	}
	s->v[s->n++] = (struct setting){ name, value, users(name, value), NULL };
}

void settings_init(struct settings *s)
{
	*s = (struct settings){ .n = 0 };
	host_ask(&s->host);
}

static const char *underscored(const char *name, bool upper)
{
	char *out = mem_cat(name, NULL);
	for (char *p = out; *p; p++)
		*p = *p == '-' || *p == '.' ? '_' : upper ? (char)toupper((unsigned char)*p) : *p;
	return out;
}

/* So that "cargo test" and "cargo run" work across architectures. */
static void add_runner(struct settings *s, const struct toolchain *tc, const char *upper)
{
	const char *qemu = host_runs(&s->host, &tc->target) ? NULL : host_emulator(&tc->target);
	if (qemu)
		add(s, mem_cat("CARGO_TARGET_", upper, "_RUNNER", NULL), qemu);
}

/* Put dir before what the variable name holds, for this run. */
static void add_before(struct settings *s, const char *name, const char *dir, const char *otherwise)
{
	const char *now = getenv(name);
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].name, name) == 0) {
			s->v[i].value = mem_cat(dir, ":", s->v[i].value, NULL);
			s->v[i].front = mem_cat(dir, ":", s->v[i].front, NULL);
			return;
		}
	if (!now || !*now)
		now = otherwise;
	add(s, name, now ? mem_cat(dir, ":", now, NULL) : dir);
	s->v[s->n - 1].own = NULL;
	s->v[s->n - 1].front = dir;
}

/* A gcc, and a toolchain without C++, leave the key at its default. */
static bool uses_libcxx(const struct toolchain *tc)
{
	return tc->cxx_library == CXX_LIBCXX &&
	       (!tc->given || (tc->has_cxx && tc->driver_kind == DRIVER_CLANG));
}

/* Cargo takes the linker of a target for host builds too when host and target
 * are the same triple, unless target-applies-to-host says no, which stable
 * Cargo reads only so (cargo's src/cargo/core/features.rs).  The cc crate
 * cannot tell the two apart, so C++ of a build script is the sealed compiler's;
 * the host's linker finds libc++ for it through LIBRARY_PATH, which the sealed
 * one does not read. */
static void keep_host_apart(struct settings *s, const struct toolchain *tc, const char *lower)
{
	if (!host_is(&s->host, &tc->target))
		return;
	add(s, "CARGO_TARGET_APPLIES_TO_HOST", "false");
	add(s, "CARGO_UNSTABLE_TARGET_APPLIES_TO_HOST", "true");
	add(s, "__CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS", "nightly");
	if (!uses_libcxx(tc))
		return;
	if (!tc->given)
		add(s, mem_cat("CXXSTDLIB_", lower, NULL), "c++");
	add_before(s, "LIBRARY_PATH", toolchain_path(tc, "host-lib"), NULL);
}

/* bindgen's clang has headers of its own, but not everywhere; a gcc has none for it. */
static const char *bindgen_args_given(const struct toolchain *tc)
{
	const char *resource = mem_cat(" -idirafter ", toolchain_path(tc, "resource/include"), NULL);
	return mem_cat("--target=", tc->llvm,
		" --sysroot=", tc->sysroot && *tc->sysroot ? tc->sysroot : toolchain_path(tc, "sysroot"),
		tc->gcc_install_dir ? " --gcc-install-dir=" : "",
		tc->gcc_install_dir ? tc->gcc_install_dir : "",
		tc->driver_kind == DRIVER_CLANG ? resource : "", NULL);
}

static const char *bindgen_args(const struct toolchain *tc)
{
	const char *sysroot = toolchain_path(tc, triple_sysroot(&tc->target));
	if (tc->given)
		return bindgen_args_given(tc);
	return mem_cat("--target=", tc->llvm, " --sysroot=", sysroot, " -stdlib=libc++ -stdlib++-isystem ",
		toolchain_path(tc, "sysroot"), "/usr/include/c++/v1 -idirafter ",
		toolchain_path(tc, "resource/include"), NULL);
}

bool setting_file(size_t i, const struct triple *t, const char **name, const char **path)
{
	static const struct {
		const char *name;    /* the triple follows */
		const char *program; /* a program behind the triple, or NULL */
		const char *path;
	} rows[] = {
		{ "CC_", "-clang", NULL },
		{ "CXX_", "-clang++", NULL },
		{ "AR_", "-ar", NULL },
		{ "RANLIB_", "-ranlib", NULL },
		{ "CMAKE_TOOLCHAIN_FILE_", NULL, "cmake.cmake" },
		{ "PKG_CONFIG_LIBDIR_", NULL, "sysroot/usr/lib/pkgconfig" },
		{ "PKG_CONFIG_SYSROOT_DIR_", NULL, "sysroot" },
	};
	char rust[64];
	if (i >= sizeof rows / sizeof *rows)
		return false;
	triple_write(t, TRIPLE_RUST, rust, sizeof rust);
	*name = mem_cat(rows[i].name, underscored(rust, false), NULL);
	*path = rows[i].program ? mem_cat("bin/", rust, rows[i].program, NULL) : rows[i].path;
	return true;
}

/* The file path of the toolchain, as the variable name wants it.  Debian has
 * pkg-config's files in three places. */
static const char *file_value(const struct toolchain *tc, const char *name, const char *path)
{
	char tuple[64];
	const char *here = toolchain_path(tc, path);
	if (!tc->given || strncmp(name, "PKG_CONFIG_LIBDIR", strlen("PKG_CONFIG_LIBDIR")) != 0)
		return here;
	triple_write(&tc->target, TRIPLE_DEBIAN, tuple, sizeof tuple);
	return mem_cat(toolchain_path(tc, mem_cat("sysroot/usr/lib/", tuple, "/pkgconfig", NULL)), ":", here,
		":", toolchain_path(tc, "sysroot/usr/share/pkgconfig"), NULL);
}

/* For WASI rustc writes the linker's own line. */
const char *setting_linker(const struct triple *t)
{
	char rust[64];
	if (triple_wasi(t))
		return "bin/wasm-ld";
	return mem_cat("bin/", triple_write(t, TRIPLE_RUST, rust, sizeof rust), "-gcc", NULL);
}

void settings_add(struct settings *s, const struct toolchain *tc)
{
	char rust[64];
	const char *name, *path;
	triple_write(&tc->target, TRIPLE_RUST, rust, sizeof rust);
	const char *lower = underscored(rust, false), *upper = underscored(rust, true);
	for (size_t i = 0; setting_file(i, &tc->target, &name, &path); i++)
		add(s, name, file_value(tc, name, path));
	add(s, mem_cat("BINDGEN_EXTRA_CLANG_ARGS_", lower, NULL), bindgen_args(tc));
	add(s, mem_cat("CARGO_TARGET_", upper, "_LINKER", NULL),
		toolchain_path(tc, setting_linker(&tc->target)));
	if (tc->given && uses_libcxx(tc)) /* the cc crate's guess is stdc++ */
		add(s, mem_cat("CXXSTDLIB_", lower, NULL), "c++");
	const char *flags = tc->cpu ? cpurust_flags(&tc->target, tc->cpu) : NULL;
	if (flags)
		add(s, mem_cat("CARGO_TARGET_", upper, "_RUSTFLAGS", NULL), flags);
	add_runner(s, tc, upper);
	keep_host_apart(s, tc, lower);
}

void settings_add_path(struct settings *s, const struct toolchain *tc)
{
	if (!host_runs(&s->host, &tc->target))
		add_before(s, "PATH", toolchain_path(tc, "prefixed"), "/usr/bin:/bin");
}

static const char *host_pkg_config(void)
{
	char *text;
	const char *const line[] = { "pkg-config", "--variable=pc_path", "pkg-config", NULL };
	struct child c = { .argv = line };
	if (child_read(&c, 0, &text) != 0)
		return NULL;
	text[strcspn(text, "\n")] = 0;
	return text;
}

static void add_host(struct settings *s, const struct toolchain *tc)
{
	const char *pc_path = host_pkg_config();
	add(s, "HOST_CC", "cc");
	add(s, "HOST_CXX", "c++");
	add(s, "HOST_AR", "ar");
	add(s, "HOST_RANLIB", "ranlib");
	add(s, "HOST_CMAKE_TOOLCHAIN_FILE", toolchain_path(tc, "host.cmake"));
	if (pc_path)
		add(s, "HOST_PKG_CONFIG_LIBDIR", pc_path);
	add(s, "HOST_PKG_CONFIG_SYSROOT_DIR", "/");
}

static void add_go(struct settings *s, const struct toolchain *tc)
{
	add(s, "CGO_ENABLED", "1");
	add(s, "GOOS", triple_system_name(&tc->target));
	add(s, "GOARCH", triple_arch_go(&tc->target));
	if (triple_arch_goarm(&tc->target))
		add(s, "GOARM", triple_arch_goarm(&tc->target));
}

void settings_add_plain(struct settings *s, const struct toolchain *tc, bool go)
{
	static const char *const tools[][2] = {
		{ "CC", "bin/cc" },
		{ "CXX", "bin/c++" },
		{ "LD", "bin/ld" },
		{ "AR", "bin/ar" },
		{ "RANLIB", "bin/ranlib" },
		{ "NM", "bin/nm" },
		{ "STRIP", "bin/strip" },
		{ "OBJCOPY", "bin/objcopy" },
		{ "CMAKE_TOOLCHAIN_FILE", "cmake.cmake" },
		{ "CONFIG_SITE", "config.site" },
		{ "PKG_CONFIG_LIBDIR", "sysroot/usr/lib/pkgconfig" },
		{ "PKG_CONFIG_SYSROOT_DIR", "sysroot" },
	};
	char *rust = mem_alloc(64);
	for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
		add(s, tools[i][0], file_value(tc, tools[i][0], tools[i][1]));
	add(s, "CARGO_BUILD_TARGET", triple_write(&tc->target, TRIPLE_RUST, rust, 64));
	add_host(s, tc);
	if (go)
		add_go(s, tc);
}
