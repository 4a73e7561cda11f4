#include <stdio.h>
#include <string.h>

#include "../../common/mem.h"
#include "../../common/say.h"
#include "finding.h"
#include "jsontext.h"

static const char *const states[] = {
	[STATE_OK] = "ok",
	[STATE_NOTE] = "note",
	[STATE_WARNING] = "warning",
	[STATE_PROBLEM] = "problem",
};

void findings_add(
	struct findings *f, const char *check, enum state state, const char *what, const char *advice)
{
	if (f->n == f->cap) {
		struct finding *old = f->v;
		f->cap = f->cap ? f->cap * 2 : 32;
		f->v = mem_alloc(f->cap * sizeof *f->v);
		if (old)
			memcpy(f->v, old, f->n * sizeof *f->v);
	}
	f->v[f->n++] = (struct finding){ check, state, what, advice };
}

bool findings_bad(const struct findings *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].state == STATE_PROBLEM)
			return true;
	return false;
}

/* On one line whatever is in it. */
static const char *shown(const char *text)
{
	size_t n = 4 * strlen(text) + 1;
	char *line = mem_alloc(n);
	say_format(line, n, "%s", text);
	return line;
}

void findings_print(const struct findings *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct finding *r = &f->v[i];
		printf("%-8s %-12s %s\n", states[r->state], r->check, shown(r->what));
		if (*r->advice)
			printf("%-21s -> %s\n", "", shown(r->advice));
	}
	puts(findings_bad(f) ? "\ntoolchains cannot be made: see the problems above"
			     : "\ntoolchains can be made");
}

static void field(const char *before, const char *name, const char *value)
{
	printf("%s\"%s\": ", before, name);
	json_string(value);
}

void findings_print_json(const struct findings *f)
{
	printf("{\n  \"ok\": %s,\n  \"findings\": [", findings_bad(f) ? "false" : "true");
	for (size_t i = 0; i < f->n; i++) {
		const struct finding *r = &f->v[i];
		field(i ? ",\n    {" : "\n    {", "check", r->check);
		field(", ", "state", states[r->state]);
		field(", ", "what", r->what);
		field(", ", "advice", r->advice);
		putchar('}');
	}
	puts("\n  ]\n}");
}
