/* Programs and variables of the machine. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/backend.h"
#include "../../common/child.h"
#include "../../common/files.h"
#include "../../common/host.h"
#include "../../common/mem.h"
#include "../../common/strv.h"
#include "../../common/zig.h"
#include "checks.h"

extern char **environ;

/* The two parts of zig that are sealed; every zig from 0.11 on has them. */
static void check_parts(struct findings *f, const struct zig *z)
{
	static const char *const parts[] = { "clang", "ld.lld" };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *const line[] = { z->path, parts[i], "--version", NULL };
		const char *answer = child_line(line);
		if (answer)
			findings_add(f, "zig", STATE_OK, mem_cat("zig ", parts[i], ": ", answer, NULL), "");
		else
			findings_add(f, "zig", STATE_PROBLEM,
				mem_cat("zig ", parts[i], " does not answer: this zig cannot be sealed",
					NULL),
				"use zig 0.11 or newer, as its makers or 'pip install ziglang' give it");
	}
}

void check_zig(struct findings *f, const char *given)
{
	struct zig z;
	const char *why, *advice;
	if (zig_look(&z, given, &why, &advice) != 0) {
		findings_add(f, "zig", STATE_PROBLEM, why, advice);
		return;
	}
	findings_add(f, "zig", STATE_OK, mem_cat("zig ", z.version, " at ", z.path, ", by ", z.by, NULL), "");
	check_parts(f, &z);
}

