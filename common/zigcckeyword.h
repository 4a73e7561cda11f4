/* The words behind ld's -z, and what "zig cc" makes of each.
 *
 * Sources: as for zigccoption.h. */
#ifndef ZIGCCKEYWORD_H
#define ZIGCCKEYWORD_H

#include "zigccoption.h"

/* What is done about "-z word"; a word that is not known is refused. */
const struct zigcc_turn *zigcckeyword_find(const char *word);

#endif
