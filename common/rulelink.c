/* The rules of ld alone, in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "emulation", RULE_EQUIVALENT, "the target's emulation, as a linker for one target has it built in",
		"ld/genscripts.sh; lld needs it for -b binary and empty links" },
	{ "ld-search", RULE_EQUIVALENT, "the sysroot's libraries, as a cross linker searches its own",
		"the ld manual, option -L" },
	{ "static-archive", RULE_EQUIVALENT,
		"a static program takes the archive of a library that is named as a shared object",
		"the ld manual, -static: do not link against shared libraries" },
	{ "static-defsym", RULE_EQUIVALENT,
		"weak and undefined in this very link: NULL, as static start-up cannot look it up",
		"glibc's csu/libc-start.c, apply_irel; elf/dl-reloc-static-pie.c" },
	{ "static-gcc-eh", RULE_EQUIVALENT, "libgcc_eh is the archive of libgcc_s",
		"gcc's gcc.c, -static-libgcc" },
	{ "static-loader", RULE_EQUIVALENT, "a static program has no loader",
		"the ld manual, --no-dynamic-linker" },
	{ "static-search", RULE_EQUIVALENT,
		"a static program takes no shared object, whatever -Bdynamic says",
		"the ld manual, -static: do not link against shared libraries" },
	{ "static-unsound", RULE_IMPOSSIBLE,
		"this output would crash before main, or need a loader that it does not name",
		"glibc's csu/libc-start.c; elf/dl-reloc-static-pie.c" },
	{ "undefined-version", RULE_EQUIVALENT,
		"a version script may name symbols that are not there, as for GNU ld; the caller's "
		"--no-undefined-version wins",
		"zlib's configure tries its script on an object without them; the ld manual, "
		"--no-undefined-version" },
};

const struct rule_table rules_link = { "ld", rules, sizeof rules / sizeof *rules };
