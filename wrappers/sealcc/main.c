/* sealcc: the command line tool. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/mem.h"
#include "../../common/say.h"
#include "../../common/version.h"
#include "commands.h"

static const char help[] =
	"sealcc makes zig's clang and lld into sealed toolchains for one target each.\n"
	"\n"
	"  sealcc run -t TRIPLE [--] CMD...      run CMD with every variable set for TRIPLE\n"
	"  sealcc env -t TRIPLE                  print those variables (--format sh or json)\n"
	"  sealcc new DIR -t TRIPLE              make a toolchain in DIR\n"
	"  sealcc explain -t TRIPLE -- cc ARGS   what would run, and why each argument is there\n"
	"  sealcc targets                        targets, and what is known of zig's versions\n"
	"\n"
	"  TRIPLE may end in a glibc version: aarch64-unknown-linux-gnu.2.28\n"
	"  'sealcc COMMAND --help' tells more.\n";

struct command {
	const char *name;
	int (*run)(char **argv);
};

static const struct command commands[] = {
	{ "env", command_env },
	{ "explain", command_explain },
	{ "new", command_new },
	{ "run", command_run },
	{ "targets", command_targets },
};

static int print(const char *text)
{
	if (fputs(text, stdout) < 0 || fflush(stdout) != 0)
		die(EXIT_FAILED, "standard output:");
	return 0;
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs(help, stderr);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0)
		return print(help);
	if (strcmp(argv[1], "--version") == 0)
		return print("sealcc " SEALCC_VERSION "\n");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i].name, argv[1]) == 0) {
			say_as(mem_cat("sealcc ", argv[1], NULL));
			int status = commands[i].run(argv + 2);
			if (fflush(stdout) != 0)
				die(EXIT_FAILED, "standard output:");
			return status;
		}
	die(EXIT_USAGE, "%s: unknown command; see 'sealcc --help'", argv[1]);
}
