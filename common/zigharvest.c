/* Sources: zig's src/Compilation.zig and src/link for what ZIG_VERBOSE_LINK and
 * ZIG_VERBOSE_CC print. */
#include <string.h>

#include "arfile.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "strv.h"
#include "text.h"
#include "zigharvest.h"

/* --- headers ------------------------------------------------------------ */

/* Copy the directories that line names below zig's libc/include, the last one
 * first: an earlier one wins. */
static void copy_named(const struct job *j, const char *line)
{
	static const char mark[] = "/libc/include/";
	const char *p = strstr(line, mark);
	if (!p)
		return;
	p += strlen(mark);
	copy_named(j, p);
	const char *dir = mem_dup(p, strcspn(p, " "));
	files_copy_tree(mem_cat(j->s->backend->zig->lib, mark, dir, NULL), j->include);
}

const char *zigharvest_headers(const struct job *j)
{
	job_step(j, "headers");
	const char *line = job_compile_line(j, "cc");
	copy_named(j, line);
	files_copy_tree(mem_cat(j->s->backend->zig->lib, "/include", NULL),
		mem_cat(j->out, "/resource/include", NULL));
	return line;
}

/* --- macros ------------------------------------------------------------- */

bool zigharvest_macro(const char **line, const char *prefix, struct zigharvest_macro *m)
{
	const char *p = strstr(*line, mem_cat(" -D", prefix, NULL));
	if (!p)
		return false;
	p += 3;
	size_t n = strcspn(p, "= "), end = strcspn(p, " ");
	*m = (struct zigharvest_macro){ mem_dup(p, n), p[n] == '=' ? mem_dup(p + n + 1, end - n - 1) : "1" };
	*line = p + end;
	return true;
}

/* --- objects ------------------------------------------------------------ */

/* How the line of a linker begins, and how it names what it makes. */
static const struct linker {
	const char *word, *out;
} linkers[] = {
	{ "ld.lld ", " -o out " },
	{ "lld-link ", " -OUT:out." },
	{ "zig ld ", " -o out " },
	{ "wasm-ld ", " -o out " },
};

static bool makes_out(const char *line)
{
	for (size_t i = 0; i < sizeof linkers / sizeof *linkers; i++)
		if (text_begins(line, linkers[i].word) && strstr(line, linkers[i].out))
			return true;
	return false;
}

/* The lld line that makes "out", in the text zig printed. */
static char *link_line(char *text)
{
	char *found = NULL;
	for (char *line = text; line && *line;) {
		char *end = strchr(line, '\n');
		if (end)
			*end = 0;
		if (makes_out(line))
			found = line;
		line = end ? end + 1 : NULL;
	}
	return found;
}

static bool is_hash(const char *p)
{
	return strspn(p, "0123456789abcdef") == 32 && p[32] == '/';
}

static bool wanted(const char *file)
{
	return strcmp(file, "e.o") != 0 && strcmp(file, "e.obj") != 0 && !strstr(file, "ubsan");
}

/* Copy every file that the line takes from zig's cache ("/o/HASH/NAME", where
 * the cache's own path may hold blanks) into the sysroot's libraries. */
static void copy_objects(const struct job *j, const char *line)
{
	for (const char *p = line; (p = strstr(p, "/o/"));) {
		p += 3;
		if (!is_hash(p))
			continue;
		const char *name = p + 33;
		size_t n = strcspn(name, " \n");
		const char *file = mem_dup(name, n);
		if (wanted(file))
			files_copy(
				mem_cat(j->work, "/cache/o/", mem_dup(p, 33), file, NULL), job_lib(j, file));
		p = name + n;
	}
}

void zigharvest_link(const struct job *j, const char *driver, const char *const *mode)
{
	struct strv line;
	strv_init(&line, 32);
	strv_push(&line, driver);
	strv_push(&line, "-target");
	strv_push(&line, j->zig_target);
	strv_push(&line, "-s"); /* no debug information: it would name this directory */
	strv_push(&line, "-O2");
	strv_push(&line, "-fno-lto");
	strv_append(&line, mode);
	char *text = job_zig(j, line.v);
	char *found = link_line(text);
	if (!found)
		die(EXIT_FAILED, "%s: zig %s does not print its link line; this zig cannot be sealed yet",
			j->zig_target, j->s->backend->zig->version);
	copy_objects(j, found);
}

void zigharvest_merge(const struct job *j, const char *into, const char *const *from)
{
	const char *path = job_lib(j, into);
	for (; *from; from++) {
		const char *const add[] = { "ar", "qcsDL", path, job_lib(j, *from), NULL };
		if (files_exist(job_lib(j, *from)))
			job_zig(j, add);
	}
	zigharvest_need(j, into);
	const char *const index[] = { "ranlib", "-D", path, NULL };
	arfile_strip_paths(path);
	job_zig(j, index);
}

void zigharvest_need(const struct job *j, const char *file)
{
	if (!files_exist(job_lib(j, file)))
		die(EXIT_FAILED, "%s: zig %s did not make %s; this zig cannot be sealed yet", j->zig_target,
			j->s->backend->zig->version, file);
}
