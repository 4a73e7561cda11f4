/* ld of a toolchain that links by "zig cc". */
#include "../common/bareld.h"
#include "../common/ldline.h"
#include "../common/shim.h"
#include "../common/spawn.h"
#include "../common/zigcc.h"

extern char **environ;

int main(int argc, char **argv)
{
	struct ldline l;
	struct plan p;
	struct zigwork w;
	shim_start(&l.tc, argc, argv);
	ldline_read(&l, argv);
	bareld_hand_over(&l.a, &l.tc, argv);
	if (zigcc_plan(&p, &w, &l.tc, &l.a)) {
		nixflags_mark(&p, &l.nix);
		zigwork_caches(&w, &l.tc);
		zigwork_run(&w, &p, &l.tc);
	}
	argv[0] = (char *)toolchain_path(&l.tc, "bin/lld");
	spawn_exec(argv[0], (const char *const *)argv, 1, (const char *const *)environ, "lld");
}
