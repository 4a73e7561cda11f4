#include "../../common/dotted.h"
#include "tap.h"

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

int main(void)
{
	static const struct {
		const char *a, *b;
		int order;
	} pairs[] = { { "2.28", "2.28", 0 }, { "2.4", "2.28", -1 }, { "2.34", "2.28", 1 }, { "2", "2.0", 0 },
		{ "2", "2.0.1", -1 }, { "3.4.29", "3.4.3", 1 }, { "02.1", "2.01", 0 }, { "10", "9.9.9", 1 },
		{ "99999999999999999999999", "100000000000000000000000", -1 }, { "", "", 0 }, { "", "1", -1 },
		{ "2.28-x", "2.28", 0 } };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		ok(sign(dotted_compare(pairs[i].a, pairs[i].b)) == pairs[i].order, "'%s' beside '%s'",
			pairs[i].a, pairs[i].b);
		ok(sign(dotted_compare(pairs[i].b, pairs[i].a)) == -pairs[i].order,
			"and the other way round");
	}
	ok(dotted_is("2.28") && dotted_is("3") && dotted_is("3.4.29"), "versions");
	ok(!dotted_is("") && !dotted_is("2.") && !dotted_is(".2") && !dotted_is("2..8") &&
			!dotted_is("2.x") && !dotted_is("PRIVATE"),
		"what is none");
	return done_testing();
}
