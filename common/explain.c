/* The two forms of "sealcc explain"; the shims print them themselves, so that
 * what is explained is what would have run. */
#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "json.h"
#include "mem.h"
#include "out.h"
#include "rule.h"
#include "say.h"

/* No printf, which would double the size of a shim. */
static void put(struct out *o, const char *const *parts)
{
	while (*parts)
		out_text(o, *parts++);
}

#define PUT(...) put(o, (const char *const[]){ __VA_ARGS__, NULL })

static void text_rule(struct out *o, const struct rule *r)
{
	PUT(" [", r->id, "] ", r->reason, " (", r->source, ")\n");
}

static void text_word(struct out *o, const char *word, const struct rule *r, const char *was)
{
	PUT("  ", word, "\n");
	if (!r)
		return;
	out_text(o, "     ");
	if (*was)
		PUT(" was ", was);
	text_rule(o, r);
}

static void text_without(struct out *o, const struct strv *words, size_t i, const struct rule *r)
{
	PUT("without ", words->v[i]);
	text_rule(o, r);
}

static void text(struct out *o, const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	if (p->self)
		PUT("called by the name ", p->self, "\n");
	PUT("toolchain ", tc->root, " for ", tc->target_name, " (", tc->backend, ")\nruns\n");
	for (size_t i = 0; i < p->word.n; i++)
		text_word(o, p->word.v[i], rule_find(p->rules, p->rule.v[i]), p->was.v[i]);
	for (size_t i = 0; i < p->left_out.n; i++)
		text_without(o, &p->left_out, i, rule_find(p->rules, p->left_out_rule.v[i]));
	for (size_t i = 0; i < e->cleared.n; i++)
		text_without(o, &e->cleared, i, rule_find(NULL, "env-leak"));
}

static void json_field(struct out *o, const char *before, const char *name, const char *value)
{
	PUT(before, "\"", name, "\": ");
	json_put(o, value);
}

static void json_word(struct out *o, const char *word, const struct rule *r, const char *was)
{
	json_field(o, "    {", "word", word);
	if (r) {
		json_field(o, ", ", "rule", r->id);
		json_field(o, ", ", "class", rule_class_name(r->class));
		json_field(o, ", ", "reason", r->reason);
		json_field(o, ", ", "source", r->source);
	}
	if (r && *was)
		json_field(o, ", ", "was", was);
	out_char(o, '}');
}

static void json(struct out *o, const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	json_field(o, "{\n  ", "toolchain", tc->root);
	json_field(o, ",\n  ", "target", tc->target_name);
	json_field(o, ",\n  ", "backend", tc->backend);
	if (p->self)
		json_field(o, ",\n  ", "called", p->self);
	out_text(o, ",\n  \"command\": [\n");
	for (size_t i = 0; i < p->word.n; i++) {
		json_word(o, p->word.v[i], rule_find(p->rules, p->rule.v[i]), p->was.v[i]);
		out_text(o, i + 1 < p->word.n ? ",\n" : "\n");
	}
	out_text(o, "  ],\n  \"dropped\": [\n");
	for (size_t i = 0; i < p->left_out.n; i++) {
		json_word(o, p->left_out.v[i], rule_find(p->rules, p->left_out_rule.v[i]), "");
		out_text(o, i + 1 < p->left_out.n ? ",\n" : "\n");
	}
	out_text(o, "  ],\n  \"cleared\": [");
	for (size_t i = 0; i < e->cleared.n; i++) {
		out_text(o, i ? ", " : "");
		json_put(o, e->cleared.v[i]);
	}
	out_text(o, "]\n}\n");
}

_Noreturn void explain_plan(const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	struct out *o = mem_alloc(sizeof *o);
	(strcmp(e->explain, "json") == 0 ? json : text)(o, p, tc, e);
	out_flush(o);
	exit(0);
}
