/* The rules of a driver that is a gcc, in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "gcc-driver", RULE_EQUIVALENT,
		"tells clang how to work; gcc works so by itself, or has no such part",
		"clang's Options.td" },
	{ "gcc-hint", RULE_EQUIVALENT, "only an offer: a program means the same without it",
		"clang's Options.td" },
	{ "gcc-libstdcxx", RULE_IMPOSSIBLE, "gcc has libstdc++ only", "the GCC manual, C++ Dialect Options" },
	{ "gcc-lossy", RULE_LOSSY, "gcc has nothing like it", "clang's Options.td" },
	{ "gcc-spelling", RULE_EQUIVALENT, "gcc's spelling of clang's option",
		"the GCC manual; clang's Options.td" },
	{ "gcc-warning", RULE_EQUIVALENT, "a warning that gcc does not have; what is made is the same",
		"clang's DiagnosticGroups.td; gcc's c.opt" },
};

const struct rule_table rules_gcc = { "cc with a gcc", rules, sizeof rules / sizeof *rules };
