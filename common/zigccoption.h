/* The options of GNU ld and lld for ELF, and what "zig cc" makes of each.
 *
 * zig's driver takes some hundred of them, refuses as many, and takes others without
 * doing what they say.  Sources: binutils ld/lexsup.c and lld/ELF/Options.td for the
 * one side; zig's src/main.zig, and the lld line that each of zig 0.11 to 0.17
 * prints for each option (ZIG_VERBOSE_LINK), for the other. */
#ifndef ZIGCCOPTION_H
#define ZIGCCOPTION_H

#include "option.h"

/* How an option is translated; the kind of each row of zigcc_options is a number of
 * a row of zigcc_turns. */
enum zigcc_how {
	ZIGCC_WORD,         /* to is the word */
	ZIGCC_VALUE,        /* to is what the value is put behind */
	ZIGCC_FILE,         /* the same, and the value is a file that is read */
	ZIGCC_NOTHING,      /* no word: loss or to says why */
	ZIGCC_IMPOSSIBLE,   /* refused: loss says what to do */
	ZIGCC_STRIP,        /* the output is stripped: to is the option of strip */
	ZIGCC_SCRIPT,       /* value: a symbol and what it is, for a linker script */
	ZIGCC_KEYWORD,      /* value: what -z says, of which zigcckeyword.h has the table */
	ZIGCC_QUERY,        /* prints only */
	ZIGCC_ASKED,        /* prints, and links where there is something to link */
	ZIGCC_EMULATION,    /* value: the machine */
	ZIGCC_OUTPUT,       /* value: the file to make */
	ZIGCC_SHARED,       /* makes a shared object */
	ZIGCC_RELOCATABLE,  /* makes an object */
	ZIGCC_STATIC,       /* makes a static program, or means ZIGCC_ARCHIVES */
	ZIGCC_LOADER,       /* value: the loader */
	ZIGCC_DEPENDENCIES, /* value: the file for what the program is made of */
	ZIGCC_MAP,          /* value: the file for a map of the program */
	ZIGCC_ARCHIVES,     /* libraries are archives from here on */
	ZIGCC_ANY,          /* libraries may be shared objects again */
	ZIGCC_WHOLE,        /* archives are taken whole from here on */
	ZIGCC_PART,         /* and no longer */
	ZIGCC_NEEDED,       /* shared objects count where they are needed, from here on */
	ZIGCC_ALL,          /* and all of them again */
	ZIGCC_PUSH,         /* keep these three */
	ZIGCC_POP,          /* and take them back */
	ZIGCC_LIBRARY,      /* value: a library */
	ZIGCC_LIBRARY_DIR,  /* value: a directory of libraries */
};

struct zigcc_turn {
	unsigned char how;
	unsigned char since; /* N for zig 0.N, the first that takes the word */
	unsigned char older; /* how, before that one */
	const char *to;
	const char *loss; /* what is lost, or NULL; with since, by the older ones */
};

extern const struct option_table zigcc_options;
extern const struct zigcc_turn zigcc_turns[];

/* The option that word spells, as option_find; two dashes are one for it. */
const struct option *zigccoption_find(const char *word, const char **value);

#endif
