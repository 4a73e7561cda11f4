/* ar, ranlib and their llvm- and <triple>- aliases. */
#include <string.h>

#include "../common/archive.h"
#include "../common/shim.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct plan p;
	const char *name = shim_start(&tc, argc, argv);
	archive_plan(&p, &tc, (const char *const *)argv + 1, strstr(name, "ranlib") != NULL);
	plan_exec(&p, &tc);
}
