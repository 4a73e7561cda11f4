/* The options that all subcommands share, and the toolchain they ask for. */
#ifndef REQUEST_H
#define REQUEST_H

#include <stdbool.h>
#include "../../common/strv.h"
#include "../../common/toolchain.h"
#include "../../common/zig.h"

/* Groups of options that a command takes. */
enum {
	FOR_ZIG = 1,
	FOR_TARGET = 2,
	FOR_MAKING = 4,
	FOR_ENV = 8,
	FOR_JSON = 16,
	FOR_TARGETS = 32,
	FOR_NEW = 64,
	FOR_RULES = 128
};
enum { FOR_SEALING = FOR_ZIG | FOR_TARGET | FOR_MAKING };

/* What --help says of FOR_SEALING. */
#define SEALING_HELP                                                                                         \
	"\n"                                                                                                 \
	"  -t TRIPLE      the target: aarch64-unknown-linux-gnu.2.28, x86_64-linux-musl, ...\n"              \
	"  --zig PATH     the zig to seal; else $SEALCC_ZIG, zig in PATH, the Python package ziglang\n"      \
	"  --backend B    zig, zig-cc, clang or gcc; zig unless --cc names one of the others\n"              \
	"  --cc PATH      the clang or gcc; else clang, clang-N or <triple>-gcc in PATH\n"                   \
	"  --ld PATH      its linker; else the lld beside clang or in PATH, or gcc's own\n"                  \
	"  --libc X.Y     the oldest glibc that programs shall run on (2.28 unless TRIPLE says it)\n"        \
	"  --cpu NAME     the lowest processor: x86-64-v3, neoverse-n1, v8.2a\n"                             \
	"  --sysroot S    over this sysroot ('sealcc sysroot'), a directory or an archive of one, which\n"   \
	"                 may have a static glibc; clang needs one\n"                                        \
	"  --stdlib L     libstdc++ or libc++ of that sysroot\n"                                             \
	"  --no-c++       leave out C++: with zig made in seconds\n"                                         \
	"  --shared-c++   programs use libc++.so.1 (in sysroot/usr/lib/shared), no copy of their own\n"      \
	"  -q, --quiet    do not tell about toolchains that are made and variables that are kept\n"

struct request {
	struct strv targets; /* as given by -t */
	const char *zig, *backend, *cc, *ld, *cpu, *libc, *sysroot, *stdlib, *format;
	bool json, no_cxx, shared_cxx, quiet, emulator, names, options, nix;
	unsigned accepts; /* which options, of the enum above */
	struct zig found; /* path is NULL until request_zig */
};

/* Read options of the groups in accepts from argv up to "--" or the first word
 * that is none; the words that are left.  Ends the process with EXIT_USAGE and one line on an unknown
 * option or a missing value, and with the text of help, status 0, on --help. */
char **request_read(struct request *r, unsigned accepts, char **argv, const char *help);

/* The same for options further on; they are added to those read before. */
char **request_read_more(struct request *r, char **argv, const char *help);

/* End the process with EXIT_USAGE when words are left that the command does not take. */
void request_end(char *const *rest, const char *command);

const struct zig *request_zig(struct request *r);

/* The i-th target, with its floor: from the spelling, --libc, or the default. */
struct triple request_target(struct request *r, size_t i);

/* Make the i-th target's toolchain in dir; whether it had to be made. */
bool request_seal(struct request *r, size_t i, const char *dir);

/* Open the i-th target's toolchain in the cache, made when it is not there. */
void request_open(struct request *r, size_t i, struct toolchain *tc);

#endif
