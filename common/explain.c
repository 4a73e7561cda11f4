/* The two forms of "sealcc explain"; the shims print them themselves, so that
 * what is explained is what would have run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "json.h"
#include "rule.h"
#include "say.h"

/* fputs instead of printf, which would double the size of a shim. */
static void put(const char *const *parts)
{
	while (*parts)
		fputs(*parts++, stdout);
}

#define PUT(...) put((const char *const[]){ __VA_ARGS__, NULL })

static void text_word(const char *word, const char *id, const char *was)
{
	const struct rule *r = rule_find(id);
	PUT("  ", word, "\n");
	if (r && *was)
		PUT("      was ", was, " [", r->id, "] ", r->reason, " (", r->source, ")\n");
	else if (r)
		PUT("      [", r->id, "] ", r->reason, " (", r->source, ")\n");
}

static void text(const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	const struct rule *r = rule_find("env-leak");
	if (p->self)
		PUT("called by the name ", p->self, "\n");
	PUT("toolchain ", tc->root, " for ", tc->target_name, " (", tc->backend, ")\nruns\n");
	for (size_t i = 0; i < p->word.n; i++)
		text_word(p->word.v[i], p->rule.v[i], p->was.v[i]);
	for (size_t i = 0; i < e->cleared.n; i++)
		PUT("without ", e->cleared.v[i], " [", r->id, "] ", r->reason, " (", r->source, ")\n");
}

static void json_field(const char *before, const char *name, const char *value)
{
	PUT(before, "\"", name, "\": ");
	json_string(value);
}

static void json_word(const char *word, const char *id, const char *was)
{
	const struct rule *r = rule_find(id);
	json_field("    {", "word", word);
	if (r) {
		json_field(", ", "rule", r->id);
		json_field(", ", "class", rule_class_name(r->class));
		json_field(", ", "reason", r->reason);
		json_field(", ", "source", r->source);
	}
	if (r && *was)
		json_field(", ", "was", was);
	putchar('}');
}

static void json(const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	json_field("{\n  ", "toolchain", tc->root);
	json_field(",\n  ", "target", tc->target_name);
	json_field(",\n  ", "backend", tc->backend);
	if (p->self)
		json_field(",\n  ", "called", p->self);
	fputs(",\n  \"command\": [\n", stdout);
	for (size_t i = 0; i < p->word.n; i++) {
		json_word(p->word.v[i], p->rule.v[i], p->was.v[i]);
		puts(i + 1 < p->word.n ? "," : "");
	}
	fputs("  ],\n  \"cleared\": [", stdout);
	for (size_t i = 0; i < e->cleared.n; i++) {
		fputs(i ? ", " : "", stdout);
		json_string(e->cleared.v[i]);
	}
	puts("]\n}");
}

_Noreturn void explain_plan(const struct plan *p, const struct toolchain *tc, const struct environment *e)
{
	(strcmp(e->explain, "json") == 0 ? json : text)(p, tc, e);
	if (fflush(stdout) != 0)
		die(EXIT_FAILED, "standard output:");
	exit(0);
}
