#include <stdlib.h>

#include "owntool.h"
#include "plan.h"

void owntool_exec(const struct toolchain *tc, const struct tool *t, char **argv)
{
	struct plan p;
	if (!t->path && !getenv("SEALCC_EXPLAIN"))
		return;
	plan_init(&p, 32);
	if (t->path)
		plan_tool(&p, t);
	else
		plan_add(&p, argv[0], "own-elf");
	for (char **a = argv + 1; *a; a++)
		plan_keep(&p, *a);
	plan_exec(&p, tc);
}
