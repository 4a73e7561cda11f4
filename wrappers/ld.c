/* ld and ld.lld.  rustc's bare ld lines go to the driver; the lines that the
 * driver writes come back here with SEALCC_DEPTH set. */
#include <stdlib.h>

#include "../common/bareld.h"
#include "../common/driver.h"
#include "../common/link.h"
#include "../common/say.h"
#include "../common/shim.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	shim_start(&tc, argc, argv);
	execroot_init(&x, tc.root, tc.strict);
	args_read(&a, (const char *const *)argv, &x);
	if (!getenv("SEALCC_DEPTH") && bareld_is(&a)) {
		bareld_to_driver(&a);
		driver_plan(&p, &tc, &a, false);
	} else {
		link_plan(&p, &tc, &a);
	}
	plan_exec(&p, &tc);
}
