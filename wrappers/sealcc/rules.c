/* sealcc rules: why the programs of a toolchain change arguments. */
#include "../../common/json.h"
#include "../../common/mem.h"
#include "../../common/out.h"
#include "../../common/rule.h"
#include "../../common/say.h"
#include "commands.h"
#include "request.h"

static const char help[] =
	"usage: sealcc rules [--json]\n"
	"\n"
	"List the rules by which the programs of a toolchain add, change, leave out or refuse\n"
	"arguments: what is lost by each (nothing: equivalent; something: lossy; impossible: it\n"
	"is refused), why it is there, and the source of that.\n"
	"'sealcc explain' tells which of them a command line meets.\n"
	"\n"
	"  --json         print one JSON array\n";

static void put_text(struct out *o, const struct rule *r)
{
	const char *const parts[] = { "  ", r->id, " (", rule_class_name(r->class), ")\n      ", r->reason,
		"\n      source: ", r->source, "\n" };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		out_text(o, parts[i]);
}

static void put_json(struct out *o, const struct rule_table *t, const struct rule *r)
{
	const struct {
		const char *name, *value;
	} members[] = { { "\"rule\": ", r->id }, { ", \"programs\": ", t->program },
		{ ", \"class\": ", rule_class_name(r->class) }, { ", \"reason\": ", r->reason },
		{ ", \"source\": ", r->source } };
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		out_text(o, members[i].name);
		json_put(o, members[i].value);
	}
	out_char(o, '}');
}

static void put_all_text(struct out *o)
{
	const struct rule_table *t;
	for (size_t i = 0; (t = rule_nth(i)); i++) {
		out_text(o, i ? "\n" : "");
		out_text(o, t->program);
		out_char(o, '\n');
		for (size_t k = 0; k < t->n; k++)
			put_text(o, &t->row[k]);
	}
}

static void put_all_json(struct out *o)
{
	const struct rule_table *t;
	for (size_t i = 0; (t = rule_nth(i)); i++)
		for (size_t k = 0; k < t->n; k++) {
			out_text(o, i || k ? ",\n  {" : "[\n  {");
			put_json(o, t, &t->row[k]);
		}
	out_text(o, "\n]\n");
}

int command_rules(char **argv)
{
	struct request r;
	struct out *o = mem_alloc(sizeof *o);
	char **rest = request_read(&r, FOR_JSON, argv, help);
	if (*rest)
		die(EXIT_USAGE, "%s: unexpected; see 'sealcc rules --help'", *rest);
	(r.json ? put_all_json : put_all_text)(o);
	out_flush(o);
	return 0;
}
