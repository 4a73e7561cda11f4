/* The options that the linkers of a toolchain translate, as "sealcc rules --options" prints
 * them: those of ld for Windows, for macOS, and of the one that is "zig cc". */
#ifndef OPTIONLIST_H
#define OPTIONLIST_H

#include "../../common/out.h"

void optionlist_text(struct out *o);
void optionlist_json(struct out *o);

#endif
