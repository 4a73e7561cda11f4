/* Why an argument is not as the caller gave it: one row a rule.
 *
 * Every word that a shim adds, changes or refuses names its rule by id; the
 * tool's "explain" prints reason and source.  A rule without a golden test
 * fails the tests. */
#ifndef RULE_H
#define RULE_H

#include <stddef.h>

/* What is lost: nothing, something, or the thing cannot be done. */
enum rule_class { RULE_EQUIVALENT, RULE_LOSSY, RULE_IMPOSSIBLE };

struct rule {
	const char *id;
	enum rule_class class;
	const char *reason;
	const char *source;
};

/* The rule of an id; NULL when there is none. */
const struct rule *rule_find(const char *id);

/* The i-th rule; NULL past the end. */
const struct rule *rule_nth(size_t i);

const char *rule_class_name(enum rule_class c);

#endif
