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
	ok(rule_find(r->id) == r, "%s: is found", r->id);
	ok(r->reason && strlen(r->reason) > 8 && r->reason[strlen(r->reason) - 1] != '.',
		"%s: has a reason, without a full stop", r->id);
	ok(r->source && strlen(r->source) > 4, "%s: has a source", r->id);
	ok(r->class >= RULE_EQUIVALENT && r->class <= RULE_IMPOSSIBLE, "%s: has a class", r->id);
}

int main(void)
{
	const struct rule *r, *before = NULL;
	size_t n = 0;
	for (; (r = rule_nth(n)); n++) {
		ok(!before || strcmp(before->id, r->id) < 0, "%s: comes after the one before", r->id);
		test_row(r);
		before = r;
	}
	ok(n > 0, "there are rules");
	ok(!rule_nth(n) && !rule_nth((size_t)-1), "none past the end");
	ok(!rule_find("") && !rule_find("no-such-rule"), "none by an unknown id");
	is_str(rule_class_name(RULE_EQUIVALENT), "equivalent", "the name of a class");
	is_str(rule_class_name(RULE_LOSSY), "lossy", "the name of a class");
	is_str(rule_class_name(RULE_IMPOSSIBLE), "impossible", "the name of a class");
	return done_testing();
}
