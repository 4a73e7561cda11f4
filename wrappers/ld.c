/* ld and ld.lld: what the driver calls for every link, and some build systems
 * by themselves. */
#include "../common/bareld.h"
#include "../common/ldline.h"
#include "../common/link.h"
#include "../common/shim.h"
#include "../common/staticrun.h"

int main(int argc, char **argv)
{
	struct ldline l;
	struct plan p;
	struct staticline s;
	shim_start(&l.tc, argc, argv);
	ldline_read(&l, argv);
	bareld_hand_over(&l.a, &l.tc, argv);
	bool guarded = link_plan(&p, &s, &l.tc, &l.a);
	nixflags_mark(&p, &l.nix);
	if (guarded)
		staticrun(&p, &s);
	plan_exec(&p, &l.tc);
}
