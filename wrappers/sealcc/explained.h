/* What a shim said that it would run (common/explain.h), and printing it with
 * the reason of each change. */
#ifndef EXPLAINED_H
#define EXPLAINED_H

#include "../../common/out.h"
#include "../../common/rule.h"
#include "../../common/strv.h"

struct explained_word {
	const char *text;
	const struct rule *rule; /* NULL: as the caller gave it */
	const char *was;         /* what the caller gave, or NULL */
};

struct explained_words {
	struct explained_word *v;
	size_t n;
};

struct explained {
	const char *toolchain, *target, *backend, *called; /* called is NULL where it is the path */
	struct explained_words command, dropped;
	struct strv cleared; /* variables, NAME=value */
};

/* Read a shim's lines, which are changed and stay in use. */
void explained_read(struct explained *e, char *lines);

void explained_text(struct out *o, const struct explained *e);

/* The members of a JSON object, without its braces. */
void explained_json(struct out *o, const struct explained *e);

#endif
