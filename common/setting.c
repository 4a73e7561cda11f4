#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "child.h"
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
	s->v[s->n++] = (struct setting){ name, value, users(name, value) };
}

static const char *underscored(const char *name, bool upper)
{
	char *out = mem_cat(name, NULL);
	for (char *p = out; *p; p++)
		*p = *p == '-' || *p == '.' ? '_' : upper ? (char)toupper((unsigned char)*p) : *p;
	return out;
}

/* Whether programs of the target run on this machine's processor. */
static bool runs_here(const struct toolchain *tc)
{
	struct utsname u;
	struct triple host;
	return uname(&u) == 0 && triple_parse(&host, mem_cat(u.machine, "-linux", NULL), NULL) &&
	       host.arch == tc->target.arch;
}

/* Whether the target is also the host, as far as a Rust triple tells. */
static bool is_host(const struct toolchain *tc)
{
	struct utsname u;
	if (!runs_here(tc) || uname(&u) != 0)
		return false;
	bool musl = access(mem_cat("/lib/ld-musl-", u.machine, ".so.1", NULL), F_OK) == 0 &&
		    access("/lib64/ld-linux-x86-64.so.2", F_OK) != 0 &&
		    access("/lib/ld-linux-aarch64.so.1", F_OK) != 0;
	return (tc->target.libc == LIBC_MUSL) == musl;
}

static const char *in_path(const char *name)
{
	const char *path = getenv("PATH");
	while (path && *path) {
		size_t n = strcspn(path, ":");
		const char *file = mem_cat(mem_dup(path, n), "/", name, NULL);
		if (access(file, X_OK) == 0)
			return file;
		path += n + (path[n] == ':');
	}
	return NULL;
}

/* So that "cargo test" and "cargo run" work across architectures. */
static void add_runner(struct settings *s, const struct toolchain *tc, const char *upper)
{
	const char *name = mem_cat("qemu-", triple_arch_qemu(&tc->target), NULL);
	const char *qemu = in_path(mem_cat(name, "-static", NULL));
	if (!qemu)
		qemu = in_path(name);
	if (qemu && !runs_here(tc))
		add(s, mem_cat("CARGO_TARGET_", upper, "_RUNNER", NULL), qemu);
}

/* Put dir before what the variable name holds, for this run. */
static void add_before(struct settings *s, const char *name, const char *dir, const char *otherwise)
{
	const char *now = getenv(name);
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->v[i].name, name) == 0) {
			s->v[i].value = mem_cat(dir, ":", s->v[i].value, NULL);
			return;
		}
	if (!now || !*now)
		now = otherwise;
	add(s, name, now ? mem_cat(dir, ":", now, NULL) : dir);
	s->v[s->n - 1].own = NULL;
}

/* Cargo takes the linker of a target for host builds too when host and target
 * are the same triple, unless target-applies-to-host says no, which stable
 * Cargo reads only so (cargo's src/cargo/core/features.rs).  The cc crate
 * cannot tell the two apart, so C++ of a build script is the sealed compiler's;
 * the host's linker finds libc++ for it through LIBRARY_PATH, which the sealed
 * one does not read. */
static void keep_host_apart(struct settings *s, const struct toolchain *tc, const char *lower)
{
	if (!is_host(tc))
		return;
	add(s, "CARGO_TARGET_APPLIES_TO_HOST", "false");
	add(s, "CARGO_UNSTABLE_TARGET_APPLIES_TO_HOST", "true");
	add(s, "__CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS", "nightly");
	add(s, mem_cat("CXXSTDLIB_", lower, NULL), "c++");
	add_before(s, "LIBRARY_PATH", toolchain_path(tc, "host-lib"), NULL);
}

static const char *bindgen_args(const struct toolchain *tc)
{
	const char *sysroot = toolchain_path(tc, "sysroot");
	return mem_cat("--target=", tc->llvm, " --sysroot=", sysroot, " -stdlib=libc++ -stdlib++-isystem ",
		sysroot, "/usr/include/c++/v1 -idirafter ", toolchain_path(tc, "resource/include"), NULL);
}

void settings_add(struct settings *s, const struct toolchain *tc)
{
	char rust[64];
	triple_write(&tc->target, TRIPLE_RUST, rust, sizeof rust);
	const char *lower = underscored(rust, false), *upper = underscored(rust, true);
	const struct {
		const char *name, *value;
	} rows[] = {
		{ "CC_", toolchain_path(tc, mem_cat("bin/", rust, "-clang", NULL)) },
		{ "CXX_", toolchain_path(tc, mem_cat("bin/", rust, "-clang++", NULL)) },
		{ "AR_", toolchain_path(tc, mem_cat("bin/", rust, "-ar", NULL)) },
		{ "RANLIB_", toolchain_path(tc, mem_cat("bin/", rust, "-ranlib", NULL)) },
		{ "CMAKE_TOOLCHAIN_FILE_", toolchain_path(tc, "cmake.cmake") },
		{ "BINDGEN_EXTRA_CLANG_ARGS_", bindgen_args(tc) },
		{ "PKG_CONFIG_LIBDIR_", toolchain_path(tc, "sysroot/usr/lib/pkgconfig") },
		{ "PKG_CONFIG_SYSROOT_DIR_", toolchain_path(tc, "sysroot") },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		add(s, mem_cat(rows[i].name, lower, NULL), rows[i].value);
	/* a name that ends in -gcc keeps rustc from asking for its own lld */
	add(s, mem_cat("CARGO_TARGET_", upper, "_LINKER", NULL),
		toolchain_path(tc, mem_cat("bin/", rust, "-gcc", NULL)));
	add_runner(s, tc, upper);
	keep_host_apart(s, tc, lower);
}

void settings_add_path(struct settings *s, const struct toolchain *tc)
{
	if (!runs_here(tc))
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
	add(s, "GOOS", "linux");
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
		{ "CMAKE_TOOLCHAIN_FILE", "cmake.cmake" },
		{ "CONFIG_SITE", "config.site" },
		{ "PKG_CONFIG_LIBDIR", "sysroot/usr/lib/pkgconfig" },
		{ "PKG_CONFIG_SYSROOT_DIR", "sysroot" },
	};
	char *rust = mem_alloc(64);
	for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
		add(s, tools[i][0], toolchain_path(tc, tools[i][1]));
	add(s, "CARGO_BUILD_TARGET", triple_write(&tc->target, TRIPLE_RUST, rust, 64));
	add_host(s, tc);
	if (go)
		add_go(s, tc);
}
