/* sealcc new: a toolchain in a directory of the user's choice. */
#include <stdio.h>
#include <stdlib.h>

#include "../../common/say.h"
#include "commands.h"
#include "jsontext.h"
#include "request.h"

static const char help[] =
	"usage: sealcc new DIR -t TRIPLE [OPTIONS] [--json] [--nix]\n"
	"\n"
	"Make a sealed toolchain in DIR: DIR/bin holds cc, c++, ld, ar, ranlib, nm, strip, objcopy\n"
	"and their aliases; cmake.cmake, meson.ini, cargo/config.toml and config.site tell build\n"
	"systems about them.\n"
	"DIR needs nothing but the zig it was made from; it may be moved. Nothing is done when\n"
	"the same toolchain is there already.\n"
	"\n"
	"  --json         tell what was made as one JSON object\n"
	"  --nix          its compilers read NIX_CFLAGS_COMPILE and NIX_LDFLAGS (nix = yes)\n" SEALING_HELP;

static void print_json(const char *dir, bool made)
{
	struct toolchain tc;
	char *real = realpath(dir, NULL);
	toolchain_open_at(&tc, real ? real : dir);
	const struct {
		const char *name, *value;
	} rows[] = {
		{ "directory", tc.root },
		{ "target", tc.target_name },
		{ "backend", tc.backend },
		{ "fingerprint", tc.fingerprint },
	};
	fputs("{\n", stdout);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		printf("  \"%s\": ", rows[i].name);
		json_string(rows[i].value);
		puts(",");
	}
	printf("  \"made\": %s\n}\n", made ? "true" : "false");
}

/* Options may stand before and after DIR. */
int command_new(char **argv)
{
	struct request r;
	char **rest = request_read(&r, FOR_SEALING | FOR_JSON | FOR_NEW, argv, help);
	if (!*rest)
		die(EXIT_USAGE, "DIR: missing; see 'sealcc new --help'");
	const char *dir = *rest;
	rest = request_read_more(&r, rest + 1, help);
	if (*rest)
		die(EXIT_USAGE, "%s: one directory only; see 'sealcc new --help'", *rest);
	if (r.targets.n != 1)
		die(EXIT_USAGE, "-t: one target is needed; see 'sealcc new --help'");
	r.quiet |= r.json;
	bool made = request_seal(&r, 0, dir);
	if (r.json)
		print_json(dir, made);
	return 0;
}
