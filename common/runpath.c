/* Works on the finished line: what was repaired is marked by its rule. */
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "origin.h"
#include "runpath.h"
#include "say.h"
#include "text.h"

/* What the line says of libraries. */
struct libraries {
	const char *out;
	struct strv name; /* values of -l */
	struct strv dir;  /* search directories that were repaired, or are a build's outputs */
	struct strv file; /* shared objects of that kind */
};

static void take(struct libraries *l, unsigned kind, const char *value, bool repaired)
{
	bool wanted = repaired || origin_is_output(value);
	if (kind == KIND_OUTPUT)
		l->out = value;
	else if (kind == KIND_LIBRARY)
		strv_push(&l->name, value);
	else if (kind == KIND_LIBRARY_DIR && wanted)
		strv_push(&l->dir, value);
}

static void scan(struct libraries *l, const struct plan *p, const struct option_table *options)
{
	*l = (struct libraries){ .out = "a.out" };
	for (size_t i = p->head; i < p->word.n; i++) {
		const char *value = NULL, *word = p->word.v[i];
		const struct option *o = *word == '-' ? option_find(options, word, &value) : NULL;
		if (o && option_takes_next(o, value))
			value = i + 1 < p->word.n ? p->word.v[++i] : "";
		bool repaired = strcmp(p->rule.v[i], "stale-path") == 0;
		if (o && value)
			take(l, o->kind, value, repaired);
		else if (*word != '-' && text_shared(word) && (repaired || origin_is_output(word)))
			strv_push(&l->file, word);
	}
}

/* Whether one of the run paths in word, if these are such, is path. */
static bool has_path(const char *word, const char *path)
{
	size_t n = strlen(path);
	for (const char *at = word; (at = text_find(at, path)); at++) {
		const char *end = at + n + (at[n] == '/');
		if ((at == word || strchr("=,:", at[-1])) &&
			strchr(",:", *end)) /* or the end, which strchr finds */
			return true;
	}
	return false;
}

/* Unless it is there: from the caller, or from cc when this is ld. */
static void add(struct plan *p, const char *joined, const char *out, const char *dir)
{
	const char *path = origin_rpath(out, dir);
	for (size_t i = 0; path && i < p->word.n; i++)
		if (has_path(p->word.v[i], path))
			return;
	if (path)
		plan_add(p, mem_cat(joined, path, NULL), "run-path");
}

static bool holds_one(const char *dir, const struct strv *names)
{
	for (size_t i = 0; i < names->n; i++)
		if (access(mem_cat(dir, "/lib", names->v[i], ".so", NULL), F_OK) == 0)
			return true;
	return false;
}

static const char *directory(const char *file)
{
	const char *slash = strrchr(file, '/');
	return slash ? mem_dup(file, (size_t)(slash - file)) : ".";
}

void runpath_add(
	struct plan *p, const struct toolchain *tc, const struct option_table *options, const char *joined)
{
	struct libraries l;
	if (!tc->rpath)
		return;
	if (strcmp(tc->rpath, "origin") != 0)
		die(EXIT_BAD_CONF, "sealcc.conf: rpath = %s: write 'origin', or leave it out", tc->rpath);
	scan(&l, p, options);
	for (size_t i = 0; i < l.file.n; i++)
		add(p, joined, l.out, directory(l.file.v[i]));
	for (size_t i = 0; i < l.dir.n; i++)
		if (holds_one(l.dir.v[i], &l.name))
			add(p, joined, l.out, l.dir.v[i]);
}
