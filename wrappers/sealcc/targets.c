/* sealcc targets: what can be sealed, and what the zig at hand has for it. */
#include <stdio.h>
#include <string.h>

#include "../../common/mem.h"
#include "commands.h"
#include "jsontext.h"
#include "request.h"
#include "verified.h"

static const char help[] =
	"usage: sealcc targets [--json | --names] [--zig PATH]\n"
	"\n"
	"List the targets with what the tests of this version verify for each, the versions\n"
	"of zig that can be sealed, and the glibc versions the zig at hand knows.\n"
	"\n"
	"  --json         print one JSON object\n"
	"  --names        print the names only, one a line; no zig is needed\n"
	"  --zig PATH     the zig to ask; else as 'sealcc run' finds it\n";

static const char *const libcs[] = {
	[LIBC_GLIBC] = "glibc",
	[LIBC_MUSL] = "musl",
	[LIBC_MACOS] = "macos",
	[LIBC_WASI] = "wasi",
	[LIBC_MINGW] = "mingw",
	[LIBC_MINGW_LLVM] = "mingw",
};

static const char *name_of(const struct triple *t)
{
	char *name = mem_alloc(64);
	return triple_write(t, TRIPLE_RUST, name, 64);
}

static void print_names(void)
{
	struct triple t;
	for (size_t i = 0; triple_nth(i, &t); i++)
		puts(name_of(&t));
}

static void print_text(const struct zig *z)
{
	struct triple t;
	unsigned major, minor;
	printf("%-34s %s\n", "target", "verified with zig");
	for (size_t i = 0; triple_nth(i, &t); i++)
		printf("%-34s %s\n", name_of(&t), verified_with(name_of(&t)));
	puts("\nzig 0.11 to 0.17: each has 'zig clang' and 'zig ld.lld' and can be sealed; for Windows from "
	     "0.14 on, for macOS from 0.12 on.");
	printf("\nzig %s at %s\nglibc:", z->version, z->path);
	for (size_t i = 0; zig_glibc(z, i, &major, &minor); i++)
		printf(" %u.%u", major, minor);
	putchar('\n');
}

/* The versions in text, which blanks separate, as JSON. */
static void json_versions(const char *text)
{
	const char *separator = "";
	putchar('[');
	for (; *text >= '0' && *text <= '9'; text += strspn(text, " ")) {
		size_t n = strcspn(text, " ");
		fputs(separator, stdout);
		json_string(mem_dup(text, n));
		separator = ", ";
		text += n;
	}
	putchar(']');
}

static void print_json(const struct zig *z)
{
	struct triple t;
	unsigned major, minor;
	fputs("{\n  \"targets\": [", stdout);
	for (size_t i = 0; triple_nth(i, &t); i++) {
		fputs(i ? ",\n    {\"target\": " : "\n    {\"target\": ", stdout);
		json_string(name_of(&t));
		printf(", \"libc\": \"%s\", \"verified\": ", libcs[t.libc]);
		json_versions(verified_with(name_of(&t)));
		putchar('}');
	}
	fputs("\n  ],\n  \"zig\": {\"version\": ", stdout);
	json_string(z->version);
	fputs(", \"path\": ", stdout);
	json_string(z->path);
	fputs("},\n  \"glibc\": [", stdout);
	for (size_t i = 0; zig_glibc(z, i, &major, &minor); i++)
		printf("%s\"%u.%u\"", i ? ", " : "", major, minor);
	puts("]\n}");
}

int command_targets(char **argv)
{
	struct request r;
	char **rest = request_read(&r, FOR_ZIG | FOR_JSON | FOR_TARGETS, argv, help);
	request_end(rest, "targets");
	if (r.names)
		print_names();
	else
		(r.json ? print_json : print_text)(request_zig(&r));
	return 0;
}
