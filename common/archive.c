/* zig's ar and ranlib are llvm-ar, complete but for ranlib's -t (touch the
 * index): the index is written anew, which is as good. */
#include <string.h>

#include "archive.h"

void archive_plan(struct plan *p, const struct toolchain *tc, const char *const *argv, bool ranlib)
{
	plan_init(p, 32);
	plan_tool(p, &tc->ar);
	if (ranlib && !tc->ar.word) {
		plan_add(p, "s", "ar-index");
	} else if (ranlib) {
		p->word.v[p->word.n - 1] = "ranlib";
		p->rule.v[p->word.n - 1] = "ar-index";
	}
	for (; *argv; argv++)
		if (!ranlib || strcmp(*argv, "-t") != 0)
			plan_keep(p, *argv);
}
