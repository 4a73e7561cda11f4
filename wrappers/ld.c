/* ld and ld.lld: what the driver calls for every link, and some build systems
 * by themselves. */
#include "../common/bareld.h"
#include "../common/execroot.h"
#include "../common/link.h"
#include "../common/nixflags.h"
#include "../common/shim.h"
#include "../common/staticrun.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	struct nixflags nix;
	struct staticline s;
	shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, true);
	nixflags_read(&nix, &tc, NIXFLAGS_LD, argv);
	args_read(&a, nix.line.v, &x);
	bareld_hand_over(&a, &tc, argv);
	bool guarded = link_plan(&p, &s, &tc, &a);
	nixflags_mark(&p, &nix);
	if (guarded)
		staticrun(&p, &s);
	plan_exec(&p, &tc);
}
