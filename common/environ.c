/* One pass over environ. */
#include <stdbool.h>
#include <string.h>

#include "environ.h"
#include "mem.h"
#include "say.h"

extern char **environ;

/* Read by clang's driver (clang/lib/Driver), gcc (the GCC manual, "Environment
 * Variables Affecting GCC"), or zig. */
static const struct leak {
	const char *name; /* with its '=' */
	size_t length;
} leaks[] = {
#define LEAK(name) { name "=", sizeof name }
	LEAK("CCC_OVERRIDE_OPTIONS"),
	LEAK("CLANG_CONFIG_FILE_SYSTEM_DIR"),
	LEAK("CLANG_CONFIG_FILE_USER_DIR"),
	LEAK("COMPILER_PATH"),
	LEAK("CPATH"),
	LEAK("CPLUS_INCLUDE_PATH"),
	LEAK("C_INCLUDE_PATH"),
	LEAK("GCC_EXEC_PREFIX"),
	LEAK("LD_RUN_PATH"),
	LEAK("LIBRARY_PATH"),
	LEAK("LPATH"),
	LEAK("OBJCPLUS_INCLUDE_PATH"),
	LEAK("OBJC_INCLUDE_PATH"),
	LEAK("ZIG_LIB_DIR"),
#undef LEAK
};

enum { DEPTH_MAX = 8 };

/* The environment is long and this runs on every call: two letters tell most
 * entries apart from the table's. */
static bool may_leak(const char *entry)
{
	char c = entry[1];
	switch (entry[0]) {
	case 'C':
		return c == 'C' || c == 'L' || c == 'O' || c == 'P' || c == '_';
	case 'L':
		return c == 'D' || c == 'I' || c == 'P';
	case 'G':
		return c == 'C';
	case 'O':
		return c == 'B';
	case 'Z':
		return c == 'I';
	default:
		return false;
	}
}

static bool leaking(const char *entry)
{
	if (!may_leak(entry))
		return false;
	for (size_t i = 0; i < sizeof leaks / sizeof *leaks; i++)
		if (leaks[i].name[1] == entry[1] && strncmp(entry, leaks[i].name, leaks[i].length) == 0)
			return true;
	return false;
}

/* The value when entry is "SEALCC_<name>=value", else NULL. */
static const char *own(const char *entry, const char *name)
{
	size_t n = strlen(name);
	if (strncmp(entry, "SEALCC_", 7) != 0 || strncmp(entry + 7, name, n) != 0 || entry[7 + n] != '=')
		return NULL;
	return entry + 8 + n;
}

static int next_depth(const char *value)
{
	int depth = *value >= '0' && *value <= '9' && !value[1] ? *value - '0' + 1 : 1;
	if (depth > DEPTH_MAX)
		die(EXIT_CANNOT_RUN,
			"sealcc.conf: the backend is a shim of a toolchain again, %u deep; name the real one",
			(size_t)depth);
	return depth;
}

void environ_clean(struct environment *e)
{
	static char mark[] = "SEALCC_DEPTH=1";
	e->explain = NULL;
	strv_init(&e->env, 128);
	strv_init(&e->cleared, 4);
	for (char **p = environ; *p; p++) {
		const char *value = NULL;
		if (leaking(*p)) {
			strv_push(&e->cleared, *p);
		} else if (**p == 'S' && (*p)[1] == 'E' && (value = own(*p, "DEPTH"))) {
			mark[sizeof mark - 2] = (char)('0' + next_depth(value));
		} else {
			if (**p == 'S' && (*p)[1] == 'E' && (value = own(*p, "EXPLAIN")))
				e->explain = value;
			strv_push(&e->env, *p);
		}
	}
	strv_push(&e->env, mark);
}
