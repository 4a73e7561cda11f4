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

static bool needs_runtime(const char *name, bool trap)
{
	if (in(bare, sizeof bare / sizeof *bare, name))
		return false;
	return !trap || in(heavy, sizeof heavy / sizeof *heavy, name);
}

static const char *next_name(const char **list)
{
	size_t n = strcspn(*list, ",");
	const char *name = mem_dup(*list, n);
	*list += n + ((*list)[n] == ',');
	return name;
}

void runtime_need(struct runtime *r, const char *option)
{
	if (!r->option)
		r->option = option;
}

void runtime_sanitize(struct runtime *r, const char *list)
{
	while (*list)
		strv_push(&r->sanitizer, next_name(&list));
}

void runtime_no_sanitize(struct runtime *r, const char *list)
{
	while (*list) {
		const char *name = next_name(&list);
		for (size_t i = 0; i < r->sanitizer.n; i++)
			if (strcmp(name, "all") == 0 || strcmp(name, r->sanitizer.v[i]) == 0)
				r->sanitizer.v[i] = "";
	}
}

void runtime_check(const struct runtime *r, const char *backend)
{
	if (r->option)
		die(EXIT_FAILED,
			"%s: %s has no runtime library for it; link without it, or use another backend",
			r->option, backend);
	for (size_t i = 0; i < r->sanitizer.n; i++)
		if (*r->sanitizer.v[i] && needs_runtime(r->sanitizer.v[i], r->trap))
			die(EXIT_FAILED,
				"-fsanitize=%s: %s has no runtime library for it; link without it, or use "
				"another backend",
				r->sanitizer.v[i], backend);
}
