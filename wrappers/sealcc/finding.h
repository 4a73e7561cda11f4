/* What "sealcc doctor" has found, one row a thing. */
#ifndef FINDING_H
#define FINDING_H

#include <stdbool.h>
#include <stddef.h>

/* How it is: good; worth knowing; in the way of something; in the way of all. */
enum state { STATE_OK, STATE_NOTE, STATE_WARNING, STATE_PROBLEM };

struct finding {
	const char *check; /* "zig" */
	enum state state;
	const char *what;
	const char *advice; /* or "" */
};

struct findings {
	struct finding *v;
	size_t n, cap;
};

void findings_add(
	struct findings *f, const char *check, enum state state, const char *what, const char *advice);

/* Whether there is a problem. */
bool findings_bad(const struct findings *f);

void findings_print(const struct findings *f);
void findings_print_json(const struct findings *f);

#endif
