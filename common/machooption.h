/* The options that ld64 takes, and what zig's Mach-O linker says for each.
 *
 * Sources: the ld(1) manual of ld64 and lld/MachO/Options.td for the one side;
 * "zig build-exe --help" and zig's src/main.zig for the other. */
#ifndef MACHOOPTION_H
#define MACHOOPTION_H

#include "option.h"

/* How an option is translated; the kind of each row of macho_options is a number of
 * a row of macho_turns. */
enum macho_how {
	MACHO_WORD,          /* to is the word */
	MACHO_PAIR,          /* to is the word in front of the value */
	MACHO_IGNORED,       /* nothing: to says why, for readers */
	MACHO_LOSSY,         /* nothing, and a note: to says what is lost */
	MACHO_IMPOSSIBLE,    /* refused: to says what to do */
	MACHO_ASKED,         /* prints, and links where there is something to link */
	MACHO_ARCH,          /* value: the machine */
	MACHO_PLATFORM,      /* values: the system, its oldest version, the SDK's */
	MACHO_OLDEST,        /* value: the oldest version of macOS */
	MACHO_OUTPUT,        /* value: the file to make */
	MACHO_DYLIB,         /* makes a dylib */
	MACHO_BUNDLE,        /* makes a bundle */
	MACHO_INSTALL_NAME,  /* value: the name of a dylib */
	MACHO_CURRENT,       /* value: the version of a dylib */
	MACHO_COMPATIBLE,    /* value: the oldest version that it replaces */
	MACHO_RPATH,         /* value: a directory for dyld */
	MACHO_ENTRY,         /* value: the entry point */
	MACHO_UNDEFINED,     /* value: what is done about undefined symbols */
	MACHO_SDK,           /* value: the SDK */
	MACHO_NO_SEARCH,     /* not in the sysroot and the SDK */
	MACHO_LIBRARY,       /* value: a library; to: zig's word for a weak one, or NULL */
	MACHO_LIBRARY_DIR,   /* value: a directory of libraries */
	MACHO_FRAMEWORK,     /* value: a framework; to: zig's word */
	MACHO_FRAMEWORK_DIR, /* value: a directory of frameworks */
	MACHO_FILES,         /* value: a file that lists inputs, perhaps a directory of them */
	MACHO_FILE,          /* value: an input */
	MACHO_EXPORTS,       /* value: a file that lists the symbols to export */
	MACHO_EXPORT,        /* value: one of them */
	MACHO_HIDES,         /* value: a file that lists symbols not to export */
	MACHO_HIDE,          /* value: one of them */
};

struct macho_turn {
	unsigned char how;
	unsigned char more; /* words that follow the value */
	const char *to;
};

extern const struct option_table macho_options;
extern const struct macho_turn macho_turns[];

#endif
