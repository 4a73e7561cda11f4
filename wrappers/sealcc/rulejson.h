/* A rule as "sealcc rules --json" and "sealcc explain --json" print it. */
#ifndef RULEJSON_H
#define RULEJSON_H

#include "../../common/out.h"
#include "../../common/rule.h"

/* The members of a JSON object, behind the text before: ", " or "{". */
void rulejson_members(struct out *o, const char *before, const struct rule *r);

#endif
