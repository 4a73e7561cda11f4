/* cc, c++ and their gcc and clang aliases, and what rustc calls as -Clinker
 * (wrappers/rustc-linker.c is this program with another name). */

#include "../common/bareld.h"
#include "../common/driver.h"
#include "../common/mem.h"
#include "../common/say.h"
#include "../common/shim.h"
#include "../common/text.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	const char *name = shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, false);
	args_read(&a, (const char *const *)argv, &x);
	if (bareld_is(&a))
		bareld_to_driver(&a, triple_windows(&tc.target));
	driver_plan(&p, &tc, &a, text_find(name, "++") != NULL);
	plan_exec(&p, &tc);
}
