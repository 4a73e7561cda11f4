/* ld and ld.lld of a toolchain for Windows: MinGW's linker, which is lld-link. */
#include "../common/bareld.h"
#include "../common/ldline.h"
#include "../common/mingw.h"
#include "../common/shim.h"

int main(int argc, char **argv)
{
	struct ldline l;
	struct plan p;
	shim_start(&l.tc, argc, argv);
	ldline_read(&l, argv);
	bareld_hand_over(&l.a, &l.tc, argv);
	mingw_plan(&p, &l.tc, &l.a);
	nixflags_mark(&p, &l.nix);
	plan_exec(&p, &l.tc);
}
