/* ld and ld.lld of a toolchain for Windows: MinGW's linker, which is lld-link. */
#include "../common/bareld.h"
#include "../common/execroot.h"
#include "../common/mingw.h"
#include "../common/nixflags.h"
#include "../common/shim.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	struct nixflags nix;
	shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, true);
	nixflags_read(&nix, &tc, NIXFLAGS_LD, argv);
	args_read(&a, nix.line.v, &x);
	bareld_hand_over(&a, &tc, argv);
	mingw_plan(&p, &tc, &a);
	nixflags_mark(&p, &nix);
	plan_exec(&p, &tc);
}
