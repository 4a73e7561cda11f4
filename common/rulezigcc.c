/* The rules of the linker that is "zig cc", in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "zigcc-default", RULE_EQUIVALENT,
		"what gcc and clang do unasked: no section is left out, each library counts, functions are "
		"bound when they are called, and no undefined symbol is let through",
		"zig's src/main.zig and src/link/Lld.zig, for its own defaults" },
	{ "zigcc-dependencies", RULE_EQUIVALENT,
		"zig cc does not tell what it read: the file names the inputs of the line",
		"lld/ELF/Driver.cpp, writeDependencyFile" },
	{ "zigcc-ignored", RULE_EQUIVALENT, "zig cc does so anyway, or no program differs by it",
		"zig's src/main.zig and src/link/Lld.zig" },
	{ "zigcc-input", RULE_EQUIVALENT, "zig tells objects, archives and libraries apart by their names",
		"zig's src/Compilation.zig, classifyFileExt" },
	{ "zigcc-library", RULE_EQUIVALENT,
		"the file that -l names, as ld finds it: zig looks by its own rules, moves archives out of "
		"--whole-archive, and has no -l: since 0.14",
		"the ld manual, option -l; zig's issue 23287" },
	{ "zigcc-lossy", RULE_LOSSY, "zig cc cannot do this; the program is made without it",
		"zig's src/main.zig, linker arguments" },
	{ "zigcc-none", RULE_IMPOSSIBLE, "zig cc cannot do this, and the program would be another",
		"zig's src/main.zig, linker arguments" },
	{ "zigcc-option", RULE_EQUIVALENT, "the spelling of the option that zig cc takes",
		"zig's src/main.zig, linker arguments" },
	{ "zigcc-output", RULE_EQUIVALENT,
		"made in a directory of its own, with a cache of its own, and renamed when it is whole",
		"zig's cache hands out what it made in another directory" },
	{ "zigcc-runtime", RULE_EQUIVALENT,
		"zig cc links its own start files, C library, compiler-rt and libunwind",
		"zig's src/Compilation.zig; rustc's self-contained directory" },
	{ "zigcc-script", RULE_EQUIVALENT, "lld takes a text among its objects for a linker script",
		"the lld manual, Linker Script; zig cc has no --defsym" },
	{ "zigcc-state", RULE_EQUIVALENT, "zig cc has no --push-state: what it keeps is said again",
		"the ld manual, option --pop-state" },
	{ "zigcc-strip", RULE_EQUIVALENT,
		"zig cc takes all symbols out where some are asked for: the toolchain's strip does it",
		"zig's src/main.zig, strip" },
	{ "zigcc-target", RULE_EQUIVALENT, "the one target of this toolchain, as zig spells it",
		"sealcc.conf, key target" },
};

const struct rule_table rules_zigcc = { "ld by zig cc", rules, sizeof rules / sizeof *rules };
