/* The first look at a line for ld64: what counts for all of it, wherever it stands. */
#ifndef MACHOSCAN_H
#define MACHOSCAN_H

#include "args.h"
#include "machoexport.h"
#include "machooption.h"
#include "toolchain.h"

struct machoscan {
	const struct toolchain *tc;
	struct execroot *execroot;
	/* directories as they are alive: the caller's, then the sysroot's and the SDK's */
	struct strv dirs, frameworks;
	struct machoexport exports;
	const char *output, *oldest, *install, *current, *compatible, *sdk; /* what the options name */
	const char *sdk_frameworks;
	bool dylib, no_search;
	bool asked; /* for the version */
	bool input; /* there is something to link */
};

/* An option and its value, which may be the next word. */
struct machoscan_option {
	const struct macho_turn *turn;
	const char *value; /* or NULL */
	size_t words;      /* that it is written in */
};

/* The option at word; EXIT_USAGE when there is no such, or its value is missing. */
void machoscan_option(struct machoscan_option *f, const char *const *word);

/* Read the line; what stands for another machine or system ends with EXIT_FAILED. */
void machoscan_read(struct machoscan *s, const struct toolchain *tc, const struct args *a);

#endif
