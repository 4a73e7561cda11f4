/* A call of the compiler driver as it was scanned: what is asked of it. */
#ifndef CALL_H
#define CALL_H

#include <stdbool.h>
#include "args.h"
#include "option.h"
#include "runtime.h"
#include "strv.h"
#include "toolchain.h"

struct call {
	const struct toolchain *tc;
	const struct args *args;
	const char *seen[KIND_END + 1];   /* per kind the last value, or word without one */
	struct strv library, library_dir; /* values of -l and -L */
	struct runtime runtime;
	bool *value;       /* per word: it is the value of the option before */
	const char **path; /* per word: where a path that is read stands in it, or NULL */
	size_t inputs;
	size_t end;                   /* number of words before "--" */
	bool shared_input;            /* an operand is a shared object */
	bool names_loader;            /* -Wl,-dynamic-linker and the like */
	bool run_path;                /* -Wl,-rpath */
	bool dangling;                /* the last option lacks its value */
	const char *phase;            /* the strongest of -E and -S, or NULL */
	const char *static_word;      /* what staticlink_word decided, set by the driver's plan */
	const struct option *pending; /* option whose value is the next word */
};

/* Read the words of a.  Ends the process with EXIT_FAILED and one line when
 * they ask for another target than the toolchain's. */
void call_scan(struct call *c, const struct toolchain *tc, const struct args *a);

/* Whether the call ends in a link, and in one that makes an executable. */
bool call_links(const struct call *c);
bool call_makes_executable(const struct call *c);

#endif
