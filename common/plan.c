/* The command line under construction; see plan.h. */
#include <stdlib.h>
#include <string.h>

#include "environ.h"
#include "explain.h"
#include "plan.h"
#include "spawn.h"

void plan_init(struct plan *p, size_t cap)
{
	strv_init(&p->word, cap);
	strv_init(&p->rule, cap);
	strv_init(&p->was, cap);
	p->self = NULL;
	p->head = 0;
	p->long_line = false;
	p->left_out = p->left_out_rule = (struct strv){ NULL, 0, 0 };
}

void plan_change(struct plan *p, const char *word, const char *rule, const char *was)
{
	strv_push(&p->word, word);
	strv_push(&p->rule, rule);
	strv_push(&p->was, was);
}

void plan_keep(struct plan *p, const char *word)
{
	plan_change(p, word, "", word);
}

void plan_keep_all(struct plan *p, const char *const *words)
{
	for (; *words; words++)
		plan_keep(p, *words);
}

void plan_add(struct plan *p, const char *word, const char *rule)
{
	plan_change(p, word, rule, "");
}

void plan_leave_out(struct plan *p, const char *word, const char *rule)
{
	strv_push(&p->left_out, word);
	strv_push(&p->left_out_rule, rule);
}

void plan_cut(struct plan *p, size_t n)
{
	p->word.n = p->rule.n = p->was.n = n;
	p->word.v[n] = p->rule.v[n] = p->was.v[n] = NULL;
}

_Noreturn void plan_exec(const struct plan *p, const struct toolchain *tc)
{
	struct environment e;
	environ_clean(&e);
	if (e.explain)
		explain_plan(p, tc, &e);
	const char *path = p->word.v[0];
	if (p->self)
		p->word.v[0] = p->self;
	if (p->long_line)
		spawn_exec_file(path, p->word.v, p->head, e.env.v, tc->backend);
	spawn_exec(path, p->word.v, p->head, e.env.v, tc->backend);
}
