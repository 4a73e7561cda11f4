/* The layout is Debian's: usr/lib/gcc/TUPLE/VERSION, or usr/lib/gcc-cross where
 * its cross compilers are installed. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "givenroot.h"
#include "mem.h"
#include "say.h"

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

const char *givenroot_gcc(const char *sysroot, const struct triple *t)
{
	static const char *const places[] = { "usr/lib/gcc/", "usr/lib/gcc-cross/" };
	char tuple[64];
	triple_write(t, TRIPLE_DEBIAN, tuple, sizeof tuple);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		const char *found = newest_in(sysroot, mem_cat(places[i], tuple, NULL));
		if (found)
			return found;
	}
	die(EXIT_FAILED,
		"--sysroot %s: has no libgcc for %s (usr/lib/gcc/%s); make a sysroot with 'sealcc sysroot'",
		sysroot, tuple, tuple);
}

void givenroot_make(const struct seal *s, const char *out)
{
	files_mkdir(mem_cat(out, "/resource", NULL));
	if (symlink(s->sysroot, mem_cat(out, "/sysroot", NULL)) != 0)
		die(EXIT_FAILED, "%s/sysroot: cannot be made:", out);
	files_copy_tree(mem_cat(s->zig->lib, "/include", NULL), mem_cat(out, "/resource/include", NULL));
}

static bool has_libc(const struct seal *s)
{
	static const char *const dirs[] = { "usr/lib/", "lib/", "usr/" };
	char tuple[64];
	triple_write(&s->target, TRIPLE_DEBIAN, tuple, sizeof tuple);
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		if (files_exist(mem_cat(s->sysroot, "/", dirs[i], tuple, "/libc.a", NULL)) ||
			files_exist(mem_cat(s->sysroot, "/", dirs[i], tuple, "/lib/libc.a", NULL)))
			return true;
	return false;
}

const char *givenroot_conf(const struct seal *s)
{
	return mem_cat(
		"sysroot = sysroot\nruntime = libgcc\ncxx-library = libstdc++\ngcc-install-dir = sysroot/",
		givenroot_gcc(s->sysroot, &s->target), "\n", has_libc(s) ? "static = yes\n" : "", NULL);
}
