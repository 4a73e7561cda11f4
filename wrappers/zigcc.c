/* ld of a toolchain that links by "zig cc". */
#include "../common/bareld.h"
#include "../common/execroot.h"
#include "../common/nixflags.h"
#include "../common/shim.h"
#include "../common/spawn.h"
#include "../common/zigcc.h"

extern char **environ;

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	struct nixflags nix;
	struct zigwork w;
	shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict, true);
	nixflags_read(&nix, &tc, NIXFLAGS_LD, argv);
	args_read(&a, nix.line.v, &x);
	bareld_hand_over(&a, &tc, argv);
	if (zigcc_plan(&p, &w, &tc, &a)) {
		nixflags_mark(&p, &nix);
		zigwork_caches(&w, &tc);
		zigwork_run(&w, &p, &tc);
	}
	argv[0] = (char *)toolchain_path(&tc, "bin/lld");
	spawn_exec(argv[0], (const char *const *)argv, 1, (const char *const *)environ, "lld");
}
