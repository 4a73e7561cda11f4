/* sealcc new: a toolchain in a directory of the user's choice. */
#include "../../common/say.h"
#include "commands.h"
#include "request.h"

static const char help[] =
	"usage: sealcc new DIR -t TRIPLE [--zig PATH] [--libc X.Y] [--cpu NAME] [--no-c++ | --shared-c++] "
	"[-q]\n"
	"\n"
	"Make a sealed toolchain in DIR: DIR/bin holds cc, c++, ld, ar, ranlib and their aliases.\n"
	"DIR needs nothing but the zig it was made from; it may be moved. Nothing is done when\n"
	"the same toolchain is there already.\n"
	"\n"
	"  -t TRIPLE      the target: aarch64-unknown-linux-gnu.2.28, x86_64-linux-musl, ...\n"
	"  --zig PATH     the zig to seal; else $SEALCC_ZIG, zig in PATH, the Python package ziglang\n"
	"  --libc X.Y     the oldest glibc that programs shall run on (2.28 unless TRIPLE says it)\n"
	"  --cpu NAME     the lowest processor: x86-64-v3, neoverse-n1, v8.2a\n"
	"  --no-c++       leave out libc++: made in seconds\n"
	"  --shared-c++   programs use libc++.so.1 (in DIR/sysroot/usr/lib/shared), no copy of their own\n"
	"  -q, --quiet    print nothing\n";

/* Options may stand before and after DIR. */
int command_new(char **argv)
{
	struct request r;
	char **rest = request_read(&r, argv, help);
	if (!*rest)
		die(EXIT_USAGE, "DIR: missing; see 'sealcc new --help'");
	const char *dir = *rest;
	rest = request_read_more(&r, rest + 1, help);
	if (*rest)
		die(EXIT_USAGE, "%s: one directory only; see 'sealcc new --help'", *rest);
	if (r.targets.n != 1)
		die(EXIT_USAGE, "-t: one target is needed; see 'sealcc new --help'");
	request_seal(&r, 0, dir);
	return 0;
}
