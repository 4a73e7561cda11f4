/* The linker's command line.  A linker for one target knows its emulation and
 * where its libraries are; lld knows neither, so both are said. */
#include <string.h>

#include "execroot.h"
#include "link.h"
#include "mem.h"
#include "option.h"
#include "runpath.h"
#include "say.h"

/* What the scan of an ld line finds. */
struct line {
	const char *emulation;
	bool sysroot, versions, query, no_search, dangling;
	bool fixed;        /* -static */
	bool dynamic;      /* -shared, -r, or a loader is named */
	bool *value;       /* per word: it is the value of the option before */
	const char **path; /* per word: where a path that is read stands in it, or NULL */
	struct strv word, rule;
	bool changed;
	struct execroot *execroot;
};

static void take(struct line *l, const struct option *o, const char *value)
{
	switch (o->kind) {
	case KIND_TARGET:
		l->emulation = value;
		break;
	case KIND_SYSROOT:
		l->sysroot = true;
		break;
	case KIND_VERSIONS:
		l->versions = true;
		break;
	case KIND_QUERY:
		l->query = true;
		break;
	case KIND_RELOCATABLE:
		l->dynamic = true;
		l->no_search = true;
		break;
	case KIND_NO_STDLIB:
		l->no_search = true;
		break;
	case KIND_STATIC:
		l->fixed = true;
		break;
	case KIND_SHARED:
	case KIND_DYNAMIC:
		l->dynamic = true;
		break;
	default:
		break;
	}
}

static void take_path(struct line *l, size_t i, const struct option *o, const char *value)
{
	if (o->path && *value != '=') /* "=" stands for the sysroot */
		l->path[i] = value;
}

static void scan(struct line *l, const struct args *a)
{
	*l = (struct line){ .value = mem_alloc(a->word.n),
		.path = mem_alloc(a->word.n * sizeof *l->path),
		.execroot = a->execroot,
		.changed = a->stale };
	for (size_t i = 0; i < a->word.n; i++) {
		const char *value, *word = a->word.v[i];
		const struct option *o =
			*word == '-' && word[1] ? option_find(&ld_options, word, &value) : NULL;
		if (*word != '-')
			l->path[i] = word;
		if (!o)
			continue;
		if (option_takes_next(o, value)) {
			l->dangling = i + 1 == a->word.n;
			value = l->dangling ? "" : a->word.v[++i];
			l->value[i] = true;
		}
		if (value)
			take_path(l, i, o, value);
		take(l, o, value);
	}
}

static void check_emulation(const struct line *l, const struct toolchain *tc)
{
	const char *own = triple_emulation(&tc->target);
	struct triple t;
	if (!l->emulation || strcmp(l->emulation, own) == 0)
		return;
	for (size_t i = 0; triple_nth(i, &t); i++)
		if (strcmp(triple_emulation(&t), l->emulation) == 0)
			die(EXIT_FAILED,
				"-m %s: this toolchain is for %s (-m %s); seal one for that target with "
				"'sealcc new'",
				l->emulation, tc->target_name, own);
}

static bool turns_dynamic(const char *word)
{
	static const char *const words[] = { "-Bdynamic", "--Bdynamic", "-dy", "-call_shared" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

/* The caller's word i as the linker shall see it; sets *rule when changed.
 * In a static program -Bdynamic lets -l find shared objects, even libc.so, and
 * the program then crashes before main; rustc says it in every link. */
static const char *translate(struct line *l, const char *word, size_t i, const char **rule)
{
	const char *alive = l->path[i] ? execroot_repair(l->execroot, l->path[i]) : NULL;
	if (alive) {
		*rule = "stale-path";
		return mem_cat(mem_dup(word, (size_t)(l->path[i] - word)), alive, NULL);
	}
	if (l->fixed && !l->dynamic && !l->value[i] && turns_dynamic(word)) {
		*rule = "static-search";
		return "-Bstatic";
	}
	return word;
}

static void translate_all(struct line *l, const struct args *a)
{
	strv_init(&l->word, a->word.n);
	strv_init(&l->rule, a->word.n);
	for (size_t i = 0; i < a->word.n; i++) {
		const char *rule = "";
		strv_push(&l->word, translate(l, a->word.v[i], i, &rule));
		strv_push(&l->rule, rule);
		l->changed |= *rule != 0;
	}
}

static void add_callers(struct plan *p, const struct line *l, const struct args *a)
{
	if (!l->changed) {
		for (const char *const *v = a->given; *v; v++)
			plan_keep(p, *v);
		return;
	}
	p->long_line = a->expanded;
	for (size_t i = 0; i < a->word.n; i++)
		if (!*l->rule.v[i])
			plan_keep(p, a->word.v[i]);
		else
			plan_change(p, l->word.v[i], l->rule.v[i], a->word.v[i]);
}

void link_plan(struct plan *p, const struct toolchain *tc, const struct args *a)
{
	struct line l;
	scan(&l, a);
	check_emulation(&l, tc);
	translate_all(&l, a);
	plan_init(p, a->word.n + 16);
	plan_tool(p, &tc->linker);
	if (!l.emulation && !l.query) {
		plan_add(p, "-m", "emulation");
		plan_add(p, triple_emulation(&tc->target), "emulation");
	}
	if (!l.sysroot && !l.query)
		plan_add(p, toolchain_option(tc, "--sysroot=", "sysroot"), "sysroot");
	if (l.versions && !l.query)
		plan_add(p, "--undefined-version", "undefined-version");
	add_callers(p, &l, a);
	if (!l.query && !l.no_search && !l.dangling)
		plan_add(p, toolchain_option(tc, "-L", "sysroot/usr/lib"), "ld-search");
	if (!l.query && !l.dangling && !l.fixed)
		runpath_add(p, tc, &ld_options, "-rpath=");
}
