/* ar, ranlib and their llvm- and <triple>- aliases. */

#include "../common/archive.h"
#include "../common/shim.h"
#include "../common/text.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct plan p;
	const char *name = shim_start(&tc, argc, argv);
	archive_plan(&p, &tc, (const char *const *)argv, text_find(name, "ranlib") != NULL);
	plan_exec(&p, &tc);
}
