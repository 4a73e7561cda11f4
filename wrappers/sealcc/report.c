#include "../../common/mem.h"
#include "../../common/say.h"
#include "report.h"

void request_report(struct request *r, struct report *report, bool go)
{
	if (!r->targets.n)
		die(EXIT_USAGE, "-t: a target is needed; see --help");
	*report = (struct report){ .n = r->targets.n, .emulator = r->emulator };
	report->toolchain = mem_alloc(report->n * sizeof *report->toolchain);
	settings_init(&report->settings);
	for (size_t i = 0; i < report->n; i++) {
		request_open(r, i, &report->toolchain[i]);
		settings_add(&report->settings, &report->toolchain[i]);
		settings_add_path(&report->settings, &report->toolchain[i]);
	}
	if (report->n == 1)
		settings_add_plain(&report->settings, report->toolchain, go);
}
