/* ld of a toolchain for macOS: ld64's options, zig's linker; and dsymutil, which clang
 * runs behind each link of sources with -g, and which zig has not. */
#include <string.h>

#include "../common/execroot.h"
#include "../common/macholink.h"
#include "../common/nixflags.h"
#include "../common/say.h"
#include "../common/shim.h"

/* The program is whole without: a debugger reads the objects that it names. */
static int no_dsymutil(void)
{
	say("debug information stays in the object files; compile with -c, and keep them beside the program");
	return 0;
}

int main(int argc, char **argv)
{
	struct toolchain tc;
	struct execroot x;
	struct args a;
	struct plan p;
	struct nixflags nix;
	struct zigwork w;
	if (strcmp(shim_start(&tc, argc, argv), "dsymutil") == 0)
		return no_dsymutil();
	execroot_init(&x, tc.root, tc.strict, true);
	nixflags_read(&nix, &tc, NIXFLAGS_LD, argv);
	args_read(&a, nix.line.v, &x);
	macholink_plan(&p, &w, &tc, &a);
	nixflags_mark(&p, &nix);
	zigwork_run(&w, &p, &tc);
}
