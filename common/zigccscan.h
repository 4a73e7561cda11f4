/* The first look at a line for "zig cc": what counts for all of it, wherever it stands. */
#ifndef ZIGCCSCAN_H
#define ZIGCCSCAN_H

#include "args.h"
#include "toolchain.h"
#include "zigccoption.h"

struct zigccscan {
	const struct toolchain *tc;
	struct execroot *execroot;
	struct strv dirs; /* of libraries, as they are alive */
	const char *output;
	bool shared, relocatable, fixed, loader, query, asked; /* what the line says */
	bool input, start, crt, libc;                          /* what it names */
};

/* An option and its value, which may be the next word. */
struct zigccscan_option {
	const struct zigcc_turn *turn;
	unsigned char how; /* by this zig: enum zigcc_how */
	const char *value; /* or NULL */
	size_t words;      /* that it is written in */
};

/* The option at word.  False for a word that no table has, which zig may know, or says
 * that it does not.  EXIT_USAGE when its value is missing. */
bool zigccscan_option(const struct zigccscan *s, struct zigccscan_option *f, const char *const *word);

/* How the turn is taken by the zig of the toolchain. */
unsigned char zigccscan_how(const struct zigccscan *s, const struct zigcc_turn *turn);

void zigccscan_read(struct zigccscan *s, const struct toolchain *tc, const struct args *a);

#endif