static const char *join(const struct strv *a)
{
	const char *text = "";
	for (size_t i = 0; i < a->n; i++)
		text = mem_cat(text, i ? ", " : "", a->v[i], NULL);
	return text;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The directories of rustc's own that hold a standard library. */
static void check_std(struct findings *f, const char *sysroot)
{
	struct strv names;
	const char *lib = mem_cat(sysroot, "/lib/rustlib", NULL);
	DIR *d = opendir(lib);
	strv_init(&names, 8);
	for (struct dirent *e; d && (e = readdir(d));)
		if (strchr(e->d_name, '-') && files_exist(mem_cat(lib, "/", e->d_name, "/lib", NULL)))
			strv_push(&names, mem_cat(e->d_name, NULL));
	if (d)
		closedir(d);
	qsort(names.v, names.n, sizeof *names.v, compare);
	findings_add(f, "rust", names.n ? STATE_OK : STATE_WARNING,
		mem_cat("standard library for ", names.n ? join(&names) : "no target", NULL),
		"for another target: rustup target add TRIPLE");
}

void check_rust(struct findings *f)
{
	static const char *const cargo[] = { "cargo", "--version", NULL };
	static const char *const rustc[] = { "rustc", "--version", NULL };
	static const char *const where[] = { "rustc", "--print", "sysroot", NULL };
	const char *answer = child_line(cargo), *compiler = child_line(rustc), *sysroot = child_line(where);
	if (!compiler) {
		findings_add(f, "rust", STATE_NOTE, "no rustc in PATH", "needed for Rust only");
		return;
	}
	findings_add(f, "rust", answer ? STATE_OK : STATE_NOTE,
		mem_cat(compiler, "; ", answer ? answer : "no cargo in PATH", NULL), "");
	if (sysroot)
		check_std(f, sysroot);
}

/* What --backend clang finds; neither is needed while there is a zig. */
static void check_clang(struct findings *f)
{
	const char *cc = backend_find_clang(), *ld = cc ? backend_find_lld(cc) : NULL;
	const char *const line[] = { cc, "--version", NULL };
	const char *answer = cc ? child_line(line) : NULL;
	if (!answer)
		findings_add(f, "clang", STATE_NOTE, "none in PATH", "needed for --backend clang only");
	else if (!ld)
		findings_add(f, "clang", STATE_NOTE, mem_cat(answer, " at ", cc, ", without an lld", NULL),
			"install the lld of its version: --backend clang needs it");
	else
		findings_add(f, "clang", STATE_OK, mem_cat(answer, " at ", cc, ", with ", ld, NULL), "");
}

static void check_gcc(struct findings *f)
{
	struct triple t;
	struct strv names;
	char gnu[64];
	strv_init(&names, 8);
	for (size_t i = 0; triple_nth(i, &t); i++) {
		triple_write(&t, TRIPLE_GNU, gnu, sizeof gnu);
		if (t.libc == LIBC_GLIBC && host_program(mem_cat(gnu, "-gcc", NULL)))
			strv_push(&names, mem_cat(gnu, NULL));
	}
	findings_add(f, "gcc", names.n ? STATE_OK : STATE_NOTE,
		names.n ? mem_cat("in PATH for ", join(&names), NULL)
			: "none in PATH with a triple before its name",
		names.n ? "" : "needed for --backend gcc only");
}

void check_compilers(struct findings *f)
{
	check_clang(f);
	check_gcc(f);
}

static bool in_kernel(const char *name)
{
	size_t n;
	char *text = files_read(mem_cat("/proc/sys/fs/binfmt_misc/", name, NULL), &n);
	return text != NULL;
}

void check_emulators(struct findings *f)
{
	struct strv names, kernel;
	struct host h;
	struct triple t;
	const char *last = "";
	host_ask(&h);
	strv_init(&names, 8);
	strv_init(&kernel, 8);
	for (size_t i = 0; triple_nth(i, &t); last = triple_arch_qemu(&t), i++) {
		if (strcmp(last, triple_arch_qemu(&t)) == 0 || host_runs(&h, &t) ||
			triple_system(&t) != SYSTEM_LINUX)
			continue;
		if (host_emulator(&t))
			strv_push(&names, triple_arch_qemu(&t));
		if (in_kernel(mem_cat("qemu-", triple_arch_qemu(&t), NULL)))
			strv_push(&kernel, triple_arch_qemu(&t));
	}
	findings_add(f, "qemu", names.n ? STATE_OK : STATE_NOTE,
		names.n ? mem_cat("in PATH for ", join(&names), NULL) : "none in PATH",
		names.n ? ""
			: "install qemu-user to run programs for other machines: cargo test, meson test");
	findings_add(f, "binfmt", kernel.n ? STATE_OK : STATE_NOTE,
		kernel.n ? mem_cat("the kernel runs programs for ", join(&kernel), NULL)
			 : "the kernel runs no programs for other machines by itself",
		kernel.n ? "" : "only builds that run such programs without a wrapper need it");
}

struct variable {
	const char *prefix, *suffix;
	const char *effect;
};

/* What each variable of the user's does beside a sealed toolchain's. */
static const struct variable variables[] = {
	{ "CC", "CC", "run and env keep it instead of the sealed compiler" },
	{ "CXX", "CXX", "run and env keep it instead of the sealed compiler" },
	{ "CC_", "", "run and env keep it instead of the sealed compiler" },
	{ "CXX_", "", "run and env keep it instead of the sealed compiler" },
	{ "TARGET_CC", "", "the cc crate takes it when CC_<target> is not set" },
	{ "TARGET_CXX", "", "the cc crate takes it when CXX_<target> is not set" },
	{ "AR", "AR", "run and env keep it" },
	{ "LD", "LD", "run and env keep it" },
	{ "RANLIB", "RANLIB", "run and env keep it" },
	{ "CMAKE_TOOLCHAIN_FILE", "", "CMake takes it instead of the sealed one" },
	{ "CONFIG_SITE", "CONFIG_SITE", "configure takes it instead of the sealed one" },
	{ "PKG_CONFIG_PATH", "", "pkg-config finds libraries of the host with it" },
	{ "PKG_CONFIG_LIBDIR", "", "run and env keep it: libraries of the host may be found" },
	{ "PKG_CONFIG_SYSROOT_DIR", "", "run and env keep it" },
	{ "CFLAGS", "", "added to every compile, for the target and for the host" },
	{ "CXXFLAGS", "", "added to every compile, for the target and for the host" },
	{ "CPPFLAGS", "", "added to every compile: host directories in it reach the sealed compiler" },
	{ "LDFLAGS", "", "added to every link: host directories in it reach the sealed linker" },
	{ "CARGO_BUILD_TARGET", "CARGO_BUILD_TARGET", "Cargo builds for it instead of -t" },
	{ "CARGO_TARGET_", "_LINKER", "Cargo links with it instead of the sealed toolchain" },
	{ "CARGO_TARGET_", "_RUSTFLAGS", "may name another linker (-Clinker)" },
	{ "CARGO_BUILD_RUSTFLAGS", "", "may name another linker (-Clinker)" },
	{ "CARGO_ENCODED_RUSTFLAGS", "", "may name another linker (-Clinker)" },
	{ "RUSTFLAGS", "RUSTFLAGS", "may name another linker (-Clinker); replaces config.toml's" },
	{ "GOOS", "GOOS", "run and env keep it" },
	{ "GOARCH", "GOARCH", "run and env keep it" },
	{ "CGO_ENABLED", "CGO_ENABLED", "run and env keep it" },
};

static bool is_named(const struct variable *v, const char *entry)
{
	size_t n = strcspn(entry, "="), before = strlen(v->prefix), after = strlen(v->suffix);
	bool same = strcmp(v->prefix, v->suffix) == 0;
	return n >= before && n >= after && (!same || n == before) &&
	       strncmp(entry, v->prefix, before) == 0 && strncmp(entry + n - after, v->suffix, after) == 0;
}

static const char *effect_of(const char *entry)
{
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		if (is_named(&variables[i], entry))
			return variables[i].effect;
	return NULL;
}

void check_variables(struct findings *f)
{
	size_t before = f->n;
	for (char **p = environ; *p; p++) {
		const char *effect = effect_of(*p);
		const char *name = mem_dup(*p, strcspn(*p, "="));
		if (effect && (*p)[strcspn(*p, "=")] && (*p)[strcspn(*p, "=") + 1])
			findings_add(f, "environment", STATE_WARNING, mem_cat(*p, ": ", effect, NULL),
				mem_cat("unset ", name, " unless you mean it", NULL));
	}
	if (f->n == before)
		findings_add(f, "environment", STATE_OK, "no variable of yours is in the way", "");
}
