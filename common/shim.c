/* The fingerprint makes two toolchains' shims different files, since compiler
 * caches tell compilers apart by the file's bytes or size and time.  The tool
 * overwrites its digits when it installs a shim (seal.c). */
#include <string.h>

#include "mem.h"
#include "say.h"
#include "shim.h"
#include "text.h"

/* volatile: or the text would be left out as unused */
static const volatile char fingerprint[] = "sealcc-fingerprint:0000000000000000";

const char *shim_open(struct toolchain *tc, int argc, char **argv)
{
	(void)fingerprint[0];
	say_as("sealcc");
	if (argc < 1 || !argv[0] || !*argv[0])
		die(EXIT_BAD_CONF, "argv[0]: is empty; call this program by its path or name");
	const char *name = text_base(argv[0]);
	say_as(mem_cat("sealcc ", name, NULL));
	toolchain_open(tc, argv[0]);
	return name;
}

const char *shim_start(struct toolchain *tc, int argc, char **argv)
{
	const char *name = shim_open(tc, argc, argv);
	toolchain_check(tc);
	return name;
}
