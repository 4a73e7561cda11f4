#include <string.h>

#include "emulation.h"
#include "say.h"

void emulation_check(const struct toolchain *tc, const char *emulation)
{
	const char *own = triple_emulation(&tc->target);
	if (strcmp(emulation, own) != 0)
		die(EXIT_FAILED,
			"-m %s: this toolchain is for %s (-m %s); seal one for that target with 'sealcc new'",
			emulation, tc->target_name, own);
}
