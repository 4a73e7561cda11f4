/* How "sealcc inspect" shows the facts. */
#ifndef INSPECTPRINT_H
#define INSPECTPRINT_H

#include "../../common/out.h"
#include "../../common/require.h"

/* Lines of a name and what there is to tell; members of archives one line each. */
void inspectprint_text(struct out *o, const struct inspect *f);

/* One JSON object; with the rules of r that it breaks when there are rules. */
void inspectprint_json(struct out *o, const struct inspect *f, const struct require *r);

#endif
