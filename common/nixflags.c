/* See nixflags.h. */
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "nixflags.h"
#include "option.h"

enum place { BEFORE, AFTER, LINKING }; /* the caller's words; LINKING: after, where a driver links */

static const struct variable {
	const char *name;
	enum nixflags_program program;
	enum place place;
} variables[] = {
	{ "NIX_CFLAGS_COMPILE_BEFORE", NIXFLAGS_CC, BEFORE },
	{ "NIX_LDFLAGS_BEFORE", NIXFLAGS_LD, BEFORE },
	{ "NIX_CFLAGS_COMPILE", NIXFLAGS_CC, AFTER },
	{ "NIX_CFLAGS_LINK", NIXFLAGS_CC, LINKING },
	{ "NIX_LDFLAGS", NIXFLAGS_LD, AFTER },
};

static void push(struct nixflags *f, const char *word, const char *variable)
{
	strv_push(&f->line, word);
	strv_push(&f->variable, variable);
}

static void add_words(struct nixflags *f, const char *name)
{
	static const char blanks[] = " \t\n";
	const char *value = getenv(name);
	for (; value && *(value += strspn(value, blanks)); value += strcspn(value, blanks))
		push(f, mem_dup(value, strcspn(value, blanks)), name);
}

/* _<target>: rust's triple, without the floor behind its first dot. */
static const char *suffix_of(const struct toolchain *tc)
{
	char *suffix = mem_dup(tc->target_name, strcspn(tc->target_name, "."));
	for (char *c = suffix; *c; c++)
		if (*c == '-')
			*c = '_';
	return suffix;
}

static void add_all(struct nixflags *f, const char *suffix, enum nixflags_program program, enum place place)
{
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const struct variable *v = &variables[i];
		if (v->program != program || v->place != place)
			continue;
		add_words(f, v->name);
		add_words(f, mem_cat(v->name, "_", suffix, NULL));
	}
}

/* The driver takes the length of its line from the first and the last word. */
static void lay_out(struct strv *line)
{
	size_t bytes = 0;
	for (size_t i = 0; i < line->n; i++)
		bytes += strlen(line->v[i]) + 1;
	char *p = mem_alloc(bytes);
	for (size_t i = 0; i < line->n; i++) {
		size_t n = strlen(line->v[i]) + 1;
		line->v[i] = memcpy(p, line->v[i], n);
		p += n;
	}
}

void nixflags_read(struct nixflags *f, const struct toolchain *tc, enum nixflags_program program, char **argv)
{
	if (!tc->nix || (argv[0] && argv[1] && strncmp(argv[1], "-cc1", 4) == 0)) {
		*f = (struct nixflags){ .line.v = (const char **)argv };
		return;
	}
	const char *suffix = suffix_of(tc);
	bool links = !option_only_compiles((const char *const *)argv);
	strv_init(&f->line, 64);
	strv_init(&f->variable, 64);
	push(f, *argv++, "");
	add_all(f, suffix, program, BEFORE);
	for (; *argv && (program == NIXFLAGS_LD || strcmp(*argv, "--") != 0); argv++)
		push(f, *argv, "");
	add_all(f, suffix, program, AFTER);
	if (links)
		add_all(f, suffix, program, LINKING);
	for (; *argv; argv++) /* behind -- are inputs only */
		push(f, *argv, "");
	lay_out(&f->line);
}

/* A word that stayed as it was is the same pointer. */
void nixflags_mark(struct plan *p, const struct nixflags *f)
{
	for (size_t i = 0; i < f->line.n; i++)
		for (size_t k = 0; *f->variable.v[i] && k < p->word.n; k++)
			if (p->word.v[k] == f->line.v[i] && !*p->rule.v[k]) {
				p->rule.v[k] = "nix-flags";
				p->was.v[k] = "";
			}
}
