/* Reading rules, and judging a file by them. */
#include <string.h>

#include "dotted.h"
#include "mem.h"
#include "requirerule.h"
#include "say.h"
#include "text.h"

static const char *sign_of(const struct require_rule *rule)
{
	return rule->value == VALUE_NONE                                    ? ""
	       : rule->value == VALUE_VERSION || rule->value == VALUE_LEVEL ? "<="
									    : "=";
}

const char *require_rule_text(size_t i, const char **what)
{
	const struct require_rule *rule = require_rule_nth(i);
	if (!rule)
		return NULL;
	*what = rule->what;
	return mem_cat(rule->name, sign_of(rule), rule->example, NULL);
}

/* --- reading ------------------------------------------------------------ */

static const char *rule_names(void)
{
	const struct require_rule *rule = require_rule_nth(0);
	const char *list = mem_cat(rule->name, sign_of(rule), NULL);
	for (size_t i = 1; (rule = require_rule_nth(i)); i++)
		list = mem_cat(list, ", ", rule->name, sign_of(rule), NULL);
	return list;
}

static const struct require_rule *find(const char *text)
{
	size_t n = strcspn(text, "=<>");
	const struct require_rule *rule;
	for (size_t i = 0; (rule = require_rule_nth(i)); i++)
		if (strlen(rule->name) == n && memcmp(rule->name, text, n) == 0)
			return rule;
	die(EXIT_USAGE, "--require: unknown rule '%s'; known are %s", text, rule_names());
}

static void split(struct strv *list, const char *text, char separator)
{
	const char between[] = { separator, 0 };
	while (*text) {
		size_t n = strcspn(text, between);
		if (n)
			strv_push(list, mem_dup(text, n));
		text += n + (text[n] != 0);
	}
}

static bool is_level(const char *s)
{
	size_t n = strlen(s);
	return n >= 2 && s[n - 2] == 'v' && s[n - 1] >= '1' && s[n - 1] <= '4' &&
	       (n == 2 || strncmp(s, "x86-64-", n - 2) == 0 || strncmp(s, "x86_64_", n - 2) == 0);
}

static _Noreturn void bad(const struct requirement *q, const char *value, const char *why)
{
	die(EXIT_USAGE, "--require: %s: '%s' %s", q->text, value, why);
}

static void check_values(const struct requirement *q)
{
	const struct require_rule *rule = q->rule;
	for (size_t i = 0; i < q->values.n; i++) {
		const char *v = q->values.v[i];
		if (rule->value == VALUE_MACHINES && !machine_named(v))
			bad(q, v, mem_cat("is no machine; known are ", machine_names(), NULL));
		if (rule->value == VALUE_CHOICES && !text_find(rule->extra, mem_cat(" ", v, " ", NULL)))
			bad(q, v, mem_cat("is none of", rule->extra, NULL));
	}
	if (rule->value == VALUE_VERSION && !dotted_is(q->value))
		bad(q, q->value, "is no version; write it as 2.28");
	if (rule->value == VALUE_LEVEL && !is_level(q->value))
		bad(q, q->value, "is no level; write it as x86-64-v2");
}

static void read_one(struct requirement *q, const char *text)
{
	*q = (struct requirement){ .rule = find(text), .text = text };
	const char *sign = sign_of(q->rule), *at = text + strlen(q->rule->name);
	size_t n = strlen(sign);
	if (strncmp(at, sign, n) != 0 || (!n && *at))
		die(EXIT_USAGE, "--require: '%s': write it as %s%s%s", text, q->rule->name, sign,
			q->rule->example ? q->rule->example : "");
	q->value = at + n;
	split(&q->values, q->value, ':');
	if (n && !q->values.n)
		bad(q, "", "is no value");
	check_values(q);
}

static struct requirement *make_room(struct require *r)
{
	if (r->n == r->cap) {
		struct requirement *old = r->v;
		r->cap = r->cap ? r->cap * 2 : 8;
		r->v = mem_alloc(r->cap * sizeof *r->v);
		if (old)
			memcpy(r->v, old, r->n * sizeof *old);
	}
	return &r->v[r->n++];
}

void require_add(struct require *r, const char *list)
{
	struct strv texts = { 0 };
	split(&texts, list, ',');
	if (!texts.n)
		die(EXIT_USAGE, "--require: no rule is given; see 'sealcc inspect --help'");
	for (size_t i = 0; i < texts.n; i++) {
		struct requirement *q = make_room(r);
		read_one(q, texts.v[i]);
		if (strcmp(q->rule->name, "build-paths") == 0)
			for (size_t k = 0; k < q->values.n; k++)
				strv_push(&r->allowed_paths, q->values.v[k]);
	}
}

/* --- checking ----------------------------------------------------------- */

static const char *judge(const struct inspect *f, const struct requirement *q)
{
	if (q->rule->linked && f->kind == INSPECT_OBJECT)
		return "is an object";
	return q->rule->broken(f, q);
}

struct require_broken *require_check(const struct require *r, const struct inspect *f, size_t *n)
{
	struct require_broken *list = mem_alloc((r->n + 1) * sizeof *list);
	*n = 0;
	if (f->kind == INSPECT_NONE)
		return list;
	for (size_t i = 0; i < r->n; i++) {
		const char *found = judge(f, &r->v[i]);
		if (found)
			list[(*n)++] = (struct require_broken){ &r->v[i], found };
	}
	return list;
}
