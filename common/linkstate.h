/* What --push-state keeps of a linker's line, and --pop-state brings back: how the
 * words that follow are read. */
#ifndef LINKSTATE_H
#define LINKSTATE_H

#include <stdbool.h>
#include <stddef.h>

struct linkstate {
	bool archives; /* -l finds archives only */
	bool whole;    /* archives are taken whole */
	bool needed;   /* shared objects count where they are needed */
};

enum { LINKSTATE_MAX = 32 };

struct linkstates {
	struct linkstate now, pushed[LINKSTATE_MAX];
	size_t depth;
};

/* EXIT_FAILED with one line when they are too many. */
void linkstate_push(struct linkstates *s);

/* Without one that was pushed, all stays. */
void linkstate_pop(struct linkstates *s);

#endif
