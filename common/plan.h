/* What a shim is about to run, and why each word is there. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include "args.h"
#include "strv.h"
#include "toolchain.h"

struct plan {
	struct strv word;          /* the command line to run */
	struct strv rule;          /* per word: the id of its rule, "" when kept as given */
	struct strv was;           /* per word: what the caller gave, "" when it was added */
	const char *self;          /* what the program is called by, or NULL: its path */
	size_t head;               /* words at the front that must stay out of a response file */
	bool long_line;            /* worth a response file from the start */
	struct strv left_out;      /* the caller's words that nothing stands for */
	struct strv left_out_rule; /* their rules */
};

void plan_init(struct plan *p, size_t cap);

/* A word that the caller gave, unchanged. */
void plan_keep(struct plan *p, const char *word);

void plan_keep_all(struct plan *p, const char *const *words);

/* A word of ours. */
void plan_add(struct plan *p, const char *word, const char *rule);

/* A word that stands for the caller's was. */
void plan_change(struct plan *p, const char *word, const char *rule, const char *was);

/* The caller's word, which is left out. */
void plan_leave_out(struct plan *p, const char *word, const char *rule);

/* Take back all words from number n on. */
void plan_cut(struct plan *p, size_t n);

/* The backend's program and its first word.  Here because it is called in few places, and
 * would take a copy of plan_add for each of the two words where that is. */
static inline void plan_tool(struct plan *p, const struct tool *t)
{
	plan_add(p, t->path, "backend");
	if (t->word)
		plan_add(p, t->word, "backend");
	p->head = p->word.n;
}

/* Run the plan in place of this process, or print it when SEALCC_EXPLAIN is
 * set.  environ is cleaned of what would leak the host
 * in.  Does not return: 127 when the tool is missing, 126 when it cannot run. */
_Noreturn void plan_exec(const struct plan *p, const struct toolchain *tc);

#endif
