/* ld of a toolchain for macOS: ld64's options, zig's linker; and dsymutil, which clang
 * runs behind each link of sources with -g, and which zig has not. */
#include <string.h>

#include "../common/ldline.h"
#include "../common/macholink.h"
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
	struct ldline l;
	struct plan p;
	struct zigwork w;
	if (strcmp(shim_start(&l.tc, argc, argv), "dsymutil") == 0)
		return no_dsymutil();
	ldline_read(&l, argv);
	macholink_plan(&p, &w, &l.tc, &l.a);
	nixflags_mark(&p, &l.nix);
	zigwork_run(&w, &p, &l.tc);
}
