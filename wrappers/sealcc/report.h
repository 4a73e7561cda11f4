/* The toolchains that were asked for, and the variables that stand for them. */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>
#include "../../common/setting.h"
#include "request.h"

struct report {
	struct settings settings;    /* all that "sealcc run" sets */
	struct toolchain *toolchain; /* one a target */
	size_t n;
	bool emulator; /* qemu may be named in files for other machines */
};

/* Open the toolchains of r, made when they are not there, and collect their
 * variables.  go also gets those for Go.  Ends the process with EXIT_USAGE when
 * r has no target. */
void request_report(struct request *r, struct report *report, bool go);

#endif
