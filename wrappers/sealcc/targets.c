/* sealcc targets: what can be sealed, and what the zig at hand has for it. */
#include <stdio.h>

#include "../../common/mem.h"
#include "../../common/say.h"
#include "commands.h"
#include "request.h"
#include "verified.h"

static const char help[] =
	"usage: sealcc targets [--zig PATH]\n"
	"\n"
	"List the targets with what the tests of this version verify for each, the versions\n"
	"of zig that can be sealed, and the glibc versions the zig at hand knows.\n";

static void list_targets(void)
{
	struct triple t;
	char name[64];
	printf("%-34s %s\n", "target", "verified with zig");
	for (size_t i = 0; triple_nth(i, &t); i++) {
		triple_write(&t, TRIPLE_RUST, name, sizeof name);
		printf("%-34s %s\n", name, verified_with(name));
	}
}

static void list_glibc(const struct zig *z)
{
	unsigned major, minor;
	printf("\nzig %s at %s\nglibc:", z->version, z->path);
	for (size_t i = 0; zig_glibc(z, i, &major, &minor); i++)
		printf(" %u.%u", major, minor);
	putchar('\n');
}

int command_targets(char **argv)
{
	struct request r;
	char **rest = request_read(&r, FOR_ZIG | FOR_JSON | FOR_TARGETS, argv, help);
	if (*rest)
		die(EXIT_USAGE, "%s: unexpected; see 'sealcc targets --help'", *rest);
	list_targets();
	puts("\nzig 0.11 to 0.17: each has 'zig clang' and 'zig ld.lld' and can be sealed.");
	if (fflush(stdout) != 0)
		die(EXIT_FAILED, "standard output:");
	list_glibc(request_zig(&r));
	return 0;
}
