/* The line of a static glibc link: shared objects are kept out of it.
 *
 * One shared object among the inputs, even one that is dropped again, makes lld
 * write relocations that static start-up cannot apply, and the program crashes
 * before main; rustc names some in most links (-Bdynamic -lm). */
#ifndef STATICLINE_H
#define STATICLINE_H

#include <stdbool.h>
#include <stddef.h>
#include "strv.h"
#include "toolchain.h"

/* What is known of the line. */
struct staticline {
	const struct toolchain *tc;
	const char *output;
	struct strv dir;     /* values of -L */
	struct strv library; /* values of -l */
	bool libc;           /* -lc or libc.a is linked */
};

void staticline_init(struct staticline *s, const struct toolchain *tc);

/* What stands for an operand, or for the value of -l; the same pointer when it may
 * stay, else *rule is set.  Ends the process with EXIT_FAILED and one line for a
 * shared object without an archive. */
const char *staticline_operand(const struct staticline *s, const char *path, const char **rule);
const char *staticline_library(const struct staticline *s, const char *name, const char **rule);

/* Whether a search directory has what -l NAME asks for, an archive or a shared object. */
bool staticline_finds(const struct staticline *s, const char *name);

/* Whether word makes -l find shared objects (-Bdynamic and its other names). */
bool staticline_turns_dynamic(const char *word);

/* After a link that failed: say of which library there is only a shared object. */
void staticline_blame(const struct staticline *s);

#endif
