/* One pass over environ; the names are few, so a table is walked for those that
 * share a first letter with one of them. */
#include <string.h>

#include "environ.h"
#include "mem.h"
#include "say.h"

extern char **environ;

/* Read by clang's driver (clang/lib/Driver), gcc (the GCC manual, "Environment
 * Variables Affecting GCC"), or zig. */
static const char *const leaks[] = {
	"CCC_OVERRIDE_OPTIONS",
	"CLANG_CONFIG_FILE_SYSTEM_DIR",
	"CLANG_CONFIG_FILE_USER_DIR",
	"COMPILER_PATH",
	"CPATH",
	"CPLUS_INCLUDE_PATH",
	"C_INCLUDE_PATH",
	"GCC_EXEC_PREFIX",
	"LD_RUN_PATH",
	"LIBRARY_PATH",
	"LPATH",
	"OBJCPLUS_INCLUDE_PATH",
	"OBJC_INCLUDE_PATH",
	"ZIG_LIB_DIR",
};

enum { DEPTH_MAX = 8 };

/* The value when entry is "name=value", else NULL. */
static const char *value_of(const char *entry, const char *name)
{
	size_t n = strlen(name);
	return strncmp(entry, name, n) == 0 && entry[n] == '=' ? entry + n + 1 : NULL;
}

static int leaking(const char *entry)
{
	if (!strchr("CGLOZ", *entry))
		return 0;
	for (size_t i = 0; i < sizeof leaks / sizeof *leaks; i++)
		if (*leaks[i] == *entry && value_of(entry, leaks[i]))
			return 1;
	return 0;
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
		} else if (**p == 'S' && (value = value_of(*p, "SEALCC_DEPTH"))) {
			mark[sizeof mark - 2] = (char)('0' + next_depth(value));
		} else {
			if (**p == 'S' && (value = value_of(*p, "SEALCC_EXPLAIN")))
				e->explain = value;
			strv_push(&e->env, *p);
		}
	}
	strv_push(&e->env, mark);
}
