/* ld and ld.lld: what the driver calls for every link, and some build systems
 * by themselves.  A line that rustc wrote for a bare linker lacks start-up
 * objects and libraries: cc knows them, and such lines. */
#include <stdlib.h>

#include "../common/bareld.h"
#include "../common/execroot.h"
#include "../common/link.h"
#include "../common/shim.h"
#include "../common/spawn.h"
#include "../common/staticrun.h"

extern char **environ;

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
	struct staticline s;
	shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, true);
	args_read(&a, (const char *const *)argv, &x);
	if (!getenv("SEALCC_DEPTH") && bareld_is(&a))
		become_cc(&tc, argv);
	if (link_plan(&p, &s, &tc, &a))
		staticrun(&p, &s);
	plan_exec(&p, &tc);
}
