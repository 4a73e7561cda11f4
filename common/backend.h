/* The compilers that a toolchain is made of, and what they tell of themselves
 * (the command line tool only).
 *
 * What is missing or does not fit ends the process with one line that says what
 * to do: EXIT_NOT_FOUND, EXIT_CANNOT_RUN for what does not answer as it should,
 * EXIT_FAILED for a compiler of another target. */
#ifndef BACKEND_H
#define BACKEND_H

#include "child.h"
#include "triple.h"
#include "zig.h"

enum backend_kind { BACKEND_ZIG, BACKEND_CLANG, BACKEND_GCC };

struct backend {
	enum backend_kind kind;
	const char *name;      /* "clang 19.1.7": in messages and in sealcc.conf */
	const char *version;   /* all that tells this one from others of its name */
	const char *size;      /* of cc, in decimal */
	const char *cc;        /* absolute, like those below; no link is followed */
	const char *cxx;       /* where C++ has a program of its own (gcc), or NULL */
	const char *ld, *ar;   /* NULL: part of cc (zig) */
	const char *ranlib;    /* NULL: ar's */
	const char *nm;        /* NULL: sealcc's own */
	const struct zig *zig; /* for BACKEND_ZIG */
	bool zig_links;        /* its driver, "zig cc", links, not lld by itself */
};

/* What the user wants; each may be NULL. */
struct backend_wish {
	const char *cc, *ld;
	bool cxx; /* C++, too */
};

/* The kind with that name; false when there is none. "zig-cc" is zig, too. */
bool backend_kind_named(const char *name, enum backend_kind *kind);

/* Which of clang and gcc the program cc is, by its answer. */
enum backend_kind backend_kind_of(const char *cc);

void backend_zig(struct backend *b, const struct zig *z, bool zig_links);
void backend_clang(struct backend *b, const struct backend_wish *w, const struct triple *t);
void backend_gcc(struct backend *b, const struct backend_wish *w, const struct triple *t);

/* The clang in PATH, and its lld; NULL when there is none. */
const char *backend_find_clang(void);
const char *backend_find_lld(const char *clang);

/* --target=..., as clang takes it. */
const char *backend_target(const struct triple *t);

/* For those who find compilers. ------------------------------------------- */

/* Run program with the words, without the user's variables and in the language
 * of its sources; its status, and what it printed in *text. */
int backend_ask(const char *program, const char *const *words, enum child_errors errors, char **text);

/* What it prints on standard output; NULL when it fails. */
char *backend_answer(const char *program, const char *const *words);

/* The program that option names (in PATH when the value has no slash), absolute. */
const char *backend_given(const char *option, const char *value);

/* The first line of text; what follows mark in it, up to a blank. */
const char *backend_first_line(const char *text);
const char *backend_word_after(const char *text, const char *mark);

#endif
