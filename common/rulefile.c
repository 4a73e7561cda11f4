/* The rules of ar, ranlib, nm, strip and objcopy, in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "ar-index", RULE_EQUIVALENT, "ranlib is ar's 's'", "the ar(1) manual" },
	{ "ar-response-file", RULE_EQUIVALENT, "gcc-ar takes it for an option when it comes first",
		"gcc's gcc-ar.c" },
	{ "own-elf", RULE_EQUIVALENT, "read and written by this program itself",
		"sealcc.conf has no key for it; zig has no nm and no strip" },
};

const struct rule_table rules_file = { "ar, nm, strip, objcopy", rules, sizeof rules / sizeof *rules };
