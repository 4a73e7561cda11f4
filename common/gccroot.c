/* A gcc's headers and libraries.  A cross gcc has a C library of its own, but
 * looks into the host's /usr/include, too, unless it is given another sysroot
 * (the GCC manual, --sysroot; Debian configures it with --with-sysroot=/).  A
 * native gcc has the host's only.  What it finds is asked, not guessed: a gcc
 * may be configured in many ways. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "givenroot.h"
#include "mem.h"
#include "say.h"
#include "text.h"

/* Below a sysroot, or without one when it is NULL. */
static const char *option(const char *sysroot)
{
	return sysroot ? mem_cat("--sysroot=", sysroot, NULL) : "-B.";
}

/* The directory that name, which begins with a slash, is in; NULL when there is
 * none that is absolute. */
static const char *directory(const char *path, const char *name)
{
	size_t n = strlen(path), m = strlen(name);
	if (*path != '/' || n <= m || strcmp(path + n - m, name) != 0)
		return NULL;
	return realpath(mem_dup(path, n - m), NULL);
}

/* Where stdio.h is: the rule for make that -M writes names it. */
static const char *include_dir(const struct backend *b, const char *sysroot)
{
	const char *const ask[] = { option(sysroot), "-M", "-include", "stdio.h", "-x", "c", "/dev/null",
		NULL };
	char *text = backend_answer(b->cc, ask);
	for (char *word = text ? strtok(text, " \\\n") : NULL; word; word = strtok(NULL, " \\\n")) {
		const char *dir = directory(word, "/stdio.h");
		if (dir)
			return dir;
	}
	return NULL;
}

/* Where a library is; gcc answers with the bare name when it finds none. */
static const char *lib_dir(const struct backend *b, const char *sysroot, const char *file)
{
	const char *const ask[] = { option(sysroot), mem_cat("-print-file-name=", file, NULL), NULL };
	const char *text = backend_answer(b->cc, ask);
	return text ? directory(backend_first_line(text), mem_cat("/", file, NULL)) : NULL;
}

static bool is_below(const char *path, const char *dir)
{
	char *real = realpath(dir, NULL);
	size_t n = real ? strlen(real) : 0;
	return path && n && (n == 1 || (strncmp(path, real, n) == 0 && (path[n] == '/' || !path[n])));
}

static void check_followed(const struct seal *s, const char *root)
{
	const char *include = include_dir(s->backend, root), *lib = lib_dir(s->backend, root, "libc.so");
	const char *wrong = !is_below(include, root) ? include : lib;
	if (is_below(include, root) && is_below(lib, root))
		return;
	if (!include || !lib)
		die(EXIT_FAILED, "--sysroot %s: %s finds no C library in it; make one with 'sealcc sysroot'",
			s->sysroot, s->backend->cc);
	die(EXIT_FAILED, "--sysroot %s: %s takes the C library of %s all the same; --backend clang does not",
		s->sysroot, s->backend->cc, wrong);
}

static void link_to(const char *to, const char *path)
{
	files_mkdir(mem_dup(path, (size_t)(strrchr(path, '/') - path)));
	if (!files_exist(path))
		files_symlink(to, path);
}

/* A sysroot in which the C library of gcc's own is all there is, for gcc and for
 * build systems that look into it.  Linker scripts name /usr/TUPLE/lib. */
static void make_own(const struct seal *s, const char *place)
{
	files_mkdir(place);
	const char *include = include_dir(s->backend, place), *lib = lib_dir(s->backend, place, "libc.so");
	if (!include || !lib)
		die(EXIT_FAILED,
			"%s: has no C library of its own, only this machine's; give a sysroot by --sysroot, "
			"or "
			"'--sysroot /' to take this machine's",
			s->backend->cc);
	link_to(include, mem_cat(place, "/usr/include", NULL));
	link_to(lib, mem_cat(place, "/usr/lib", NULL));
	link_to(lib, mem_cat(place, lib, NULL));
}

/* A gcc that was built with a sysroot of its own keeps that. */
static const char *configured(const struct backend *b)
{
	static const char *const ask[] = { "-print-sysroot", NULL };
	const char *text = backend_answer(b->cc, ask);
	char *real = text ? realpath(backend_first_line(text), NULL) : NULL;
	return real && real[1] ? real : NULL;
}

static const char *lines(const struct seal *s, const char *sysroot, const char *asked)
{
	return mem_cat("driver-kind = gcc\nsysroot = ", sysroot, "\nruntime = libgcc\n",
		s->cxx ? "cxx-library = libstdc++\n" : "",
		s->backend->cxx ? mem_cat("cxx-driver = ", s->backend->cxx, "\n", NULL) : "",
		lib_dir(s->backend, asked, "libc.a") ? "static = yes\n" : "", NULL);
}

const char *gccroot_make(const struct seal *s, const char *out)
{
	const char *place = mem_cat(out, "/sysroot", NULL), *own = configured(s->backend);
	files_mkdir(out);
	if (!s->sysroot && !own) {
		make_own(s, place);
		return lines(s, "sysroot", place);
	}
	if (!s->sysroot) {
		link_to(own, place);
		return lines(s, "-", NULL);
	}
	givenroot_place(s, out);
	check_followed(s, place);
	return lines(s, strcmp(s->sysroot, "/") == 0 ? "-" : "sysroot", place);
}
