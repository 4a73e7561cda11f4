/* zig names its program and its library directory in "zig env": JSON up to
 * 0.13, ZON since 0.14. */
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "zig.h"

static const char how_to_get[] =
	"install it with 'pip install ziglang', or name one with --zig or SEALCC_ZIG";

/* The string after name, a separator and an opening quote; escapes of both
 * notations that occur in paths are undone. */
static const char *field(const char *text, const char *name)
{
	const char *p = strstr(text, name);
	p = p ? strchr(p + strlen(name) + 1, '"') : NULL;
	if (!p)
		return NULL;
	char *out = mem_cat(++p, NULL), *end = out;
	for (; *p && *p != '"'; p++) {
		if (*p == '\\' && p[1])
			p++;
		*end++ = *p;
	}
	*end = 0;
	return out;
}

static const char *absolute(const char *path)
{
	char *real = realpath(path, NULL);
	return real ? real : path;
}

static const char *lib_near(const char *text, const char *program)
{
	const char *lib = field(text, "lib_dir");
	return lib ? absolute(lib) : mem_cat(program, "/../lib", NULL);
}

static bool ask(struct zig *z, const char *const *line)
{
	char *text;
	const char *const env[] = { "ZIG_GLOBAL_CACHE_DIR=/tmp", "ZIG_LOCAL_CACHE_DIR=/tmp", "HOME=/",
		mem_cat("PATH=", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin", NULL), NULL };
	struct child c = { .argv = line, .env = env };
	if (child_read(&c, 0, &text) != 0)
		return false;
	const char *program = field(text, "zig_exe"), *version = field(text, "\"version\"");
	z->version = version ? version : field(text, ".version");
	if (!program || !z->version)
		return false;
	z->path = absolute(program);
	z->lib = lib_near(text, z->path);
	return true;
}

static const char *from_python(const char *python)
{
	char *text;
	const char *const line[] = { python, "-c",
		"import os, ziglang; print(os.path.dirname(ziglang.__file__))", NULL };
	struct child c = { .argv = line };
	if (child_read(&c, 0, &text) != 0)
		return NULL;
	text[strcspn(text, "\n")] = 0;
	return mem_cat(text, "/zig", NULL);
}

static bool ask_program(struct zig *z, const char *program)
{
	const char *const line[] = { program, "env", NULL };
	return program && ask(z, line);
}

static int named(struct zig *z, const char *program, const char **why)
{
	if (ask_program(z, program))
		return 0;
	bool gone = strchr(program, '/') && !files_exist(program);
	*why = mem_cat(z->by, " names ", program,
		gone ? ", which does not exist" : ", which does not answer 'env' as zig does", NULL);
	return gone ? EXIT_NOT_FOUND : EXIT_CANNOT_RUN;
}

/* Look where nobody has named one. */
static int search(struct zig *z, const char **why)
{
	z->by = "PATH";
	if (ask_program(z, "zig"))
		return 0;
	z->by = "the Python package ziglang";
	if (ask_program(z, from_python("python3")) || ask_program(z, from_python("python")))
		return 0;
	*why = "none in PATH and no Python package ziglang";
	return EXIT_NOT_FOUND;
}

int zig_look(struct zig *z, const char *given, const char **why, const char **advice)
{
	const char *env = getenv("SEALCC_ZIG");
	z->by = given ? "--zig" : "SEALCC_ZIG";
	*advice = how_to_get;
	int status = given ? named(z, given, why) : env && *env ? named(z, env, why) : search(z, why);
	if (status == 0)
		z->size = files_size(z->path);
	return status;
}

void zig_find(struct zig *z, const char *given)
{
	const char *why, *advice;
	int status = zig_look(z, given, &why, &advice);
	if (status != 0)
		die(status, "zig: %s; %s", why, advice);
}

/* The file begins with a count and that many library names, then a count and
 * that many versions of three bytes. */
bool zig_glibc(const struct zig *z, size_t i, unsigned *major, unsigned *minor)
{
	size_t n, at = 1;
	const unsigned char *p =
		(unsigned char *)files_read(mem_cat(z->lib, "/libc/glibc/abilists", NULL), &n);
	if (!p || n < 2)
		return false;
	for (unsigned names = p[0]; names && at < n; at++)
		names -= p[at] == 0;
	if (at >= n || at + 1 + 3 * (size_t)p[at] > n)
		return false;
	for (const unsigned char *v = p + at + 1, *end = v + 3 * p[at]; v < end; v += 3) {
		if (v[2] != 0 || i-- > 0) /* 2.1.1 and the like name no floor of their own */
			continue;
		*major = v[0];
		*minor = v[1];
		return true;
	}
	return false;
}
