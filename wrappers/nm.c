/* nm and its llvm-, gcc- and <triple>- aliases: the tool that sealcc.conf names,
 * or this program itself, which needs no backend. */
#include "../common/nm.h"
#include "../common/owntool.h"
#include "../common/shim.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	shim_open(&tc, argc, argv);
	owntool_exec(&tc, &tc.nm, argv);
	return nm_main((const char *const *)argv);
}
