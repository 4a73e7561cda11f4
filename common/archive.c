/* zig's ar and ranlib are llvm-ar, complete but for ranlib's -t (touch the
 * index): the index is written anew, which is as good.
 *
 * gcc-ar puts a dash before its first word, also before "@file" (gcc's
 * gcc-ar.c): then the file is opened here.  gcc-ranlib without a word is content
 * with nothing. */
#include <string.h>

#include "archive.h"
#include "args.h"
#include "say.h"

static void add_tool(struct plan *p, const struct toolchain *tc, bool ranlib)
{
	if (ranlib && tc->ranlib) {
		plan_add(p, tc->ranlib, "backend");
		return;
	}
	plan_tool(p, &tc->ar);
	if (ranlib && !tc->ar.word) {
		plan_add(p, "s", "ar-index");
	} else if (ranlib) {
		p->word.v[p->word.n - 1] = "ranlib";
		p->rule.v[p->word.n - 1] = "ar-index";
	}
}

void archive_plan(struct plan *p, const struct toolchain *tc, const char *const *argv, bool ranlib)
{
	struct args a;
	bool gcc = tc->driver_kind == DRIVER_GCC;
	if (gcc && ranlib && !argv[1])
		die(EXIT_FAILED, "archive: none is named; name those that need an index");
	plan_init(p, 32);
	add_tool(p, tc, ranlib);
	if (gcc && argv[1] && *argv[1] == '@') {
		args_read(&a, argv, NULL);
		for (size_t i = 0; i < a.word.n; i++)
			plan_change(p, a.word.v[i], "ar-response-file", argv[1]);
		return;
	}
	for (argv++; *argv; argv++)
		if (!ranlib || gcc || strcmp(*argv, "-t") != 0)
			plan_keep(p, *argv);
}
