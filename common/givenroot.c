/* The layout is Debian's: usr/lib/gcc/TUPLE/VERSION, or usr/lib/gcc-cross where
 * its cross compilers are installed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "givenroot.h"
#include "mem.h"
#include "say.h"
#include "sysroot.h"

/* A sysroot that is looked at. */
struct root {
	const struct seal *s;
	const char *dir;   /* where it is now */
	const char *tuple; /* Debian's */
	const char *gcc;   /* below dir: where libgcc and crtbegin.o are, or NULL */
};

static bool has(const struct root *r, const char *path)
{
	return files_exist(mem_cat(r->dir, "/", path, NULL));
}

static const char *newest_in(const char *sysroot, const char *dir)
{
	const char *best = NULL;
	struct strv inner;
	strv_init(&inner, 8);
	files_list(mem_cat(sysroot, "/", dir, NULL), &inner);
	for (size_t i = 0; i < inner.n; i++) {
		const char *version = strrchr(inner.v[i], '/') + 1;
		if (files_exist(mem_cat(inner.v[i], "/crtbegin.o", NULL)) &&
			(!best || strtoul(version, NULL, 10) > strtoul(best, NULL, 10)))
			best = version;
	}
	return best ? mem_cat(dir, "/", best, NULL) : NULL;
}

/* Of several versions of gcc the newest. */
static const char *find_gcc(const struct root *r, const char *tuple)
{
	static const char *const places[] = { "usr/lib/gcc/", "usr/lib/gcc-cross/" };
	const char *found = NULL;
	for (size_t i = 0; !found && i < sizeof places / sizeof *places; i++)
		found = newest_in(r->dir, mem_cat(places[i], tuple, NULL));
	return found;
}

static char *tuple_of(const struct seal *s, enum triple_dialect d)
{
	char *tuple = mem_alloc(64);
	return triple_write(&s->target, d, tuple, 64);
}

/* Debian's cross packages have GNU's name for a target, which is another one for
 * i386-linux-gnu alone. */
static void settle_gcc(struct root *r)
{
	const char *gnu = tuple_of(r->s, TRIPLE_GNU);
	r->tuple = tuple_of(r->s, TRIPLE_DEBIAN);
	r->gcc = find_gcc(r, r->tuple);
	if (!r->gcc && (r->gcc = find_gcc(r, gnu)))
		r->tuple = gnu;
}

/* Whether a library directory of the sysroot has a file with that name. */
static bool has_library(const struct root *r, const char *name)
{
	static const char *const dirs[] = { "usr/lib/", "lib/", "usr/" };
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		if (has(r, mem_cat(dirs[i], r->tuple, "/", name, NULL)) ||
			has(r, mem_cat(dirs[i], r->tuple, "/lib/", name, NULL)))
			return true;
	return has(r, mem_cat("usr/lib/", name, NULL));
}

/* clang's own builtins, and an unwinder of the sysroot. */
static bool has_compiler_rt(const struct root *r)
{
	const struct backend *b = r->s->backend;
	const char *const ask[] = { backend_target(&r->s->target), "--rtlib=compiler-rt",
		"-print-libgcc-file-name", NULL };
	const char *text = b->kind == BACKEND_CLANG ? backend_answer(b->cc, ask) : NULL;
	return text && files_exist(backend_first_line(text)) &&
	       (has_library(r, "libunwind.a") || has_library(r, "libunwind.so"));
}

static const char *runtime(const struct root *r)
{
	if (r->gcc)
		return mem_cat("runtime = libgcc\ngcc-install-dir = sysroot/", r->gcc, "\n", NULL);
	if (has_compiler_rt(r))
		return "runtime = compiler-rt\n";
	die(EXIT_FAILED,
		"--sysroot %s: has no libgcc for %s (usr/lib/gcc/%s); make a sysroot with 'sealcc sysroot'",
		r->s->sysroot, r->tuple, r->tuple);
}

static bool has_libstdcxx(const struct root *r)
{
	if (!r->gcc)
		return false;
	const char *headers = mem_cat("include/c++", strrchr(r->gcc, '/'), NULL);
	return has(r, mem_cat("usr/", headers, NULL)) ||
	       has(r, mem_cat("usr/", r->tuple, "/", headers, NULL));
}

/* The one that is asked for, else libstdc++ where it is there, else libc++. */
static const char *cxx_library(const struct root *r)
{
	const char *want = r->s->stdlib;
	bool stdcxx = has_libstdcxx(r), cxx = has(r, "usr/include/c++/v1");
	if (!r->s->cxx)
		return "";
	if (stdcxx && (!want || strcmp(want, "libstdc++") == 0))
		return "cxx-library = libstdc++\n";
	if (cxx && (!want || strcmp(want, "libc++") == 0))
		return "cxx-library = libc++\n";
	die(EXIT_FAILED, "--sysroot %s: has no %s; leave C++ out by --no-c++, or take another sysroot",
		r->s->sysroot, want ? want : "C++ library");
}

const char *givenroot_place(const struct seal *s, const char *out)
{
	const char *place = mem_cat(out, "/sysroot", NULL);
	if (s->sysroot_digest)
		sysroot_unpack_archive(place, s->sysroot);
	else
		files_symlink(s->sysroot, place);
	return place;
}

/* clang's own are left where they are: they come with its runtimes. */
static const char *resource(const struct seal *s, const char *out)
{
	static const char *const ask[] = { "-print-resource-dir", NULL };
	const char *here = mem_cat(out, "/resource", NULL), *text;
	files_mkdir(here);
	if (s->backend->kind == BACKEND_ZIG) {
		files_copy_tree(
			mem_cat(s->backend->zig->lib, "/include", NULL), mem_cat(here, "/include", NULL));
		return "";
	}
	text = backend_answer(s->backend->cc, ask);
	if (!text || symlink(mem_cat(backend_first_line(text), "/include", NULL),
			     mem_cat(here, "/include", NULL)) != 0)
		die(EXIT_FAILED, "%s: does not tell where its headers are", s->backend->name);
	return "resource = -\n";
}

/* For a host's linker in the place of libstdc++ (see setting.c). */
static void add_host_lib(const struct root *r, const char *out)
{
	const char *lib = mem_cat("usr/lib/", r->tuple, "/libc++.a", NULL),
		   *dir = mem_cat(out, "/host-lib", NULL);
	if (!has(r, lib))
		return;
	files_mkdir(dir);
	files_symlink(mem_cat("../sysroot/", lib, NULL), mem_cat(dir, "/libc++.a", NULL));
}

const char *givenroot_make(const struct seal *s, const char *out)
{
	struct root r = { .s = s };
	files_mkdir(out);
	r.dir = givenroot_place(s, out);
	settle_gcc(&r);
	const char *first = runtime(&r), *second = cxx_library(&r), *third = resource(s, out);
	add_host_lib(&r, out);
	return mem_cat("sysroot = sysroot\n", first, second,
		has_library(&r, "libc.a") ? "static = yes\n" : "", third, NULL);
}
