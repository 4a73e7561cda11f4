/* Source: zig's src/libs/mingw.zig, findDef: the machine's own definitions first,
 * then those for all, of which some are for the preprocessor.  All of them are
 * made: a dozen milliseconds each, 20 MB together. */
#include <string.h>

#include "files.h"
#include "mem.h"
#include "strv.h"
#include "zigimport.h"

static const struct machine {
	const char *arch, *dir, *dlltool, *macro; /* arch is zig's name */
} machines[] = {
	{ "x86_64", "lib64", "i386:x86-64", "-DDEF_X64" },
	{ "x86", "lib32", "i386", "-DDEF_I386" },
	{ "aarch64", "libarm64", "arm64", "-DDEF_ARM64" },
};

static const struct machine *machine_of(const struct triple *t)
{
	const struct machine *m = machines;
	while (strcmp(m->arch, triple_arch_zig(t)) != 0)
		m++;
	return m;
}

/* The name without the directory and ".def" or ".def.in"; NULL for other files,
 * such as the parts of others that are called NAME-common. */
static const char *name_of(const char *path)
{
	const char *name = strrchr(path, '/') + 1, *end = strstr(name, ".def");
	if (!end || (strcmp(end, ".def") != 0 && strcmp(end, ".def.in") != 0) || strstr(name, "-common.def"))
		return NULL;
	return mem_dup(name, (size_t)(end - name));
}

static const char *preprocessed(
	const struct machine *m, const struct job *j, const char *path, const char *name)
{
	const char *out = mem_cat(j->work, "/", name, ".def", NULL);
	const char *const line[] = { "clang", "--no-default-config", mem_cat("--target=", j->llvm, NULL),
		"-E", "-P", "-w", "-xc", m->macro,
		mem_cat("-I", j->s->backend->zig->lib, "/libc/mingw/def-include", NULL), path, "-o", out,
		NULL };
	job_zig(j, line);
	return out;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The name that ends at end begins here. */
static const char *name_start(const char *text, const char *end)
{
	while (end > text && !is_blank(end[-1]))
		end--;
	return end;
}

/* Take "@8" off each NAME@8, which is not an ordinal ("NAME @8") and no name of
 * C++ ("?f@@3HA"); whether there was one. */
static bool undecorate(char *text)
{
	bool found = false;
	for (char *p = text; (p = strchr(p, '@'));) {
		size_t n = strspn(p + 1, "0123456789");
		const char *start = name_start(text, p);
		if (!n || start == p || *start == '?' || (p[n + 1] && !is_blank(p[n + 1]))) {
			p++;
			continue;
		}
		memmove(p, p + n + 1, strlen(p + n + 1) + 1);
		found = true;
	}
	return found;
}

/* Only 32-bit x86 has decorated names, but some definitions are written for all. */
static const char *without_decoration(const struct job *j, const char *def, const char *name)
{
	char *text = files_read(def, NULL);
	const char *out = mem_cat(j->work, "/", name, "-plain.def", NULL);
	if (!text || !undecorate(text))
		return def;
	files_write(out, text);
	return out;
}

static const char *const *dlltool(
	const struct machine *m, const struct job *j, const char *def, const char *name)
{
	struct strv line;
	strv_init(&line, 10);
	strv_push(&line, "dlltool");
	strv_push(&line, "-m");
	strv_push(&line, m->dlltool);
	if (strcmp(m->dlltool, "i386") == 0)
		strv_push(&line, "-k"); /* DLLs export stdcall functions without their @N */
	strv_push(&line, "-d");
	strv_push(&line, def);
	strv_push(&line, "-l");
	strv_push(&line, job_lib(j, mem_cat("lib", name, ".a", NULL)));
	return line.v;
}

void zigimport_make(const struct job *j)
{
	const struct machine *m = machine_of(&j->s->target);
	struct strv defs, names;
	const char *dir = mem_cat(j->s->backend->zig->lib, "/libc/mingw/", NULL);
	strv_init(&defs, 2048);
	strv_init(&names, 2048);
	files_list(mem_cat(dir, m->dir, NULL), &defs);
	files_list(mem_cat(dir, "lib-common", NULL), &defs);
	const char *const **lines = mem_alloc((defs.n + 1) * sizeof *lines);
	for (size_t i = 0; i < defs.n; i++) {
		const char *def = defs.v[i], *name = name_of(def);
		if (!name || strv_has(&names, name))
			continue;
		if (strcmp(strrchr(def, '.'), ".in") == 0)
			def = preprocessed(m, j, def, name);
		if (triple_bits(&j->s->target) == 64)
			def = without_decoration(j, def, name);
		lines[names.n] = dlltool(m, j, def, name);
		strv_push(&names, name);
	}
	job_zig_all(j, lines, names.n);
}
