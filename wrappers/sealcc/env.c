/* sealcc env: the variables of "sealcc run", for other programs to read. */
#include <stdio.h>

#include "../../common/mem.h"
#include "../../common/say.h"
#include "commands.h"
#include "format.h"
#include "report.h"
#include "request.h"

static const char help_head[] =
	"usage: sealcc env -t TRIPLE... [--format FORMAT] [--emulator] [OPTIONS]\n"
	"\n"
	"Print the variables that 'sealcc run' sets, or what says the same to a build system.\n"
	"Variables you have set yourself are left alone and named.\n"
	"\n"
	"  eval \"$(sealcc env -t aarch64-unknown-linux-gnu.2.28)\"\n"
	"\n";

static const char help_tail[] =
	"\n"
	"  --json         the same as --format json\n"
	"  --emulator     cmake and meson: name qemu, for programs that the build itself runs\n" SEALING_HELP;

static const char *help(void)
{
	char line[128];
	const char *text = help_head;
	for (size_t i = 0; format_nth(i); i++) {
		snprintf(
			line, sizeof line, "  --format %-12s %s\n", format_nth(i)->name, format_nth(i)->what);
		text = mem_cat(text, line, NULL);
	}
	return mem_cat(text, help_tail, NULL);
}

static const char *names(void)
{
	const char *text = format_nth(0)->name;
	for (size_t i = 1; format_nth(i); i++)
		text = mem_cat(text, format_nth(i + 1) ? ", " : " or ", format_nth(i)->name, NULL);
	return text;
}

static const struct format *chosen(const struct request *r)
{
	const char *name = r->json ? "json" : r->format ? r->format : "sh";
	const struct format *f = format_find(name);
	if (!f)
		die(EXIT_USAGE, "--format %s: unknown; choose %s", name, names());
	if (f->single && r->targets.n > 1)
		die(EXIT_USAGE, "--format %s: is a file for one target; give one -t", name);
	return f;
}

int command_env(char **argv)
{
	struct request r;
	struct report report;
	struct strv out;
	char **rest = request_read(&r, FOR_SEALING | FOR_ENV | FOR_JSON, argv, help());
	request_end(rest, "env");
	const struct format *f = chosen(&r);
	request_report(&r, &report, true);
	strv_init(&out, 512);
	f->write(&out, &report);
	for (size_t i = 0; i < out.n; i++)
		fputs(out.v[i], stdout);
	return 0;
}
