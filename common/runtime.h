/* Options that need a runtime library which the toolchain does not have.
 *
 * zig ships no sanitizer, profile, coverage, OpenMP or XRay runtime of LLVM.
 * Compiling with such an option works; a link would end in a list of undefined
 * symbols, so it is refused with one line instead. */
#ifndef RUNTIME_H
#define RUNTIME_H

#include <stdbool.h>
#include "strv.h"

struct runtime {
	struct strv option;    /* those that need one, "" when taken back */
	struct strv sanitizer; /* the names of -fsanitize=, "" when turned off */
	struct strv trap;      /* those that trap instead of calling a runtime, "" as before */
};

void runtime_need(struct runtime *r, const char *option);

/* The option -fno-NAME: takes -fNAME and -fNAME=... back. */
void runtime_no_need(struct runtime *r, const char *option);

/* The value of -fsanitize-trap= or -fno-sanitize-trap=. */
void runtime_trap(struct runtime *r, const char *list);
void runtime_no_trap(struct runtime *r, const char *list);

/* The value of -fsanitize= or -fno-sanitize=: names with commas between. */
void runtime_sanitize(struct runtime *r, const char *list);
void runtime_no_sanitize(struct runtime *r, const char *list);

/* End the process with EXIT_FAILED and one line when a link needs a runtime. */
void runtime_check(const struct runtime *r, const char *backend);

#endif
