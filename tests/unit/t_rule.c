/* The table of rules is in order, complete, and every row can be found. */
#include <ctype.h>

#include "../../common/rule.h"
#include "tap.h"

static bool id_is_legal(const char *id)
{
	for (; *id; id++)
		if (!islower((unsigned char)*id) && !isdigit((unsigned char)*id) && *id != '-')
			return false;
	return true;
}

static void test_row(const struct rule *r)
{
	ok(*r->id && id_is_legal(r->id), "%s: lower case, digits and dashes", r->id);
	ok(rule_find(r->id) == r, "%s: is found, so no other has its name", r->id);
	ok(r->reason && strlen(r->reason) > 8 && r->reason[strlen(r->reason) - 1] != '.',
		"%s: has a reason, without a full stop", r->id);
	ok(r->source && strlen(r->source) > 4, "%s: has a source", r->id);
	ok(r->class >= RULE_EQUIVALENT && r->class <= RULE_IMPOSSIBLE, "%s: has a class", r->id);
}

static void test_table(const struct rule_table *t)
{
	ok(t->n > 0 && t->program && *t->program, "there are rules of %s", t->program);
	for (size_t i = 0; i < t->n; i++) {
		ok(!i || strcmp(t->row[i - 1].id, t->row[i].id) < 0, "%s: comes after the one before",
			t->row[i].id);
		test_row(&t->row[i]);
	}
}

int main(void)
{
	const struct rule_table *t;
	size_t n = 0;
	for (; (t = rule_nth(n)); n++)
		test_table(t);
	ok(n == 8, "eight tables");
	ok(!rule_find("") && !rule_find("no-such-rule"), "none by an unknown id");
	is_str(rule_class_name(RULE_EQUIVALENT), "equivalent", "the name of a class");
	is_str(rule_class_name(RULE_LOSSY), "lossy", "the name of a class");
	is_str(rule_class_name(RULE_IMPOSSIBLE), "impossible", "the name of a class");
	return done_testing();
}
