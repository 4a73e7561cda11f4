/* The shims say themselves what would run, so that what is explained is what
 * would have run; reasons are in the tool alone, since each shim is to be small. */
#include <stdlib.h>

#include "explain.h"
#include "mem.h"
#include "out.h"

static void put_line(struct out *o, const char *name, const char *value)
{
	out_text(o, name);
	out_char(o, ' ');
	for (; *value; value++) {
		if (*value == '\n' || *value == '\\')
			out_char(o, '\\');
		out_char(o, *value == '\n' ? 'n' : *value);
	}
	out_char(o, '\n');
}

static void put_some(struct out *o, const char *name, const char *value)
{
	if (value && *value)
		put_line(o, name, value);
}

_Noreturn void explain_plan(const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	struct out *o = mem_alloc(sizeof *o);
	put_line(o, "toolchain", tc->root);
	put_line(o, "target", tc->target_name);
	put_line(o, "backend", tc->backend);
	put_some(o, "called", p->self);
	for (size_t i = 0; i < p->word.n; i++) {
		put_line(o, "word", p->word.v[i]);
		put_some(o, "rule", p->rule.v[i]);
		if (*p->rule.v[i])
			put_some(o, "was", p->was.v[i]);
	}
	for (size_t i = 0; i < p->left_out.n; i++) {
		put_line(o, "dropped", p->left_out.v[i]);
		put_line(o, "rule", p->left_out_rule.v[i]);
	}
	for (size_t i = 0; i < e->cleared.n; i++)
		put_line(o, "cleared", e->cleared.v[i]);
	out_flush(o);
	exit(0);
}
