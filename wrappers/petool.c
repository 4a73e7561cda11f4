/* dlltool of a toolchain for Windows; and windres, which it has not. */
#include <string.h>

#include "../common/plan.h"
#include "../common/say.h"
#include "../common/shim.h"
#include "../common/text.h"

static const struct machine {
	const char *emulation, *dlltool;
} machines[] = {
	{ "i386pe", "i386" },
	{ "i386pep", "i386:x86-64" },
	{ "arm64pe", "arm64" },
};

static const char *machine_of(const struct triple *t)
{
	size_t i = 0;
	while (strcmp(machines[i].emulation, triple_emulation(t)) != 0)
		i++;
	return machines[i].dlltool;
}

/* llvm-dlltool takes the machine from its own name, which is zig's here; the
 * caller's own -m wins. */
static _Noreturn void dlltool(const struct toolchain *tc, char **argv)
{
	struct plan p;
	plan_init(&p, 32);
	plan_tool(&p, &(struct tool){ tc->ar.path, "dlltool" });
	plan_add(&p, "-m", "dlltool-machine");
	plan_add(&p, machine_of(&tc->target), "dlltool-machine");
	plan_keep_all(&p, (const char *const *)argv + 1);
	plan_exec(&p, tc);
}

int main(int argc, char **argv)
{
	struct toolchain tc;
	if (text_find(shim_start(&tc, argc, argv), "dlltool"))
		dlltool(&tc, argv);
	die(EXIT_FAILED,
		"resources: %s has no resource compiler that works alone; leave the .rc files out, or "
		"compile them by llvm-windres or binutils' windres and link the object",
		tc.backend);
}
