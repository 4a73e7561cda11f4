/* The table of rules (for require.c). */
#ifndef REQUIRERULE_H
#define REQUIRERULE_H

#include "require.h"

enum require_value {
	VALUE_NONE,
	VALUE_NAMES,
	VALUE_CHOICES,
	VALUE_MACHINES,
	VALUE_PATTERNS,
	VALUE_VERSION,
	VALUE_LEVEL
};

struct require_rule {
	const char *name;
	enum require_value value;
	bool linked; /* object files cannot keep it */
	/* NULL, or what was found instead. */
	const char *(*broken)(const struct inspect *f, const struct requirement *q);
	const char *extra;   /* of the rule: the choices, the family of versions */
	const char *example; /* of the value, for help */
	const char *what;
};

/* The i-th rule; NULL past the end. */
const struct require_rule *require_rule_nth(size_t i);

#endif
