/* The linker's command line.  A linker for one target knows its emulation and
 * where its libraries are; lld knows neither, so both are said. */
#include <string.h>

#include "link.h"
#include "mem.h"
#include "option.h"
#include "say.h"

/* What the scan of an ld line finds. */
struct line {
	const char *emulation;
	bool sysroot, query, no_search, dangling;
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
	case KIND_QUERY:
		l->query = true;
		break;
	case KIND_NO_STDLIB:
	case KIND_RELOCATABLE:
		l->no_search = true;
		break;
	default:
		break;
	}
}

static void scan(struct line *l, const struct args *a)
{
	*l = (struct line){ .emulation = NULL };
	for (size_t i = 0; i < a->word.n; i++) {
		const char *value, *word = a->word.v[i];
		const struct option *o =
			*word == '-' && word[1] ? option_find(&ld_options, word, &value) : NULL;
		if (!o)
			continue;
		if (option_takes_next(o, value)) {
			l->dangling = i + 1 == a->word.n;
			value = l->dangling ? "" : a->word.v[++i];
		}
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

void link_plan(struct plan *p, const struct toolchain *tc, const struct args *a)
{
	struct line l;
	scan(&l, a);
	check_emulation(&l, tc);
	plan_init(p, a->word.n + 16);
	plan_tool(p, &tc->linker);
	if (!l.emulation && !l.query) {
		plan_add(p, "-m", "emulation");
		plan_add(p, triple_emulation(&tc->target), "emulation");
	}
	if (!l.sysroot && !l.query)
		plan_add(p, toolchain_option(tc, "--sysroot=", "sysroot"), "sysroot");
	for (const char *const *v = a->given; *v; v++)
		plan_keep(p, *v);
	if (!l.query && !l.no_search && !l.dangling)
		plan_add(p, toolchain_option(tc, "-L", "sysroot/usr/lib"), "ld-search");
}
