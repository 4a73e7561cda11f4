/* See explained.h. */
#include <stdbool.h>
#include <string.h>

#include "../../common/json.h"
#include "../../common/mem.h"
#include "explained.h"
#include "rulejson.h"

/* The value of a line as it was before the shim wrote \n and \\ into it. */
static const char *plain(char *value)
{
	char *to = value;
	for (const char *from = value; *from; from++) {
		bool escaped = *from == '\\' && from[1];
		from += escaped;
		*to++ = escaped && *from == 'n' ? '\n' : *from;
	}
	*to = 0;
	return value;
}

static void push(struct explained_words *words, const char *text)
{
	words->v[words->n++] = (struct explained_word){ .text = text };
}

static size_t count_lines(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += *text == '\n';
	return n;
}

/* rule and was belong to the word before. */
static void read_line(struct explained *e, struct explained_word **last, const char *name, const char *value)
{
	const struct {
		const char *name, **to;
	} once[] = { { "toolchain", &e->toolchain }, { "target", &e->target }, { "backend", &e->backend },
		{ "called", &e->called } };
	const struct {
		const char *name;
		struct explained_words *to;
	} lists[] = { { "word", &e->command }, { "dropped", &e->dropped } };
	for (size_t i = 0; i < sizeof once / sizeof *once; i++)
		if (strcmp(name, once[i].name) == 0)
			*once[i].to = value;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strcmp(name, lists[i].name) == 0) {
			push(lists[i].to, value);
			*last = &lists[i].to->v[lists[i].to->n - 1];
		}
	if (strcmp(name, "cleared") == 0)
		strv_push(&e->cleared, value);
	if (*last && strcmp(name, "rule") == 0)
		(*last)->rule = rule_find(value);
	if (*last && strcmp(name, "was") == 0)
		(*last)->was = value;
}

void explained_read(struct explained *e, char *lines)
{
	struct explained_word *last = NULL;
	size_t n = count_lines(lines);
	*e = (struct explained){ .toolchain = "", .target = "", .backend = "" };
	e->command.v = mem_alloc((n + 1) * sizeof *e->command.v);
	e->dropped.v = mem_alloc((n + 1) * sizeof *e->dropped.v);
	strv_init(&e->cleared, 4);
	for (char *line = lines, *end; (end = strchr(line, '\n')); line = end + 1) {
		*end = 0;
		char *value = strchr(line, ' ');
		if (!value)
			continue;
		*value = 0;
		read_line(e, &last, line, plain(value + 1));
	}
}

static void text_rule(struct out *o, const struct rule *r)
{
	OUT_TEXTS(o, " [", r->id, "] ", r->reason, " (", r->source, ")");
}

static void text_word(struct out *o, const struct explained_word *w)
{
	OUT_TEXTS(o, "  ", w->text, "\n");
	if (!w->rule)
		return;
	out_text(o, "     ");
	if (w->was)
		OUT_TEXTS(o, " was ", w->was);
	text_rule(o, w->rule);
	out_char(o, '\n');
}

static void text_without(struct out *o, const char *text, const struct rule *r)
{
	OUT_TEXTS(o, "without ", text);
	if (r)
		text_rule(o, r);
	out_char(o, '\n');
}

void explained_text(struct out *o, const struct explained *e)
{
	if (e->called)
		OUT_TEXTS(o, "called by the name ", e->called, "\n");
	OUT_TEXTS(o, "toolchain ", e->toolchain, " for ", e->target, " (", e->backend, ")\nruns\n");
	for (size_t i = 0; i < e->command.n; i++)
		text_word(o, &e->command.v[i]);
	for (size_t i = 0; i < e->dropped.n; i++)
		text_without(o, e->dropped.v[i].text, e->dropped.v[i].rule);
	for (size_t i = 0; i < e->cleared.n; i++)
		text_without(o, e->cleared.v[i], rule_find("env-leak"));
}

static void json_word(struct out *o, const struct explained_word *w)
{
	json_member(o, "    {", "word", w->text);
	if (w->rule)
		rulejson_members(o, ", ", w->rule);
	if (w->was)
		json_member(o, ", ", "was", w->was);
	out_char(o, '}');
}

static void json_words(struct out *o, const char *name, const struct explained_words *words)
{
	OUT_TEXTS(o, ",\n  \"", name, "\": [\n");
	for (size_t i = 0; i < words->n; i++) {
		json_word(o, &words->v[i]);
		out_text(o, i + 1 < words->n ? ",\n" : "\n");
	}
	out_text(o, "  ]");
}

void explained_json(struct out *o, const struct explained *e)
{
	json_member(o, "  ", "toolchain", e->toolchain);
	json_member(o, ",\n  ", "target", e->target);
	json_member(o, ",\n  ", "backend", e->backend);
	if (e->called)
		json_member(o, ",\n  ", "called", e->called);
	json_words(o, "command", &e->command);
	json_words(o, "dropped", &e->dropped);
	out_text(o, ",\n  \"cleared\": ");
	json_array(o, e->cleared.v, e->cleared.n);
}
