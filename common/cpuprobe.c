#include <string.h>

#include "child.h"
#include "cpuprobe.h"
#include "mem.h"
#include "say.h"

/* Levels that are no processors, by the kernel's name of the architecture. */
static const char *levels(const struct triple *t)
{
	static const struct {
		const char *kernel, *text;
	} rows[] = {
		{ "x86", "v1 to v4, " },
		{ "aarch64", "v8.0a to v9.5a, " },
		{ "arm", "v6, v7a, v8a, " },
		{ "riscv", "rv64gc and its extensions, " },
		{ "s390x", "arch8 and later, " },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].kernel, triple_arch_kernel(t)) == 0)
			return rows[i].text;
	return "";
}

static const char *target_of(const struct triple *t)
{
	char name[64];
	return mem_cat("--target=", triple_write(t, TRIPLE_LLVM, name, sizeof name), NULL);
}

static bool takes(const struct zig *z, const struct triple *t, const char *option)
{
	char *text;
	const char *const line[] = { z->path, "clang", target_of(t), option, "-fsyntax-only", "-x", "c",
		"/dev/null", NULL };
	struct child c = { .argv = line };
	return child_read(&c, CHILD_READ, &text) == 0;
}

/* clang's list: a heading, and then one name a line behind a tab. */
static const char *processors(const struct zig *z, const struct triple *t)
{
	char *text;
	const char *const line[] = { z->path, "clang", target_of(t), "--print-supported-cpus", NULL };
	struct child c = { .argv = line };
	const char *names = "", *separator = "";
	child_read(&c, CHILD_READ, &text);
	for (char *p = strstr(text, "\n\t"); p && p[1] == '\t'; p = strchr(p + 1, '\n')) {
		names = mem_cat(names, separator, mem_dup(p + 2, strcspn(p + 2, "\n")), NULL);
		separator = ", ";
	}
	return *names ? names : "a name that clang knows";
}

void cpuprobe_check(const struct zig *z, const struct triple *t, const char *option, const char *given)
{
	if (option && takes(z, t, option))
		return;
	die(EXIT_USAGE, "--cpu %s: is no processor or level of %s for zig %s; choose one of %s%s", given,
		triple_arch_zig(t), z->version, levels(t), processors(z, t));
}
