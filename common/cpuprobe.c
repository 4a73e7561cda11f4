#include <string.h>

#include "child.h"
#include "cpuprobe.h"
#include "mem.h"
#include "say.h"
#include "strv.h"

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

/* Whether b's compiler for t takes the words; *said is what it said. */
static bool asked(const struct backend *b, const struct triple *t, const char *const *words, char **said)
{
	struct strv line;
	strv_init(&line, 16);
	if (b->kind == BACKEND_ZIG)
		strv_push(&line, "clang");
	if (b->kind != BACKEND_GCC)
		strv_push(&line, backend_target(t));
	strv_append(&line, words);
	return backend_ask(b->cc, line.v, CHILD_READ, said) == 0;
}

static bool takes(const struct backend *b, const struct triple *t, const char *option)
{
	char *said;
	const char *const words[] = { option, "-fsyntax-only", "-x", "c", "/dev/null", NULL };
	return asked(b, t, words, &said);
}

/* clang's list: a heading, and then one name a line behind a tab. */
static const char *clang_names(const struct backend *b, const struct triple *t)
{
	char *text;
	static const char *const words[] = { "--print-supported-cpus", NULL };
	const char *names = "", *separator = "";
	asked(b, t, words, &text);
	for (char *p = strstr(text, "\n\t"); p && p[1] == '\t'; p = strchr(p + 1, '\n')) {
		names = mem_cat(names, separator, mem_dup(p + 2, strcspn(p + 2, "\n")), NULL);
		separator = ", ";
	}
	return *names ? names : "a name that clang knows";
}

/* gcc's, in the note behind an error: "valid arguments ... are: name name; did". */
static const char *gcc_names(const struct backend *b, const struct triple *t)
{
	static const char *const options[] = { "-march=sealcc", "-mcpu=sealcc", NULL };
	const char *names = "", *separator = "";
	/* on x86 -mcpu= is an old name of -mtune= */
	bool one = strcmp(triple_arch_kernel(t), "x86") == 0;
	for (size_t i = 0; options[i] && !(one && i); i++) {
		char *text;
		const char *const words[] = { options[i], "-fsyntax-only", "-x", "c", "/dev/null", NULL };
		const char *list = asked(b, t, words, &text) ? NULL : strstr(text, "valid arguments");
		list = list ? strstr(list, "are: ") : NULL;
		if (!list)
			continue;
		names = mem_cat(names, separator, mem_dup(list + 5, strcspn(list + 5, ";\n")), NULL);
		separator = " ";
	}
	return *names ? names : "a name that gcc knows";
}

void cpuprobe_check(const struct backend *b, const struct triple *t, const char *option, const char *given)
{
	if (option && takes(b, t, option))
		return;
	die(EXIT_USAGE, "--cpu %s: is no processor or level of %s for %s; choose one of %s%s", given,
		triple_arch_zig(t), b->name, levels(t),
		b->kind == BACKEND_GCC ? gcc_names(b, t) : clang_names(b, t));
}
