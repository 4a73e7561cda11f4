/* Source: zig's src/Compilation.zig, classifyFileExt, for the names that zig knows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "machowork.h"
#include "mapfile.h"
#include "mem.h"
#include "say.h"
#include "scratch.h"
#include "spawn.h"
#include "text.h"

/* --- names -------------------------------------------------------------- */

static const char *parent_of(const char *path)
{
	size_t n = (size_t)(text_base(path) - path);
	return n ? mem_dup(path, n) : "";
}

/* A directory, or /dev/null, is not to be replaced by a program. */
static bool is_special(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

void machowork_init(struct machowork *w, const char *output, const struct machoexport *exports)
{
	const char *tmp = getenv("TMPDIR");
	*w = (struct machowork){ .output = output, .exports = *exports, .special = is_special(output) };
	const char *parent = !w->special ? parent_of(output) : mem_cat(tmp && *tmp ? tmp : "/tmp", "/", NULL);
	w->dir = mem_cat(parent, ".sealcc-", say_number((size_t)getpid()), NULL);
	w->made = mem_cat(w->dir, "/", text_base(output), NULL);
	strv_init(&w->from, 16);
	strv_init(&w->to, 16);
}

/* What a file is called by what it holds; NULL when zig does not link such. */
static const char *suffix_of(const char *path)
{
	static const struct {
		const char *magic, *suffix;
	} rows[] = { { "\xcf\xfa\xed\xfe", ".o" }, { "!<arch>\n", ".a" }, { "---", ".tbd" } };
	struct mapfile m;
	const char *why, *suffix = NULL;
	if (!mapfile_open(&m, path, &why))
		return NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (m.n > 16 && memcmp(m.p, rows[i].magic, strlen(rows[i].magic)) == 0)
			suffix = rows[i].suffix;
	if (m.n > 16 && suffix && *m.p == 0xcf && m.p[12] == 6) /* MH_DYLIB */
		suffix = ".dylib";
	mapfile_close(&m);
	return suffix;
}

static bool known(const char *path)
{
	static const char *const names[] = { ".o", ".a", ".rlib", ".dylib", ".tbd" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_ends(path, names[i]))
			return true;
	return false;
}

const char *machowork_input(struct machowork *w, const char *path)
{
	const char *suffix = suffix_of(path);
	bool hides = suffix && machoexport_any(&w->exports) && (suffix[1] == 'o' || suffix[1] == 'a');
	if (!suffix || (known(path) && !hides))
		return path;
	const char *name = mem_cat(w->dir, "/", say_number(w->to.n), "-", text_base(path), suffix, NULL);
	strv_push(&w->from, path);
	strv_push(&w->to, name);
	return name;
}

/* --- the link ----------------------------------------------------------- */

static const char *absolute(const char *path)
{
	char cwd[4096];
	if (*path == '/')
		return path;
	return getcwd(cwd, sizeof cwd) ? mem_cat(cwd, "/", path, NULL) : NULL;
}

static void copy_hidden(const struct machowork *w, size_t i)
{
	struct mapfile m;
	const char *why;
	if (!mapfile_open(&m, w->from.v[i], &why))
		die(EXIT_FAILED, "%s: %s", w->from.v[i], why);
	unsigned char *bytes = mem_alloc(m.n);
	memcpy(bytes, m.p, m.n);
	machoexport_hide(&w->exports, bytes, m.n);
	if (!scratch_write(w->to.v[i], bytes, m.n))
		die(EXIT_FAILED, "%s: cannot be written:", w->to.v[i]);
}

static void link_input(const struct machowork *w, size_t i)
{
	const char *path = absolute(w->from.v[i]);
	if (!path || symlink(path, w->to.v[i]) != 0)
		die(EXIT_FAILED, "%s: cannot be made:", w->to.v[i]);
}

static void add_inputs(const struct machowork *w)
{
	for (size_t i = 0; i < w->to.n; i++)
		if (machoexport_any(&w->exports))
			copy_hidden(w, i);
		else
			link_input(w, i);
}

/* Whether the output stands in its place. */
static bool place(const struct machowork *w)
{
	struct mapfile m;
	const char *why;
	if (!w->special)
		return rename(w->made, w->output) == 0;
	return mapfile_open(&m, w->made, &why) && scratch_write(w->output, m.p, m.n);
}

_Noreturn void machowork_run(const struct machowork *w, const struct plan *p, const struct toolchain *tc)
{
	struct spawn s;
	if (getenv("SEALCC_EXPLAIN"))
		plan_exec(p, tc);
	scratch_make(w->dir);
	if (!spawn_fork(&s)) {
		add_inputs(w);
		plan_exec(p, tc);
	}
	int status = spawn_wait(&s);
	bool placed = status == 0 && place(w);
	if (status == 0 && !placed)
		say("%s: cannot be written:", w->output);
	scratch_remove(w->dir);
	if (status != 0)
		spawn_end(status);
	exit(placed ? 0 : EXIT_FAILED);
}
