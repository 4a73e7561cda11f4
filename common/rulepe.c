/* The rules of the linker and of dlltool for Windows, in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "dlltool-machine", RULE_EQUIVALENT,
		"the machine of this toolchain, which the caller's -m overrides",
		"llvm-dlltool reads it off its own name" },
	{ "pe-default", RULE_EQUIVALENT,
		"what GNU ld does unasked; the same inputs give the same bytes; no variable of the host "
		"counts",
		"lld/MinGW and lld/COFF Options.td; the ld manual" },
	{ "pe-input", RULE_EQUIVALENT, "lld-link has an option for .def files and for whole archives",
		"lld/COFF/Options.td, def and wholearchive" },
	{ "pe-library", RULE_EQUIVALENT, "the file that -l names, as GNU ld for Windows finds it",
		"the ld manual, Options Specific to i386 PE Targets, and WIN32 (cygwin/mingw)" },
	{ "pe-lossy", RULE_LOSSY, "lld-link cannot do this; the program is made without it",
		"lld/COFF/Options.td" },
	{ "pe-machine", RULE_EQUIVALENT, "the one machine of this toolchain", "sealcc.conf, key target" },
	{ "pe-none", RULE_IMPOSSIBLE, "lld-link cannot do this, and the program would be another",
		"lld/COFF/Options.td" },
	{ "pe-option", RULE_EQUIVALENT, "lld-link's spelling of the option",
		"binutils ld/emultempl/pep.em; lld/COFF/Options.td" },
	{ "pe-query", RULE_EQUIVALENT, "lld's GNU driver answers, as build systems know it",
		"lld-link has no version of GNU's form" },
	{ "pe-runtime-last", RULE_EQUIVALENT,
		"compiler-rt has a memcpy and math functions of its own, which must not replace the C "
		"runtime's",
		"zig's lib/compiler_rt" },
	{ "pe-version", RULE_EQUIVALENT, "lld-link wants subsystem and version in one",
		"lld/COFF/Options.td, subsystem, osversion and version" },
};

const struct rule_table rules_pe = { "ld for Windows", rules, sizeof rules / sizeof *rules };
