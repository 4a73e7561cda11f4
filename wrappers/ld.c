/* ld and ld.lld: what the driver calls for every link, and some build systems
 * by themselves. */
#include "../common/bareld.h"
#include "../common/execroot.h"
#include "../common/link.h"
#include "../common/shim.h"
#include "../common/staticrun.h"

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
	bareld_hand_over(&a, &tc, argv);
	if (link_plan(&p, &s, &tc, &a))
		staticrun(&p, &s);
	plan_exec(&p, &tc);
}
