/* The options that GNU ld takes for Windows, and what lld-link says for each.
 *
 * Sources: binutils ld/emultempl/pep.em and ld/lexsup.c, lld/MinGW/Options.td
 * for the one side; lld/COFF/Options.td for the other. */
#ifndef PEOPTION_H
#define PEOPTION_H

#include "option.h"

/* How an option is translated; the kind of each row of pe_options is a number of a
 * row of pe_turns. */
enum pe_how {
	PE_WORDS,       /* to is the words */
	PE_VALUE,       /* to is what the value is put behind */
	PE_IGNORED,     /* nothing: to says why, for readers */
	PE_LOSSY,       /* nothing, and a note: to says what is lost */
	PE_IMPOSSIBLE,  /* refused: to says what to do */
	PE_QUERY,       /* prints only */
	PE_ASKED,       /* prints, and links where there is something to link */
	PE_EMULATION,   /* value: the machine */
	PE_OUTPUT,      /* value: the file to make */
	PE_ENTRY,       /* value: the entry point */
	PE_SUBSYSTEM,   /* value: a subsystem, perhaps with a version */
	PE_VERSION,     /* value: a number that to is short for */
	PE_EXCLUDE,     /* value: a list of symbols */
	PE_DLL,         /* makes a DLL */
	PE_ARCHIVES,    /* libraries are archives from here on */
	PE_ANY,         /* libraries may be DLLs again */
	PE_WHOLE,       /* archives are taken whole from here on */
	PE_NEEDED,      /* and no longer */
	PE_PUSH,        /* keep these two */
	PE_POP,         /* and take them back */
	PE_LIBRARY,     /* value: a library */
	PE_LIBRARY_DIR, /* value: a directory of libraries */
	PE_NO_SEARCH,   /* not in the sysroot */
};

struct pe_turn {
	unsigned char how;
	const char *to;
};

/* Long options stand with one dash: ld takes one and two for the same. */
extern const struct option_table pe_options;
extern const struct pe_turn pe_turns[];

/* The option that word spells, as option_find. */
const struct option *peoption_find(const char *word, const char **value);

#endif
