/* A link for macOS under way: zig makes its output and its cache in a directory of
 * its own beside the output, which is renamed when it is whole. */
#ifndef MACHOWORK_H
#define MACHOWORK_H

#include "machoexport.h"
#include "plan.h"

struct machowork {
	const char *output;         /* what is asked for */
	const char *dir;            /* where it is made; not there yet */
	const char *made;           /* under this name */
	bool special;               /* the output is no regular file: written, not replaced */
	struct strv from;           /* inputs that zig sees by another name */
	struct strv to;             /* below dir */
	struct machoexport exports; /* what is hidden in their copies */
};

/* For output, where no more than exports is exported. */
void machowork_init(struct machowork *w, const char *output, const struct machoexport *exports);

/* The name by which zig shall see the input path: path itself, or one in the
 * directory when zig would not know it by its name, or symbols are to be hidden in
 * it. */
const char *machowork_input(struct machowork *w, const char *path);

/* Run the plan, put the output into its place, and end this process as zig ended.
 * Nothing is left of a link that failed.  With SEALCC_EXPLAIN the plan is printed. */
_Noreturn void machowork_run(const struct machowork *w, const struct plan *p, const struct toolchain *tc);

#endif
