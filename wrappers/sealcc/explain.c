/* sealcc explain: the shims themselves print what they would run (plan_exec), so
 * that the explanation cannot differ from the deed.  A driver's call that ends
 * in a link is asked a second time, with -###, for the line by which it would
 * call the toolchain's ld; that line is explained by the ld shim. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/child.h"
#include "../../common/json.h"
#include "../../common/mem.h"
#include "../../common/option.h"
#include "../../common/say.h"
#include "../../common/text.h"
#include "commands.h"
#include "explained.h"
#include "request.h"

static const char help[] =
	"usage: sealcc explain [--json] [-t TRIPLE] [OPTIONS] [--] PROGRAM ARGS...\n"
	"\n"
	"Print what PROGRAM (cc, c++, ld, ar, ranlib, nm, strip, objcopy, or a program's path)\n"
	"would run for ARGS, and for each word why it was added, changed or kept. For a compiler\n"
	"that would link also the linker's line, and what the toolchain makes of it; the inputs\n"
	"have to be there then.\n"
	"\n"
	"  sealcc explain -t aarch64-linux-gnu -- cc -O2 main.c -o main\n"
	"\n"
	"  --json         print one JSON object\n" SEALING_HELP;

static const char *program(struct request *r, const char *name)
{
	struct toolchain tc;
	if (strchr(name, '/')) {
		if (access(name, F_OK) == 0 && access(name, X_OK) != 0)
			die(EXIT_CANNOT_RUN,
				"%s: cannot be run; give a program of a toolchain's bin directory", name);
		return name;
	}
	if (r->targets.n != 1)
		die(EXIT_USAGE, "-t: one target is needed to find '%s'; see 'sealcc explain --help'", name);
	request_open(r, 0, &tc);
	return toolchain_path(&tc, mem_cat("bin/", name, NULL));
}

/* What a shim says of a line; ends as the shim does when it refuses. */
static void ask(const char *const *line, struct explained *e)
{
	char *text;
	struct child c = { .argv = line };
	setenv("SEALCC_EXPLAIN", "1", 1);
	int status = child_read(&c, CHILD_PASS, &text);
	unsetenv("SEALCC_EXPLAIN");
	if (status == EXIT_NOT_FOUND && !*text)
		die(EXIT_NOT_FOUND, "%s: is no program of a toolchain; give one of its bin directory",
			line[0]);
	if (status != 0)
		exit(status);
	explained_read(e, text);
}

/* The word at *p in the output of -###; NULL at the end of the line.  clang quotes
 * each, with \ before a quote, a dollar and itself (llvm::sys::printArg); gcc only
 * those that need it (gcc.c, execute). */
static const char *next_word(const char **p)
{
	const char *s = *p + strspn(*p, " ");
	char *word = mem_dup(s, strcspn(s, "\n")), *end = word;
	if (*s != '"') {
		word[strcspn(word, " ")] = 0;
		*p = s + strlen(word);
		return *word ? word : NULL;
	}
	for (s++; *s && *s != '"' && *s != '\n'; s++) {
		if (*s == '\\' && s[1])
			s++;
		*end++ = *s;
	}
	*end = 0;
	*p = s + (*s == '"');
	return word;
}

/* collect2 hands gcc's line on to the linker that -fuse-ld= makes it find in the
 * toolchain, without that option (gcc's collect2.c). */
static void add_line(struct strv *words, const char *line, const char *ld)
{
	bool gcc = false;
	for (const char *word; line && (word = next_word(&line));) {
		gcc |= !words->n && text_ends(word, "/collect2");
		if (!words->n && gcc)
			strv_push(words, ld);
		else if (!gcc || strncmp(word, "-fuse-ld=", strlen("-fuse-ld=")) != 0)
			strv_push(words, word);
	}
}

/* The last line of text that calls the toolchain's ld, as words; false when
 * there is none. */
static bool ld_line(const char *text, const char *ld, struct strv *words)
{
	const char *last = NULL;
	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		const char *p = line, *first = next_word(&p);
		if (first && *first != '-' &&
			(text_ends(first, "/bin/ld.lld") || text_ends(first, "/collect2")))
			last = line;
	}
	strv_init(words, 64);
	add_line(words, last, ld);
	return words->n > 0;
}

/* The other programs do not know -###. */
static bool is_driver(const char *path)
{
	static const char *const names[] = { "cc", "c++", "gcc", "g++", "clang", "clang++", "linker" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_ends(path, mem_cat("/", names[i], NULL)) ||
			text_ends(path, mem_cat("-", names[i], NULL)))
			return true;
	return false;
}

/* A driver that finds its inputs wrong does not get as far as the link. */
static void tell_error(const char *text)
{
	const char *error = strstr(text, "error: ");
	if (error)
		say("link: cannot be shown: %s", mem_dup(error, strcspn(error, "\n")));
}

/* The ld line behind the driver's call line; false when it does not link. */
static bool link_of(const char *const *line, struct strv *words)
{
	char *text;
	struct strv asked;
	struct child c = { .argv = NULL };
	strv_init(&asked, 64);
	strv_push(&asked, line[0]);
	strv_push(&asked, "-###");
	strv_append(&asked, line + 1);
	c.argv = asked.v;
	child_read(&c, CHILD_READ, &text);
	const char *dir = mem_dup(line[0], (size_t)(strrchr(line[0], '/') - line[0]));
	bool links = ld_line(text, mem_cat(dir, "/ld.lld", NULL), words);
	if (!links && !option_only_compiles(line))
		tell_error(text);
	return links;
}

/* given is NULL where no linker is called. */
static void print_text(struct out *o, const struct explained *driver, const struct strv *given,
	const struct explained *linker)
{
	explained_text(o, driver);
	if (!given)
		return;
	out_text(o, "\nwhich calls the linker by\n");
	for (size_t i = 0; i < given->n; i++) {
		out_text(o, "  ");
		out_text(o, given->v[i]);
		out_char(o, '\n');
	}
	out_text(o, "\nwhich is\n");
	explained_text(o, linker);
}

static void print_json(struct out *o, const struct explained *driver, const struct strv *given,
	const struct explained *linker)
{
	out_text(o, "{\n");
	explained_json(o, driver);
	if (given) {
		out_text(o, ",\n  \"link\": {\n  \"given\": ");
		json_array(o, given->v, given->n);
		out_text(o, ",\n  \"explained\": {\n");
		explained_json(o, linker);
		out_text(o, "\n  }\n  }");
	}
	out_text(o, "\n}\n");
}

int command_explain(char **argv)
{
	struct request r;
	struct strv given;
	struct explained driver, linker = { .toolchain = "" };
	struct out *o = mem_alloc(sizeof *o);
	char **rest = request_read(&r, FOR_SEALING | FOR_JSON, argv, help);
	if (!*rest)
		die(EXIT_USAGE, "PROGRAM: missing; see 'sealcc explain --help'");
	const char *path = program(&r, *rest);
	rest[0] = mem_cat(path, NULL);
	const char *const *line = (const char *const *)rest;
	ask(line, &driver);
	bool links = is_driver(path) && link_of(line, &given);
	if (links) {
		/* as the driver calls it, not as a user does */
		setenv("SEALCC_DEPTH", "1", 1);
		ask(given.v, &linker);
	}
	(r.json ? print_json : print_text)(o, &driver, links ? &given : NULL, &linker);
	out_flush(o);
	return 0;
}
