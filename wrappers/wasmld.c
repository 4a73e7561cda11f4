/* ld and wasm-ld of a toolchain for WASI; and wasm-opt, which clang runs behind each
 * link with -O where it finds one: in PATH, were it not here. */
#include <string.h>

#include "../common/ldline.h"
#include "../common/shim.h"
#include "../common/wasmlink.h"

int main(int argc, char **argv)
{
	struct ldline l;
	struct plan p;
	if (strcmp(shim_start(&l.tc, argc, argv), "wasm-opt") == 0)
		return 0;
	ldline_read(&l, argv);
	wasmlink_plan(&p, &l.tc, &l.a);
	nixflags_mark(&p, &l.nix);
	plan_exec(&p, &l.tc);
}
