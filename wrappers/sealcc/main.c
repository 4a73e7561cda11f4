/* sealcc: the command line tool. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/mem.h"
#include "../../common/say.h"
#include "../../common/version.h"
#include "commands.h"

static const char help[] =
	"sealcc makes compilers (zig, clang, a cross gcc) into sealed toolchains for one target each.\n"
	"\n"
	"  sealcc run -t TRIPLE [--] CMD...      run CMD with every variable set for TRIPLE\n"
	"  sealcc env -t TRIPLE                  print them, for shells, Cargo, CMake, meson, Nix, ...\n"
	"  sealcc new DIR -t TRIPLE              make a toolchain in DIR\n"
	"  sealcc explain -t TRIPLE -- cc ARGS   what would run, and why each argument is there\n"
	"  sealcc rules                          what the programs of a toolchain change, and why\n"
	"  sealcc sysroot DIR                    make a sysroot of Debian packages, for static glibc\n"
	"  sealcc inspect FILE...                what programs and libraries are and need; a gate for CI\n"
	"  sealcc doctor                         what is here, what is missing, what to do\n"
	"  sealcc targets                        targets, and what is known of zig's versions\n"
	"\n"
	"  TRIPLE may end in a glibc version: aarch64-unknown-linux-gnu.2.28\n"
	"  'sealcc help COMMAND' tells more.\n";

struct command {
	const char *name;
	int (*run)(char **argv);
};

static const struct command commands[] = {
	{ "doctor", command_doctor },
	{ "env", command_env },
	{ "explain", command_explain },
	{ "inspect", command_inspect },
	{ "new", command_new },
	{ "rules", command_rules },
	{ "run", command_run },
	{ "sysroot", command_sysroot },
	{ "targets", command_targets },
};

static int print(const char *text)
{
	if (fputs(text, stdout) < 0 || fflush(stdout) != 0)
		die(EXIT_FAILED, "standard output:");
	return 0;
}

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	die(EXIT_USAGE, "%s: unknown command; see 'sealcc --help'", name);
}

static int run(const char *name, char **argv)
{
	const struct command *c = find(name);
	say_as(mem_cat("sealcc ", name, NULL));
	int status = c->run(argv);
	if (fflush(stdout) != 0)
		die(EXIT_FAILED, "standard output:");
	return status;
}

static int help_on(const char *name)
{
	static char option[] = "--help";
	char *words[] = { option, NULL };
	return name ? run(name, words) : print(help);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs(help, stderr);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return print(help);
	if (strcmp(argv[1], "help") == 0)
		return help_on(argv[2]);
	if (strcmp(argv[1], "--version") == 0)
		return print("sealcc " SEALCC_VERSION "\n");
	return run(argv[1], argv + 2);
}
