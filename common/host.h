/* The machine that sealcc itself runs on (the command line tool only). */
#ifndef HOST_H
#define HOST_H

#include <stdbool.h>
#include "triple.h"

struct host {
	const char *machine; /* as the kernel names it: x86_64 */
	struct triple triple;
	bool known; /* triple is filled */
};

void host_ask(struct host *h);

/* Whether programs of t run on this processor. */
bool host_runs(const struct host *h, const struct triple *t);

/* Whether t is also the host, as far as a Rust triple tells. */
bool host_is(const struct host *h, const struct triple *t);

/* The program name in PATH; NULL when there is none. */
const char *host_program(const char *name);

/* The qemu-user in PATH that runs programs of t, the static one rather; NULL
 * when there is none. */
const char *host_emulator(const struct triple *t);

#endif
