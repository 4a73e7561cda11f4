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

static void test_row(const struct rule_table *t, const struct rule *r)
{
	ok(*r->id && id_is_legal(r->id), "%s: lower case, digits and dashes", r->id);
	ok(rule_find(t, r->id) == r, "%s: is found", r->id);
	ok(r->reason && strlen(r->reason) > 8 && r->reason[strlen(r->reason) - 1] != '.',
		"%s: has a reason, without a full stop", r->id);
	ok(r->source && strlen(r->source) > 4, "%s: has a source", r->id);
	ok(r->class >= RULE_EQUIVALENT && r->class <= RULE_IMPOSSIBLE, "%s: has a class", r->id);
}

static void test_table(const struct rule_table *t)
{
	ok(t->n > 0, "there are rules");
	for (size_t i = 0; i < t->n; i++) {
		ok(!i || strcmp(t->row[i - 1].id, t->row[i].id) < 0, "%s: comes after the one before",
			t->row[i].id);
		ok(t == &rules_shared || !rule_find(NULL, t->row[i].id), "%s: is not shared, too",
			t->row[i].id);
		test_row(t, &t->row[i]);
	}
	ok(rule_find(t, rules_shared.row->id) == rules_shared.row, "the shared ones are found, too");
	ok(!rule_find(t, "") && !rule_find(t, "no-such-rule"), "none by an unknown id");
}

int main(void)
{
	test_table(&rules_shared);
	test_table(&rules_gcc);
	test_table(&rules_link);
	test_table(&rules_macho);
	test_table(&rules_pe);
	test_table(&rules_file);
	is_str(rule_class_name(RULE_EQUIVALENT), "equivalent", "the name of a class");
	is_str(rule_class_name(RULE_LOSSY), "lossy", "the name of a class");
	is_str(rule_class_name(RULE_IMPOSSIBLE), "impossible", "the name of a class");
	return done_testing();
}
