/* objcopy, strip and their llvm- and <triple>- aliases: the tool that
 * sealcc.conf names, or this program itself, which needs no backend. */
#include <string.h>

#include "../common/copy.h"
#include "../common/owntool.h"
#include "../common/shim.h"

int main(int argc, char **argv)
{
	struct toolchain tc;
	const char *const *words = (const char *const *)argv;
	bool strip = strstr(shim_open(&tc, argc, argv), "strip") != NULL;
	owntool_exec(&tc, strip ? &tc.strip : &tc.objcopy, argv);
	return strip ? copy_strip(words) : copy_objcopy(words);
}
