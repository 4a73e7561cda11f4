/* The words of a command line, with response files opened.
 *
 * GNU response files are read as gcc and clang read them: blanks separate
 * words, both quotes group, a backslash takes the next character literally
 * everywhere (libiberty's buildargv, llvm::cl::TokenizeGNUCommandLine).
 * rustc's own files, whose base name is "linker-arguments", hold one word a
 * line with only "\\" and "\ " escaped (rustc_codegen_ssa, back/link.rs). */
#ifndef ARGS_H
#define ARGS_H

#include <stdbool.h>
#include "execroot.h"
#include "strv.h"

struct args {
	const char *const *given;  /* argv without its first word */
	struct strv word;          /* every word, without argv[0] */
	struct strv origin;        /* per word: the response file it stands in, or "" */
	bool expanded;             /* some word came from a response file */
	bool stale;                /* a file was not where it was named: nor may that be passed on */
	bool dialect;              /* one was rustc's: it must not be passed on as it is */
	struct execroot *execroot; /* or NULL */
	bool bare;                 /* rustc's line for a bare linker, put into the driver's words */
};

/* Read argv (without its first word).  A file that is not there leaves its
 * "@name" as a word, as the drivers do.  One that includes itself, is a
 * directory or cannot be read ends the process with EXIT_FAILED.  x repairs the
 * names of files; it may be NULL. */
void args_read(struct args *a, const char *const *argv, struct execroot *x);

/* The first n of the words in one, with blanks between, as messages show them. */
const char *args_joined(const char *const *word, size_t n);

#endif
