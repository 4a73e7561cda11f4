/* Why an argument is not as the caller gave it: one row a rule.
 *
 * Every word that a shim adds, changes or refuses names its rule by id; the
 * tool's "explain" and "rules" print reason and source.  A rule without a golden test
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

struct rule_table {
	const char *program;    /* whose arguments: "cc", "ld", ... */
	const struct rule *row; /* ascending by id */
	size_t n;
};

extern const struct rule_table rules_shared, rules_gcc, rules_link, rules_macho, rules_pe, rules_file,
	rules_wasm, rules_zigcc;

/* The rule of an id, which only one table has; NULL when there is none. */
const struct rule *rule_find(const char *id);

/* The i-th table; NULL behind the last. */
const struct rule_table *rule_nth(size_t i);

const char *rule_class_name(enum rule_class c);

#endif
