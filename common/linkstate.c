#include "linkstate.h"
#include "say.h"

void linkstate_push(struct linkstates *s)
{
	if (s->depth == LINKSTATE_MAX)
		die(EXIT_FAILED, "--push-state: more than %u deep; write --pop-state behind each",
			(size_t)LINKSTATE_MAX);
	s->pushed[s->depth++] = s->now;
}

void linkstate_pop(struct linkstates *s)
{
	if (s->depth)
		s->now = s->pushed[--s->depth];
}
