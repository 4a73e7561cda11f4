/* What strip and objcopy do to the sections and symbols of a file, as their
 * options say it (binutils' manual). */
#ifndef ELFSELECT_H
#define ELFSELECT_H

#include "elfedit.h"
#include "namelist.h"

enum elfselect_strip { STRIP_NONE, STRIP_DEBUG, STRIP_UNNEEDED, STRIP_ALL, STRIP_DWO, STRIP_NONDEBUG };
enum elfselect_discard { DISCARD_NONE, DISCARD_GENERATED, DISCARD_LOCAL };

struct elfselect {
	enum elfselect_strip strip;
	enum elfselect_discard discard;
	bool patterns; /* names of symbols are patterns; those of sections always are */
	bool keep_file_symbols, keep_section_symbols, weaken, localize_hidden, only_dwo;
	struct namelist remove, only, keep; /* sections */
	struct namelist strip_symbols, strip_unneeded_symbols, keep_symbols;
	struct namelist localize, globalize, keep_global, weaken_symbols;
	struct strv redefine;     /* symbols: old, new, old, new, ... */
	struct strv rename;       /* sections: old, new, ... */
	struct strv rename_flags; /* per pair of rename: as for set_flags, or "" */
	struct strv set_flags;    /* sections: name, flags, ... */
	const char *prefix_symbols, *prefix_sections, *prefix_alloc;
};

/* Do it to x.  NULL, or why it cannot be done. */
const char *elfselect_apply(const struct elfselect *o, struct elfedit *x);

#endif
