/* ld and ld.lld of a toolchain for Windows: MinGW's linker, which is lld-link. */
#include <stdlib.h>

#include "../common/bareld.h"
#include "../common/execroot.h"
#include "../common/mem.h"
#include "../common/mingw.h"
#include "../common/shim.h"
#include "../common/spawn.h"

extern char **environ;

/* A line that rustc wrote for a bare linker lacks start-up objects and libraries:
 * cc knows them, and such lines. */
static _Noreturn void become_cc(const struct toolchain *tc, char **argv)
{
	const char *path = toolchain_path(tc, "bin/cc");
	argv[0] = (char *)path;
	spawn_exec(path, (const char *const *)argv, 1, (const char *const *)environ, "cc");
}

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, true);
	args_read(&a, (const char *const *)argv, &x);
	if (!getenv("SEALCC_DEPTH") && bareld_is(&a))
		become_cc(&tc, argv);
	mingw_plan(&p, &tc, &a);
	plan_exec(&p, &tc);
}
