/* Which strings of a file are paths of the machine that built it. */
#include <stdlib.h>
#include <string.h>

#include "../../common/buildpath.h"
#include "tap.h"

/* Copied, so that a read beyond the end is seen. */
static struct buildpaths find(enum buildpath_place place, const char *text, size_t n)
{
	struct buildpaths b = { 0 };
	unsigned char *copy = malloc(n ? n : 1);
	if (!copy)
		abort();
	memcpy(copy, text, n);
	buildpath_find(&b, place, ".x", (struct elf_bytes){ copy, n });
	free(copy);
	return b;
}

static void test_loaded(const char *text, const char *want)
{
	struct buildpaths b = find(BUILDPATH_LOADED, text, strlen(text));
	const struct buildpath_list *l = &b.in[BUILDPATH_LOADED];
	is_str(l->n ? l->path[0].path : NULL, want, "'%s'", text);
}

static void test_search(const char *path, size_t n, const char *first)
{
	struct buildpaths b = { 0 };
	buildpath_search(&b, "DT_RUNPATH", path);
	const struct buildpath_list *l = &b.in[BUILDPATH_RPATH];
	ok(l->n == n, "%u in '%s'", (unsigned)n, path);
	is_str(l->n ? l->path[0].path : NULL, first, "and the first of them");
}

static void test_limits(void)
{
	static char many[64 * 1024];
	size_t n = 0;
	for (int i = 0; i < 100; i++)
		n += (size_t)snprintf(many + n, sizeof many - n, "/home/u/p/x/%d.c", i) + 1;
	struct buildpaths b = find(BUILDPATH_LOADED, many, n);
	ok(b.in[BUILDPATH_LOADED].count == 100 && b.in[BUILDPATH_LOADED].n == BUILDPATH_SHOWN,
		"all are counted, some are kept");
	n = 0;
	for (int i = 0; i < 100; i++)
		n += (size_t)snprintf(many + n, sizeof many - n, "/home/u/p/x/a.c") + 1;
	b = find(BUILDPATH_LOADED, many, n);
	ok(b.in[BUILDPATH_LOADED].count == 100 && b.in[BUILDPATH_LOADED].n == 1, "the same one is kept once");
	memset(many, 'a', sizeof many);
	memcpy(many, "/home/u/", 8);
	b = find(BUILDPATH_LOADED, many, sizeof many);
	ok(b.in[BUILDPATH_LOADED].count == 0, "a name that does not end is cut off");
	memset(many, '/', sizeof many);
	b = find(BUILDPATH_DEBUG, many, sizeof many);
	ok(b.in[BUILDPATH_DEBUG].count == 0, "slashes alone are no path");
}

static void test_allowed(void)
{
	static const char text[] = "/home/u/p/x.c\0/tmp/a/b/c.c";
	struct strv allowed = { 0 };
	struct buildpaths b = { .allowed = &allowed };
	strv_push(&allowed, "/home/u/*");
	buildpath_find(
		&b, BUILDPATH_LOADED, "", (struct elf_bytes){ (const unsigned char *)text, sizeof text });
	ok(b.in[BUILDPATH_LOADED].count == 1, "what is allowed does not count");
}

int main(void)
{
	test_loaded("/home/u/project/main.c", "/home/u/project/main.c");
	test_loaded("in /home/u/main.c:3", "/home/u/main.c");
	test_loaded("/home/u/.config", NULL);
	test_loaded("/home/u", NULL);
	test_loaded("/home/", NULL);
	test_loaded("/usr/home/u/a/b/c.c", NULL);
	test_loaded("../home/u/a/b/c.c", NULL);
	test_loaded("overflow/home/u/a/b/lib.rsnext", "/home/u/a/b/lib.rsnext");
	test_loaded("/home/\xc3\xbctz/a/b", "/home/\xc3\xbctz/a/b");
	test_loaded("/home/u/\xc3", NULL);
	test_loaded("-ffile-prefix-map=/build/x-1.0/src=.", "/build/x-1.0/src");
	test_loaded("-I/build/x-1.0/include", "/build/x-1.0/include");
	test_loaded("../build/x/y/z", NULL);
	test_loaded("objects/tmp/x/y.c", NULL);
	test_loaded("/tmp/x.pid", NULL);
	test_loaded("/tmp/x.c", "/tmp/x.c");
	test_loaded("/tmp/%s/x", NULL);
	test_loaded("/tmp/.X11-unix/X0", NULL);
	test_loaded("file:///tmp/a/b", NULL);
	test_loaded("/var/tmp/portage/x/y/z", "/var/tmp/portage/x/y/z");
	test_loaded("/b/f/w/execroot/_main/external/x.cc", "/b/f/w/execroot/_main/external/x.cc");
	test_loaded("a/execroot/b", NULL);
	test_loaded("/usr/local/cargo/registry/src/index-1/x-1.0/src/lib.rs",
		"/usr/local/cargo/registry/src/index-1/x-1.0/src/lib.rs");
	test_loaded("/rustc/0123456789/library/core/src/lib.rs", NULL);
	test_loaded("/usr/src/x/y.c", NULL);
	test_loaded("/Users/u/a/b.swift", "/Users/u/a/b.swift");
	test_loaded("", NULL);
	ok(find(BUILDPATH_DEBUG, "/tmp/x", 6).in[BUILDPATH_DEBUG].count == 1,
		"in debugging information every path counts");
	test_search("/home/u/lib:$ORIGIN/../lib:/usr/lib:/lib64/x:relative", 1, "/home/u/lib");
	test_search("/opt/x::/usrlocal", 2, "/opt/x");
	test_search("", 0, NULL);
	test_limits();
	test_allowed();
	return done_testing();
}
