/* A link by zig under way, for macOS or by "zig cc": zig makes its output and its cache
 * in a directory of its own beside the output, which is renamed when it is whole. */
#ifndef ZIGWORK_H
#define ZIGWORK_H

#include "plan.h"

struct zigwork {
	const char *output; /* what is asked for */
	const char *dir;    /* where it is made; not there yet */
	const char *made;   /* under this name */
	bool special;       /* the output is no regular file: written, not replaced */
	struct strv from;   /* inputs that zig sees by another name */
	struct strv to;     /* below dir */
	/* What their copies are changed by, n bytes at p; NULL: links do for copies. */
	void (*change)(const void *by, unsigned char *p, size_t n);
	const void *by;
	struct strv script;       /* texts of linker scripts among the inputs */
	const char *text_suffix;  /* what an input that is a text is called by, or NULL */
	struct strv strip;        /* options for the toolchain's strip, when it is whole */
	const char *dependencies; /* the file for a rule of make that names the inputs, or NULL */
	struct strv input;        /* those inputs */
	const char *map;          /* the file that zig's standard output goes to, or NULL */
};

/* For output. */
void zigwork_init(struct zigwork *w, const char *output);

/* The second number of the version of the toolchain's zig: 14 for "zig 0.14.1". */
unsigned zigwork_minor(const struct toolchain *tc);

/* The name of an input that will be a linker script of this text. */
const char *zigwork_script(struct zigwork *w, const char *text);

/* The name by which zig shall see the input path: path itself, or one in the
 * directory when zig would not know it by its name, or it is to be
 * changed. */
const char *zigwork_input(struct zigwork *w, const char *path);

/* Give zig caches of its own: one for this link alone, since zig hands out what it
 * has made in another directory, and one for its libraries, in the toolchain when
 * that can be written, unless the user has named one. */
void zigwork_caches(const struct zigwork *w, const struct toolchain *tc);

/* Run the plan, put the output into its place, and end this process as zig ended.
 * Nothing is left of a link that failed.  With SEALCC_EXPLAIN the plan is printed. */
_Noreturn void zigwork_run(const struct zigwork *w, const struct plan *p, const struct toolchain *tc);

#endif
