/* What is asked of a file: rules as "arch=aarch64,glibc<=2.28,static", each of
 * which a file keeps or breaks. */
#ifndef REQUIRE_H
#define REQUIRE_H

#include "inspect.h"

struct require_rule; /* a row of the table */

struct requirement {
	const struct require_rule *rule;
	const char *text;   /* as given */
	const char *value;  /* behind the sign, or "" */
	struct strv values; /* the parts of it between colons */
};

struct require {
	struct requirement *v;
	size_t n, cap;
	struct strv allowed_paths; /* for inspect */
};

struct require_broken {
	const struct requirement *by;
	const char *found;
};

/* Add the rules of a list that commas separate.  Ends the process with EXIT_USAGE and
 * one line when a rule is unknown, or its value cannot be one. */
void require_add(struct require *r, const char *list);

/* The rules that f breaks, their number in *n; members of archives are not looked
 * at, and what is neither program, library nor object breaks none. */
struct require_broken *require_check(const struct require *r, const struct inspect *f, size_t *n);

/* The i-th rule as it is written, and what it asks; NULL past the end. */
const char *require_rule_text(size_t i, const char **what);

#endif
