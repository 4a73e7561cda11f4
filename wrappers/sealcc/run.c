/* sealcc run and sealcc env: the variables for one or several targets. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/json.h"
#include "../../common/mem.h"
#include "../../common/say.h"
#include "../../common/setting.h"
#include "commands.h"
#include "request.h"

static const char run_help[] =
	"usage: sealcc run -t TRIPLE... [--zig PATH] [--libc X.Y] [--cpu NAME] [--no-c++ | --shared-c++] "
	"[-q] [--] CMD...\n"
	"\n"
	"Run CMD with the variables that make Cargo, CMake, autoconf, make, cgo and others build\n"
	"for TRIPLE. The toolchain is made the first time and kept in $SEALCC_CACHE,\n"
	"$XDG_CACHE_HOME/sealcc or ~/.cache/sealcc. Variables you have set yourself win and are named.\n"
	"With several -t only the variables that carry a triple are set.\n"
	"\n"
	"  sealcc run -t aarch64-unknown-linux-gnu.2.28 -- cargo build --release\n"
	"  sealcc run -t x86_64-linux-musl -- make\n"
	"\n"
	"The options are those of 'sealcc new'.\n";

static const char env_help[] =
	"usage: sealcc env -t TRIPLE... [--format sh|json] [--zig PATH] [--libc X.Y] [--cpu NAME]\n"
	"\n"
	"Print the variables that 'sealcc run' sets, for eval in a shell, or as JSON.\n"
	"\n"
	"  eval \"$(sealcc env -t aarch64-unknown-linux-gnu.2.28)\"\n";

static void collect(struct request *r, struct settings *s, bool go)
{
	struct toolchain tc;
	*s = (struct settings){ .n = 0 };
	if (!r->targets.n)
		die(EXIT_USAGE, "-t: a target is needed; see --help");
	for (size_t i = 0; i < r->targets.n; i++) {
		request_open(r, i, &tc);
		settings_add(s, &tc);
		settings_add_path(s, &tc);
	}
	if (r->targets.n == 1)
		settings_add_plain(s, &tc, go);
}

static bool is_cargo(const char *command)
{
	const char *slash = strrchr(command, '/');
	return strcmp(slash ? slash + 1 : command, "cargo") == 0;
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
	struct settings s;
	char **command = request_read(&r, argv, run_help);
	if (!*command)
		die(EXIT_USAGE, "CMD: missing; see 'sealcc run --help'");
	collect(&r, &s, !is_cargo(*command));
	apply(&s, r.quiet);
	execvp(*command, command);
	if (errno == ENOENT)
		die(EXIT_NOT_FOUND, "%s: not found; is it in PATH?", *command);
	die(EXIT_CANNOT_RUN, "%s: cannot be run:", *command);
}

static void shell_word(const char *s)
{
	putchar('\'');
	for (; *s; s++) {
		if (*s == '\'')
			fputs("'\\'", stdout);
		putchar(*s);
	}
	putchar('\'');
}

static void print_sh(const struct settings *s)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].own)
			fputs("# yours is kept: ", stdout);
		printf("export %s=", s->v[i].name);
		shell_word(s->v[i].own ? s->v[i].own : s->v[i].value);
		putchar('\n');
	}
}

static void json_object(const char *name, const struct settings *s, bool kept)
{
	const char *separator = "\n    ";
	printf("  \"%s\": {", name);
	for (size_t i = 0; i < s->n; i++) {
		if ((s->v[i].own != NULL) != kept)
			continue;
		fputs(separator, stdout);
		json_string(s->v[i].name);
		fputs(": ", stdout);
		json_string(kept ? s->v[i].own : s->v[i].value);
		separator = ",\n    ";
	}
	fputs("\n  }", stdout);
}

static void print_json(const struct settings *s)
{
	puts("{");
	json_object("variables", s, false);
	puts(",");
	json_object("kept", s, true);
	puts("\n}");
}

int command_env(char **argv)
{
	struct request r;
	struct settings s;
	char **rest = request_read(&r, argv, env_help);
	if (*rest)
		die(EXIT_USAGE, "%s: unexpected; see 'sealcc env --help'", *rest);
	if (r.format && strcmp(r.format, "sh") != 0 && strcmp(r.format, "json") != 0)
		die(EXIT_USAGE, "--format %s: unknown; choose sh or json", r.format);
	r.json |= r.format && strcmp(r.format, "json") == 0;
	collect(&r, &s, true);
	(r.json ? print_json : print_sh)(&s);
	return 0;
}
