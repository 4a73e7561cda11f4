/* Which sanitizers need a runtime: clang/docs/ControlFlowIntegrity,
 * UndefinedBehaviorSanitizer, clang/lib/Driver/SanitizerArgs.cpp. */
#include <stddef.h>
#include <string.h>

#include "mem.h"
#include "runtime.h"
#include "say.h"

/* These never call a runtime. */
static const char *const bare[] = {
	"cfi",
	"cfi-cast-strict",
	"cfi-derived-cast",
	"cfi-icall",
	"cfi-mfcall",
	"cfi-nvcall",
	"cfi-unrelated-cast",
	"cfi-vcall",
	"fuzzer-no-link",
	"kcfi",
	"kernel-address",
	"kernel-hwaddress",
	"kernel-memory",
	"memtag",
	"memtag-globals",
	"memtag-heap",
	"memtag-stack",
	"shadow-call-stack",
};

/* These always do; all others can trap instead. */
static const char *const heavy[] = {
	"address",
	"dataflow",
	"fuzzer",
	"hwaddress",
	"leak",
	"memory",
	"numerical",
	"realtime",
	"safe-stack",
	"scudo",
	"thread",
	"type",
};

static bool in(const char *const *list, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i], name) == 0)
			return true;
	return false;
}

/* Of the others these are not in the group "undefined". */
static const char *const apart[] = {
	"float-divide-by-zero",
	"implicit-conversion",
	"implicit-integer-truncation",
	"implicit-signed-integer-truncation",
	"implicit-unsigned-integer-truncation",
	"integer",
	"local-bounds",
	"nullability",
	"unsigned-integer-overflow",
	"unsigned-shift-base",
};

static bool traps(const struct runtime *r, const char *name)
{
	for (size_t i = 0; i < r->trap.n; i++) {
		const char *trap = r->trap.v[i];
		if (strcmp(trap, name) == 0 || strcmp(trap, "all") == 0)
			return true;
		if (strcmp(trap, "undefined") == 0 && !in(apart, sizeof apart / sizeof *apart, name))
			return true;
	}
	return false;
}

static bool needs_runtime(const struct runtime *r, const char *name)
{
	if (!*name || in(bare, sizeof bare / sizeof *bare, name))
		return false;
	return in(heavy, sizeof heavy / sizeof *heavy, name) || !traps(r, name);
}

static const char *next_name(const char **list)
{
	size_t n = strcspn(*list, ",");
	const char *name = mem_dup(*list, n);
	*list += n + ((*list)[n] == ',');
	return name;
}

static void add_names(struct strv *to, const char *list)
{
	while (*list)
		strv_push(to, next_name(&list));
}

static void remove_names(struct strv *from, const char *list)
{
	while (*list) {
		const char *name = next_name(&list);
		for (size_t i = 0; i < from->n; i++)
			if (strcmp(name, "all") == 0 || strcmp(name, from->v[i]) == 0)
				from->v[i] = "";
	}
}

void runtime_need(struct runtime *r, const char *option)
{
	strv_push(&r->option, option);
}

void runtime_no_need(struct runtime *r, const char *option)
{
	const char *name = option + strlen("-fno-");
	size_t n = strlen(name);
	for (size_t i = 0; i < r->option.n; i++) {
		const char *yes = r->option.v[i];
		if (strncmp(yes, "-f", 2) == 0 && strncmp(yes + 2, name, n) == 0 &&
			(!yes[n + 2] || yes[n + 2] == '='))
			r->option.v[i] = "";
	}
}

void runtime_sanitize(struct runtime *r, const char *list)
{
	add_names(&r->sanitizer, list);
}

void runtime_no_sanitize(struct runtime *r, const char *list)
{
	remove_names(&r->sanitizer, list);
}

void runtime_trap(struct runtime *r, const char *list)
{
	add_names(&r->trap, list);
}

void runtime_no_trap(struct runtime *r, const char *list)
{
	remove_names(&r->trap, list);
}

static _Noreturn void refuse(const char *before, const char *option, const char *backend)
{
	die(EXIT_FAILED, "%s%s: %s has no runtime library for it; link without it, or use another backend",
		before, option, backend);
}

void runtime_check(const struct runtime *r, const char *backend)
{
	for (size_t i = 0; i < r->option.n; i++)
		if (*r->option.v[i])
			refuse("", r->option.v[i], backend);
	for (size_t i = 0; i < r->sanitizer.n; i++)
		if (needs_runtime(r, r->sanitizer.v[i]))
			refuse("-fsanitize=", r->sanitizer.v[i], backend);
}
