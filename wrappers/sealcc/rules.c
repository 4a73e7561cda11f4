/* sealcc rules: why the programs of a toolchain change arguments. */
#include "../../common/json.h"
#include "../../common/mem.h"
#include "commands.h"
#include "optionlist.h"
#include "request.h"
#include "rulejson.h"

static const char help[] =
	"usage: sealcc rules [--options] [--json]\n"
	"\n"
	"List the rules by which the programs of a toolchain add, change, leave out or refuse\n"
	"arguments: what is lost by each (nothing: equivalent; something: lossy; impossible: it\n"
	"is refused), why it is there, and the source of that.\n"
	"'sealcc explain' tells which of them a command line meets.\n"
	"\n"
	"  --options      list instead what becomes of each option of a linker that is translated:\n"
	"                 for Windows, for macOS, and by zig cc\n"
	"  --json         print one JSON array\n";

static void put_text(struct out *o, const struct rule *r)
{
	OUT_TEXTS(o, "  ", r->id, " (", rule_class_name(r->class), ")\n      ", r->reason,
		"\n      source: ", r->source, "\n");
}

static void put_all_text(struct out *o)
{
	const struct rule_table *t;
	for (size_t i = 0; (t = rule_nth(i)); i++) {
		OUT_TEXTS(o, i ? "\n" : "", t->program, "\n");
		for (size_t k = 0; k < t->n; k++)
			put_text(o, &t->row[k]);
	}
}

static void put_all_json(struct out *o)
{
	const struct rule_table *t;
	for (size_t i = 0; (t = rule_nth(i)); i++)
		for (size_t k = 0; k < t->n; k++) {
			rulejson_members(o, i || k ? ",\n  {" : "[\n  {", &t->row[k]);
			json_member(o, ", ", "programs", t->program);
			out_char(o, '}');
		}
	out_text(o, "\n]\n");
}

int command_rules(char **argv)
{
	struct request r;
	struct out *o = mem_alloc(sizeof *o);
	char **rest = request_read(&r, FOR_JSON | FOR_RULES, argv, help);
	request_end(rest, "rules");
	if (r.options)
		(r.json ? optionlist_json : optionlist_text)(o);
	else
		(r.json ? put_all_json : put_all_text)(o);
	out_flush(o);
	return 0;
}
