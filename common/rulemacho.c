/* The rules of the linker for macOS, in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "macho-default", RULE_EQUIVALENT,
		"zig shall make no library for this link: the toolchain has them; libSystem is in every "
		"program",
		"zig's src/Compilation.zig" },
	{ "macho-exports", RULE_EQUIVALENT,
		"a copy in which only the symbols that are listed can be exported; zig's linker has no "
		"lists",
		"the ld(1) manual of ld64, -exported_symbols_list; <mach-o/nlist.h>, N_PEXT" },
	{ "macho-input", RULE_EQUIVALENT, "zig tells what a file is by the end of its name only",
		"zig's src/Compilation.zig, classifyFileExt" },
	{ "macho-library", RULE_EQUIVALENT, "the file that -l names, as ld64 finds it",
		"the ld(1) manual of ld64, -l" },
	{ "macho-lossy", RULE_LOSSY, "zig's linker cannot do this; the program is made without it",
		"zig build-exe --help" },
	{ "macho-name", RULE_EQUIVALENT, "the name of a dylib is its path unless another is given",
		"the ld(1) manual of ld64, -install_name" },
	{ "macho-none", RULE_IMPOSSIBLE, "zig's linker cannot do this, and the program would be another",
		"zig build-exe --help" },
	{ "macho-option", RULE_EQUIVALENT, "zig's spelling of the option",
		"the ld(1) manual of ld64; zig build-exe --help" },
	{ "macho-output", RULE_EQUIVALENT,
		"made beside the output and renamed when whole: zig leaves an empty file where a link fails",
		"zig's src/link.zig" },
	{ "macho-repeat", RULE_EQUIVALENT,
		"stands on the line already; ld64 loads it once, and dyld of macOS 26 refuses a second",
		"the ld(1) manual of ld64" },
	{ "macho-sdk", RULE_EQUIVALENT, "the frameworks of the SDK that the caller names",
		"the ld(1) manual of ld64, -syslibroot" },
	{ "macho-sealed", RULE_EQUIVALENT,
		"zig reads libSystem.tbd of the toolchain, and its cache is gone with the link",
		"zig build-exe --help" },
	{ "macho-system", RULE_EQUIVALENT, "is a part of libSystem, which is in every program",
		"the links in /usr/lib of macOS" },
	{ "macho-target", RULE_EQUIVALENT, "the machine of this toolchain and the caller's oldest macOS",
		"sealcc.conf, key target; clang's -mmacosx-version-min" },
	{ "macho-version", RULE_EQUIVALENT, "zig wants three numbers",
		"zig build-lib --help; the ld(1) manual of ld64, -current_version" },
};

const struct rule_table rules_macho = { "ld for macOS", rules, sizeof rules / sizeof *rules };
