/* cc, c++ and their gcc and clang aliases, and what rustc calls as -Clinker
 * (wrappers/rustc-linker.c is this program with another name). */

#include "../common/bareld.h"
#include "../common/driver.h"
#include "../common/mem.h"
#include "../common/nixflags.h"
#include "../common/say.h"
#include "../common/shim.h"
#include "../common/text.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	struct nixflags nix;
	const char *name = shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, false);
	nixflags_read(&nix, &tc, NIXFLAGS_CC, argv);
	args_read(&a, nix.line.v, &x);
	if (bareld_is(&a))
		bareld_to_driver(&a, triple_windows(&tc.target));
	driver_plan(&p, &tc, &a, text_find(name, "++") != NULL);
	nixflags_mark(&p, &nix);
	plan_exec(&p, &tc);
}
