/* The options that all subcommands share, and the toolchain they ask for. */
#ifndef REQUEST_H
#define REQUEST_H

#include <stdbool.h>
#include "../../common/strv.h"
#include "../../common/toolchain.h"
#include "../../common/zig.h"

struct request {
	struct strv targets; /* as given by -t */
	const char *zig, *cpu, *libc, *format;
	bool json, no_cxx, shared_cxx, quiet;
	struct zig found; /* path is NULL until request_zig */
};

/* Read options from argv up to "--" or the first word that is none; the words
 * that are left.  Ends the process with EXIT_USAGE and one line on an unknown
 * option or a missing value, and with the text of help, status 0, on --help. */
char **request_read(struct request *r, char **argv, const char *help);

/* The same for options further on; they are added to those read before. */
char **request_read_more(struct request *r, char **argv, const char *help);

const struct zig *request_zig(struct request *r);

/* The i-th target, with its floor: from the spelling, --libc, or the default. */
struct triple request_target(struct request *r, size_t i);

/* Make the i-th target's toolchain in dir; whether it had to be made. */
bool request_seal(struct request *r, size_t i, const char *dir);

/* Open the i-th target's toolchain in the cache, made when it is not there. */
void request_open(struct request *r, size_t i, struct toolchain *tc);

#endif
