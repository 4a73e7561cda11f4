/* Scanning a driver call: one pass, every word looked up once. */
#include <string.h>

#include "call.h"
#include "mem.h"
#include "say.h"
#include "text.h"

static _Noreturn void is_for_another(const struct call *c, const char *what)
{
	die(EXIT_FAILED, "%s: this toolchain is for %s; seal one for that target with 'sealcc new'", what,
		c->tc->target_name);
}

static void check_target(const struct call *c, const char *value)
{
	struct triple t;
	const char *why;
	if (!triple_parse(&t, value, &why))
		die(EXIT_FAILED, "target %s: %s; this toolchain is for %s", value, why, c->tc->target_name);
	if (!triple_same(&t, &c->tc->target))
		is_for_another(c, mem_cat("target ", value, NULL));
}

/* -m32 and its like are harmless when they say what the target is anyway. */
static void check_bits(const struct call *c, const char *word)
{
	const struct triple *t = &c->tc->target;
	const struct {
		const char *word;
		bool fits;
	} rows[] = {
		{ "-m64", triple_bits(t) == 64 },
		{ "-m32", triple_bits(t) == 32 },
		{ "-EL", !triple_big_endian(t) },
		{ "-mlittle-endian", !triple_big_endian(t) },
		{ "-EB", triple_big_endian(t) },
		{ "-mbig-endian", triple_big_endian(t) },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].fits && strcmp(rows[i].word, word) == 0)
			return;
	is_for_another(c, word);
}

/* Every known linker's place is taken by the toolchain's; a name that gcc and
 * clang do not know is as wrong here. */
static void check_linker(const char *name)
{
	static const char *const known[] = { "", "bfd", "gold", "ld", "lld", "mold", "wild" };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (*name == '/' || strcmp(name, known[i]) == 0)
			return;
	die(EXIT_FAILED, "-fuse-ld=%s: is no linker; leave it out, this toolchain links with its own", name);
}

static bool has_word(const char *list, const char *word)
{
	return text_find(list, word) != NULL;
}

/* But -rpath-link is for the linker alone. */
static bool has_run_path(const char *list)
{
	const char *at = text_find(list, "rpath");
	return at && at[sizeof "rpath" - 1] != '-';
}

/* -p and -pg need nothing but gcrt1.o and what libc has; the sealed sysroots have neither. */
static bool is_profiler(const char *word)
{
	return strcmp(word, "-pg") == 0 || strcmp(word, "-p") == 0;
}

static void take(struct call *c, const struct option *o, const char *word, const char *value)
{
	c->seen[o->kind] = value ? value : word;
	switch (o->kind) {
	case KIND_NO_LINK: /* -E wins over -S, and both over -c, in any order */
		if (strcmp(word, "-E") == 0 || (strcmp(word, "-S") == 0 && !c->phase))
			c->phase = word;
		break;
	case KIND_TARGET:
		check_target(c, value);
		break;
	case KIND_BITS:
		check_bits(c, word);
		break;
	case KIND_PIE: /* of the two the last one counts */
	case KIND_NO_PIE:
		c->seen[o->kind == KIND_PIE ? KIND_NO_PIE : KIND_PIE] = NULL;
		break;
	case KIND_LINKER:
		check_linker(value);
		break;
	case KIND_MULTILIB:
		c->seen[KIND_QUERY] = word;
		break;
	case KIND_LIBRARY:
		strv_push(&c->library, value);
		c->inputs++;
		break;
	case KIND_LIBRARY_DIR:
		strv_push(&c->library_dir, value);
		break;
	case KIND_LINKER_ARG:
		c->names_loader |= has_word(value, "dynamic-linker");
		c->run_path |= has_run_path(value);
		break;
	case KIND_RUNTIME:
		if (!c->tc->given || !is_profiler(word))
			runtime_need(&c->runtime, word);
		break;
	case KIND_SANITIZE:
		runtime_sanitize(&c->runtime, value);
		break;
	case KIND_NO_SANITIZE:
		runtime_no_sanitize(&c->runtime, value ? value : "all");
		break;
	case KIND_TRAP:
		runtime_trap(&c->runtime, value && *value ? value : "all");
		break;
	case KIND_NO_TRAP:
		runtime_no_trap(&c->runtime, value && *value ? value : "all");
		break;
	case KIND_NO_RUNTIME:
		runtime_no_need(&c->runtime, word);
		break;
	default:
		break;
	}
}

static void take_operand(struct call *c, const char *word)
{
	c->inputs++;
	c->shared_input |= text_shared(word) != NULL;
}

/* Scan one word; where a path that is read stands in it, or NULL. */
static const char *scan_word(struct call *c, const char *word)
{
	const char *value;
	const struct option *o = c->pending;
	if (o) {
		take(c, o, word, word);
		c->pending = NULL;
		return o->path ? word : NULL;
	}
	if (*word != '-' || !word[1] || c->seen[KIND_END]) {
		take_operand(c, word);
		return word;
	}
	o = option_find(&driver_options, word, &value);
	if (!o)
		return NULL;
	if (option_takes_next(o, value)) {
		c->pending = o;
		return NULL;
	}
	take(c, o, word, value);
	return o->path ? value : NULL;
}

void call_scan(struct call *c, const struct toolchain *tc, const struct args *a)
{
	*c = (struct call){ .tc = tc, .args = a, .end = a->word.n };
	c->value = mem_alloc(a->word.n);
	c->path = mem_alloc(a->word.n * sizeof *c->path);
	for (size_t i = 0; i < a->word.n; i++) {
		c->value[i] = c->pending != NULL;
		c->path[i] = scan_word(c, a->word.v[i]);
		if (c->seen[KIND_END] && c->end == a->word.n)
			c->end = i;
	}
	c->dangling = c->pending != NULL;
}

bool call_links(const struct call *c)
{
	return c->inputs && !c->seen[KIND_NO_LINK] && !c->seen[KIND_QUERY];
}

bool call_makes_executable(const struct call *c)
{
	return call_links(c) && !c->seen[KIND_SHARED] && !c->seen[KIND_RELOCATABLE];
}
