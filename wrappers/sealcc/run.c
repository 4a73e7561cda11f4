/* sealcc run: a command with the variables for one or several targets. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/say.h"
#include "../../common/text.h"
#include "commands.h"
#include "report.h"
#include "request.h"

static const char help[] =
	"usage: sealcc run -t TRIPLE... [OPTIONS] [--] CMD...\n"
	"\n"
	"Run CMD with the variables that make Cargo, CMake, autoconf, make, cgo and others build\n"
	"for TRIPLE. The toolchain is made the first time and kept in $SEALCC_CACHE,\n"
	"$XDG_CACHE_HOME/sealcc or ~/.cache/sealcc. Variables you have set yourself win and are named.\n"
	"With several -t only the variables that carry a triple are set.\n"
	"\n"
	"  sealcc run -t aarch64-unknown-linux-gnu.2.28 -- cargo build --release\n"
	"  sealcc run -t x86_64-linux-musl -- make\n"
	"\n" SEALING_HELP;

static bool is_program(const char *command, const char *name)
{
	return strcmp(text_base(command), name) == 0;
}

/* Also after "env NAME=VALUE...". */
static bool is_cargo(char **command)
{
	if (is_program(*command, "env")) {
		do
			command++;
		while (*command && strchr(*command, '='));
	}
	return *command && is_program(*command, "cargo");
}

static void apply(const struct settings *s, bool quiet)
{
	for (size_t i = 0; i < s->n; i++) {
		if (!s->v[i].own)
			setenv(s->v[i].name, s->v[i].value, 1);
		else if (!quiet)
			say("%s: your own '%s' is kept", s->v[i].name, s->v[i].own);
	}
}

int command_run(char **argv)
{
	struct request r;
	struct report report;
	char **command = request_read(&r, FOR_SEALING, argv, help);
	if (!*command)
		die(EXIT_USAGE, "CMD: missing; see 'sealcc run --help'");
	request_report(&r, &report, !is_cargo(command));
	apply(&report.settings, r.quiet);
	execvp(*command, command);
	if (errno == ENOENT)
		die(EXIT_NOT_FOUND, "%s: not found; is it in PATH?", *command);
	die(EXIT_CANNOT_RUN, "%s: cannot be run:", *command);
}
