/* Source: zig's src/Compilation.zig, classifyFileExt, for the names that zig knows. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "depfile.h"
#include "mapfile.h"
#include "mem.h"
#include "say.h"
#include "scratch.h"
#include "spawn.h"
#include "text.h"
#include "zigwork.h"

extern char **environ;

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

void zigwork_init(struct zigwork *w, const char *output)
{
	const char *tmp = getenv("TMPDIR");
	*w = (struct zigwork){ .output = output, .special = is_special(output) };
	const char *parent = !w->special ? parent_of(output) : mem_cat(tmp && *tmp ? tmp : "/tmp", "/", NULL);
	w->dir = mem_cat(parent, ".sealcc-", say_number((size_t)getpid()), NULL);
	w->made = mem_cat(w->dir, "/", text_base(output), NULL);
	strv_init(&w->from, 16);
	strv_init(&w->to, 16);
	strv_init(&w->script, 4);
	strv_init(&w->strip, 4);
	strv_init(&w->input, 64);
}

unsigned zigwork_minor(const struct toolchain *tc)
{
	const char *dot = strchr(tc->backend, '.');
	return dot ? (unsigned)atoi(dot + 1) : 0;
}

/* zig takes it for an object by its name, lld for a script by its text. */
static const char *script_name(const struct zigwork *w, size_t i)
{
	return mem_cat(w->dir, "/script-", say_number(i), ".o", NULL);
}

const char *zigwork_script(struct zigwork *w, const char *text)
{
	strv_push(&w->script, text);
	return script_name(w, w->script.n - 1);
}

/* The kind of a Mach-O file is its word at 12, of an ELF file that at 16 in the order
 * of its own bytes. */
static bool is_shared(const unsigned char *p)
{
	return *p == 0x7f ? p[16] == 3 || p[17] == 3 /* ET_DYN */ : *p == 0xcf && p[12] == 6 /* MH_DYLIB */;
}

static bool is_text(const unsigned char *p, size_t n)
{
	return memchr(p, 0, n < 512 ? n : 512) == NULL;
}

/* What a file is called by what it holds; NULL when zig does not link such. */
static const char *suffix_of(const struct zigwork *w, const char *path)
{
	static const struct {
		const char *magic, *suffix;
	} rows[] = { { "\xcf\xfa\xed\xfe", ".o" }, { "\177ELF", ".o" }, { "BC\xc0\xde", ".o" },
		{ "!<arch>\n", ".a" }, { "!<thin>\n", ".a" }, { "---", ".tbd" } };
	struct mapfile m;
	const char *why, *suffix = NULL;
	if (!mapfile_open(&m, path, &why))
		return NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (m.n > 16 && memcmp(m.p, rows[i].magic, strlen(rows[i].magic)) == 0)
			suffix = rows[i].suffix;
	if (m.n > 17 && suffix && is_shared(m.p))
		suffix = *m.p == 0x7f ? ".so" : ".dylib";
	if (!suffix && m.n && is_text(m.p, m.n))
		suffix = w->text_suffix;
	mapfile_close(&m);
	return suffix;
}

/* Whether the name tells it, too. */
static bool known(const char *path, const char *suffix)
{
	if (strcmp(suffix, ".so") == 0)
		return text_shared(path) != NULL;
	return text_ends(path, suffix) || (strcmp(suffix, ".a") == 0 && text_ends(path, ".rlib"));
}

const char *zigwork_input(struct zigwork *w, const char *path)
{
	const char *suffix = suffix_of(w, path);
	bool changes = suffix && w->change && (suffix[1] == 'o' || suffix[1] == 'a');
	if (!suffix || (known(path, suffix) && !changes))
		return path;
	const char *name = mem_cat(w->dir, "/", say_number(w->to.n), "-", text_base(path), suffix, NULL);
	strv_push(&w->from, path);
	strv_push(&w->to, name);
	return name;
}

/* --- caches -------------------------------------------------------------- */

static const char *libraries_cache(const struct toolchain *tc)
{
	const char *own = toolchain_path(tc, "cache"), *tmp = getenv("TMPDIR");
	if (access(own, W_OK) == 0)
		return own;
	return mem_cat(tmp && *tmp ? tmp : "/tmp", "/sealcc-zig-", tc->fingerprint, NULL);
}

