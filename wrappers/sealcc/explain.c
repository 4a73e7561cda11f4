/* sealcc explain: the shim itself prints what it would run (plan_exec), so that
 * the explanation cannot differ from the deed. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/mem.h"
#include "../../common/say.h"
#include "commands.h"
#include "request.h"

static const char help[] =
	"usage: sealcc explain [--json] [-t TRIPLE] -- PROGRAM ARGS...\n"
	"\n"
	"Print what PROGRAM (cc, c++, ld, ar, ranlib, or the path of a toolchain's program)\n"
	"would run for ARGS, and for each word why it was added, changed or kept.\n";

static const char *program(struct request *r, const char *name)
{
	struct toolchain tc;
	if (strchr(name, '/'))
		return name;
	if (r->targets.n != 1)
		die(EXIT_USAGE, "-t: one target is needed to find '%s'; see 'sealcc explain --help'", name);
	request_open(r, 0, &tc);
	return toolchain_path(&tc, mem_cat("bin/", name, NULL));
}

int command_explain(char **argv)
{
	struct request r;
	char **rest = request_read(&r, FOR_SEALING | FOR_JSON, argv, help);
	if (!*rest)
		die(EXIT_USAGE, "PROGRAM: missing; see 'sealcc explain --help'");
	const char *path = program(&r, *rest);
	setenv("SEALCC_EXPLAIN", r.json ? "json" : "text", 1);
	rest[0] = mem_cat(path, NULL);
	execv(path, rest);
	die(errno == ENOENT ? EXIT_NOT_FOUND : EXIT_CANNOT_RUN, "%s: is no program of a toolchain:", path);
}
