/* sealcc doctor: what is here, what is missing, what to do. */
#include "../../common/say.h"
#include "checks.h"
#include "commands.h"
#include "request.h"

static const char help[] =
	"usage: sealcc doctor [--json] [--zig PATH]\n"
	"\n"
	"Look at what sealcc needs and at what is in its way: the zig and whether it can be\n"
	"sealed, clang, lld and cross gccs, the cache and the toolchains in it, Rust and its\n"
	"targets, qemu, variables of yours that builds would take instead of the sealed ones. Nothing is "
	"changed.\n"
	"The status is 0 when toolchains can be made, and 1 when not.\n"
	"\n"
	"  --json         print one JSON object\n"
	"  --zig PATH     the zig to look at; else as 'sealcc run' finds it\n";

int command_doctor(char **argv)
{
	struct request r;
	struct findings f = { .n = 0 };
	char **rest = request_read(&r, FOR_ZIG | FOR_JSON, argv, help);
	request_end(rest, "doctor");
	check_zig(&f, r.zig);
	check_compilers(&f);
	check_cache(&f);
	check_rust(&f);
	check_emulators(&f);
	check_variables(&f);
	(r.json ? findings_print_json : findings_print)(&f);
	return findings_bad(&f) ? EXIT_FAILED : 0;
}