void zigwork_caches(const struct zigwork *w, const struct toolchain *tc)
{
	struct strv env;
	strv_init(&env, 64);
	strv_push(&env, mem_cat("ZIG_LOCAL_CACHE_DIR=", w->dir, "/cache", NULL));
	if (!getenv("ZIG_GLOBAL_CACHE_DIR"))
		strv_push(&env, mem_cat("ZIG_GLOBAL_CACHE_DIR=", libraries_cache(tc), NULL));
	for (char **e = environ; *e; e++)
		if (!text_begins(*e, "ZIG_LOCAL_CACHE_DIR="))
			strv_push(&env, *e);
	environ = (char **)env.v;
}

/* --- the link ----------------------------------------------------------- */

static const char *absolute(const char *path)
{
	char cwd[4096];
	if (*path == '/')
		return path;
	return getcwd(cwd, sizeof cwd) ? mem_cat(cwd, "/", path, NULL) : NULL;
}

static void copy_changed(const struct zigwork *w, size_t i)
{
	struct mapfile m;
	const char *why;
	if (!mapfile_open(&m, w->from.v[i], &why))
		die(EXIT_FAILED, "%s: %s", w->from.v[i], why);
	unsigned char *bytes = mem_alloc(m.n);
	memcpy(bytes, m.p, m.n);
	w->change(w->by, bytes, m.n);
	if (!scratch_write(w->to.v[i], bytes, m.n))
		die(EXIT_FAILED, "%s: cannot be written:", w->to.v[i]);
}

static void add_scripts(const struct zigwork *w)
{
	for (size_t i = 0; i < w->script.n; i++)
		if (!scratch_write(script_name(w, i), w->script.v[i], strlen(w->script.v[i])))
			die(EXIT_FAILED, "%s: cannot be written:", script_name(w, i));
}

/* zig prints a map, and nothing else, on standard output. */
static void redirect(const struct zigwork *w)
{
	if (!w->map)
		return;
	int fd = open(w->map, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0 || dup2(fd, STDOUT_FILENO) < 0)
		die(EXIT_FAILED, "%s: cannot be written:", w->map);
}

static void link_input(const struct zigwork *w, size_t i)
{
	const char *path = absolute(w->from.v[i]);
	if (!path || symlink(path, w->to.v[i]) != 0)
		die(EXIT_FAILED, "%s: cannot be made:", w->to.v[i]);
}

static void add_inputs(const struct zigwork *w)
{
	for (size_t i = 0; i < w->to.n; i++)
		if (w->change)
			copy_changed(w, i);
		else
			link_input(w, i);
}

/* Whether the output stands in its place. */
static bool place(const struct zigwork *w)
{
	struct mapfile m;
	const char *why;
	if (!w->special)
		return rename(w->made, w->output) == 0;
	return mapfile_open(&m, w->made, &why) && scratch_write(w->output, m.p, m.n);
}

/* What zig cannot take out of a program, the toolchain's own strip does; its status. */
static int strip(const struct zigwork *w, const struct toolchain *tc)
{
	struct strv line;
	struct spawn s;
	const char *program = toolchain_path(tc, "bin/strip");
	strv_init(&line, w->strip.n + 2);
	strv_push(&line, program);
	strv_append(&line, w->strip.v);
	strv_push(&line, w->made);
	if (!spawn_fork(&s))
		spawn_exec(program, line.v, 1, (const char *const *)environ, "strip");
	return spawn_wait(&s);
}

_Noreturn void zigwork_run(const struct zigwork *w, const struct plan *p, const struct toolchain *tc)
{
	struct spawn s;
	if (getenv("SEALCC_EXPLAIN"))
		plan_exec(p, tc);
	if (access(*parent_of(w->dir) ? parent_of(w->dir) : ".", W_OK) != 0)
		die(EXIT_FAILED, "%s: cannot be written:", w->output);
	scratch_make(w->dir);
	if (!spawn_fork(&s)) {
		add_inputs(w);
		add_scripts(w);
		redirect(w);
		plan_exec(p, tc);
	}
	int status = spawn_wait(&s);
	if (status == 0 && w->strip.n)
		status = strip(w, tc);
	bool placed = status == 0 && place(w);
	if (status == 0 && !placed)
		say("%s: cannot be written:", w->output);
	scratch_remove(w->dir);
	if (placed && w->dependencies && !depfile_write(w->dependencies, w->output, &w->input))
		die(EXIT_FAILED, "%s: cannot be written:", w->dependencies);
	if (status != 0)
		spawn_end(status);
	exit(placed ? 0 : EXIT_FAILED);
}
