#include "optionlist.h"
#include "../../common/json.h"
#include "../../common/machooption.h"
#include "../../common/mem.h"
#include "../../common/peoption.h"
#include "../../common/rule.h"
#include "../../common/say.h"
#include "../../common/zigccoption.h"

/* One option and what becomes of it. */
struct item {
	const char *to;  /* the words, or "" when it is left out; NULL: it decides something, or is refused */
	const char *why; /* it is left out or refused, or what is lost; or NULL */
	enum rule_class class;
	unsigned since; /* N for zig 0.N; 0: each */
};

static const char *behind(const char *to)
{
	return mem_cat(to, "VALUE", NULL);
}

static struct item pe_item(size_t kind)
{
	const struct pe_turn *t = &pe_turns[kind];
	switch (t->how) {
	case PE_WORDS:
		return (struct item){ .to = t->to };
	case PE_VALUE:
		return (struct item){ .to = behind(t->to) };
	case PE_IGNORED:
		return (struct item){ .to = "", .why = t->to };
	case PE_LOSSY:
		return (struct item){ .to = "", .why = t->to, .class = RULE_LOSSY };
	case PE_IMPOSSIBLE:
		return (struct item){ .why = t->to, .class = RULE_IMPOSSIBLE };
	default:
		return (struct item){ .to = NULL };
	}
}

static struct item macho_item(size_t kind)
{
	const struct macho_turn *t = &macho_turns[kind];
	switch (t->how) {
	case MACHO_WORD:
		return (struct item){ .to = t->to };
	case MACHO_PAIR:
		return (struct item){ .to = behind(mem_cat(t->to, " ", NULL)) };
	case MACHO_IGNORED:
		return (struct item){ .to = "", .why = t->to };
	case MACHO_LOSSY:
		return (struct item){ .to = "", .why = t->to, .class = RULE_LOSSY };
	case MACHO_IMPOSSIBLE:
		return (struct item){ .why = t->to, .class = RULE_IMPOSSIBLE };
	default:
		return (struct item){ .to = NULL };
	}
}

static enum rule_class zigcc_class(const struct zigcc_turn *t)
{
	if (t->how == ZIGCC_IMPOSSIBLE || (t->since && t->older == ZIGCC_IMPOSSIBLE))
		return RULE_IMPOSSIBLE;
	return t->loss ? RULE_LOSSY : RULE_EQUIVALENT;
}

static struct item zigcc_item(size_t kind)
{
	const struct zigcc_turn *t = &zigcc_turns[kind];
	struct item i = { .why = t->loss, .class = zigcc_class(t), .since = t->since };
	switch (t->how) {
	case ZIGCC_NOTHING:
		i.to = "";
		i.why = t->loss ? t->loss : t->to;
		break;
	case ZIGCC_STRIP:
		i.to = "";
		i.why = mem_cat("the toolchain's strip does it: ", t->to, NULL);
		break;
	case ZIGCC_VALUE:
	case ZIGCC_FILE:
	case ZIGCC_LOADER:
	case ZIGCC_SCRIPT:
		i.to = behind(t->to);
		break;
	case ZIGCC_IMPOSSIBLE:
		break;
	default:
		i.to = t->to;
		break;
	}
	return i;
}

static const struct table {
	const char *program;
	const struct option_table *options;
	struct item (*item)(size_t kind);
} tables[] = {
	{ "ld for Windows", &pe_options, pe_item },
	{ "ld for macOS", &macho_options, macho_item },
	{ "ld by zig cc", &zigcc_options, zigcc_item },
};

enum { TABLES = sizeof tables / sizeof *tables };

/* What is done, in a word or two. */
static const char *action(const struct item *i)
{
	if (i->to)
		return *i->to ? "written as" : "left out";
	return i->class == RULE_IMPOSSIBLE ? "refused" : "decides how others are read, or what is made";
}

static const char *spelled(const struct option *o)
{
	return o->shape == SHAPE_FLAG ? o->name
				      : mem_cat(o->name, o->shape == SHAPE_JOINED ? "" : " ", "VALUE", NULL);
}

static void put_text(struct out *o, const struct option *option, const struct item *i)
{
	OUT_TEXTS(o, "  ", spelled(option), ": ", action(i), i->to && *i->to ? " " : "", i->to ? i->to : "");
	if (i->since)
		OUT_TEXTS(o, ", since zig 0.", say_number(i->since));
	if (i->class != RULE_EQUIVALENT)
		OUT_TEXTS(o, " (", i->since ? "before: " : "", rule_class_name(i->class), ")");
	OUT_TEXTS(o, i->why ? "; " : "", i->why ? i->why : "", "\n");
}

void optionlist_text(struct out *o)
{
	for (size_t t = 0; t < TABLES; t++) {
		const struct option_table *options = tables[t].options;
		OUT_TEXTS(o, t ? "\n" : "", tables[t].program, "\n");
		for (size_t k = 0; k < options->n; k++) {
			struct item i = tables[t].item(options->row[k].kind);
			put_text(o, &options->row[k], &i);
		}
	}
}

static void put_json(struct out *o, const char *program, const struct option *option, const struct item *i)
{
	json_member(o, "{", "programs", program);
	json_member(o, ", ", "option", spelled(option));
	json_member(o, ", ", "action", action(i));
	if (i->to && *i->to)
		json_member(o, ", ", "to", i->to);
	json_member(o, ", ", "class", rule_class_name(i->class));
	if (i->since)
		json_member(o, ", ", "since", mem_cat("zig 0.", say_number(i->since), NULL));
	if (i->why)
		json_member(o, ", ", "why", i->why);
	out_char(o, '}');
}

void optionlist_json(struct out *o)
{
	for (size_t t = 0; t < TABLES; t++) {
		const struct option_table *options = tables[t].options;
		for (size_t k = 0; k < options->n; k++) {
			struct item i = tables[t].item(options->row[k].kind);
			out_text(o, t || k ? ",\n  " : "[\n  ");
			put_json(o, tables[t].program, &options->row[k], &i);
		}
	}
	out_text(o, "\n]\n");
}
