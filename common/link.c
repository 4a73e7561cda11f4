/* The linker's command line.  A linker for one target knows its emulation and
 * where its libraries are; lld knows neither, so both are said. */
#include <string.h>
#include <unistd.h>

#include "emulation.h"
#include "execroot.h"
#include "link.h"
#include "mem.h"
#include "option.h"
#include "runpath.h"
#include "say.h"
#include "text.h"

/* What the scan of an ld line finds. */
struct line {
	const struct toolchain *tc;
	const char *emulation;
	bool sysroot, versions, query, no_search, dangling;
	bool fixed;          /* a static program: -static, and no loader before it */
	bool shared;         /* -shared or -r */
	bool loader;         /* one is named, and -static did not come first */
	bool *value;         /* per word: it is the value of the option before */
	unsigned char *kind; /* per word: its option's kind, also where it is the value */
	const char **at;     /* per word: where the value stands in it, or NULL; an operand is its own */
	const char **path;   /* per word: the same, where it is a path that is read */
	const char **alive;  /* per word: with a path that lives in the place of the dead one, or NULL */
	const char *lost;    /* a search directory that is gone */
	struct strv word, rule;
	bool changed;
	struct execroot *execroot;
	struct staticline *s;
};

static void take(struct line *l, const struct option *o, const char *value)
{
	switch (o->kind) {
	case KIND_TARGET:
		l->emulation = value;
		break;
	case KIND_SYSROOT:
		l->sysroot = true;
		break;
	case KIND_VERSIONS:
		l->versions = true;
		break;
	case KIND_QUERY:
		l->query = true;
		break;
	case KIND_RELOCATABLE:
		l->shared = l->no_search = true;
		break;
	case KIND_NO_STDLIB:
		l->no_search = true;
		break;
	case KIND_STATIC: /* after a loader it is -Bstatic: a driver's -Wl,-static */
		l->fixed |= !l->loader;
		break;
	case KIND_SHARED:
		l->shared = true;
		break;
	case KIND_DYNAMIC:
		l->loader |= !l->fixed;
		break;
	case KIND_LIBRARY:
		strv_push(&l->s->library, value);
		l->s->libc |= strcmp(value, "c") == 0;
		break;
	case KIND_OUTPUT:
		l->s->output = value;
		break;
	default:
		break;
	}
}

static bool is_named(const char *path, const char *name)
{
	return strcmp(text_base(path), name) == 0;
}

/* A driver names a start file without a directory when it finds none.  glibc has this
 * one where it is configured for static PIE, which Debian's is for few processors. */
static void check_start(const char *word)
{
	if (strcmp(word, "rcrt1.o") == 0 && access(word, F_OK) != 0)
		die(EXIT_FAILED, "-static-pie: this sysroot has no rcrt1.o, which starts such programs; link "
				 "with -static");
}

static void take_operand(struct line *l, size_t i, const char *word)
{
	l->path[i] = l->at[i] = word;
	l->s->libc |= is_named(word, "libc.a");
	check_start(word);
	/* gcc for aarch64 says -Bstatic for -static: gcc's config/aarch64/aarch64-linux.h */
	if (is_named(word, "crtbeginT.o") || is_named(word, "rcrt1.o") || is_named(word, "grcrt1.o"))
		l->fixed |= !l->loader;
}

static void take_value(struct line *l, size_t i, const struct option *o, const char *value)
{
	l->kind[i] = o->kind;
	l->at[i] = value;
	if (o->path && *value != '=') /* "=" stands for the sysroot */
		l->path[i] = value;
}

static void scan(struct line *l, struct staticline *s, const struct toolchain *tc, const struct args *a)
{
	*l = (struct line){ .tc = tc,
		.value = mem_alloc(a->word.n),
		.kind = mem_alloc(a->word.n),
		.at = mem_alloc(a->word.n * sizeof *l->at),
		.path = mem_alloc(a->word.n * sizeof *l->path),
		.alive = mem_alloc(a->word.n * sizeof *l->alive),
		.execroot = a->execroot,
		.changed = a->stale,
		.s = s };
	for (size_t i = 0; i < a->word.n; i++) {
		const char *value, *word = a->word.v[i];
		const struct option *o =
			*word == '-' && word[1] ? option_find(&ld_options, word, &value) : NULL;
		if (*word != '-')
			take_operand(l, i, word);
		if (!o)
			continue;
		l->kind[i] = o->kind;
		if (option_takes_next(o, value)) {
			l->dangling = i + 1 == a->word.n;
			value = l->dangling ? "" : a->word.v[++i];
			l->value[i] = true;
		}
		if (value)
			take_value(l, i, o, value);
		take(l, o, value);
	}
}

static void check_emulation(const struct line *l, const struct toolchain *tc)
{
	struct triple t;
	if (!l->emulation || strcmp(l->emulation, triple_emulation(&tc->target)) == 0)
		return;
	for (size_t i = 0; triple_nth(i, &t); i++)
		if (strcmp(triple_emulation(&t), l->emulation) == 0)
			emulation_check(tc, l->emulation);
}

static bool makes_static(const struct line *l)
{
	return l->fixed && !l->shared && !l->loader;
}

/* The same, with a glibc in it, whose start-up is what makes it crash. */
static bool makes_static_glibc(const struct line *l)
{
	return makes_static(l) && l->s->libc && !l->query && !l->dangling && l->tc->target.libc == LIBC_GLIBC;
}

/* Word i of a static program's line. */
static const char *translate_static(const struct line *l, const char *word, size_t i, const char **rule)
{
	const char *at = l->at[i], *to = at;
	if (!l->value[i] && staticline_turns_dynamic(word)) {
		*rule = "static-search";
		return "-Bstatic";
	}
	if (!makes_static_glibc(l))
		return word;
	if (l->kind[i] == KIND_DYNAMIC) {
		*rule = "static-loader";
		return "--no-dynamic-linker";
	}
	if (at && l->kind[i] == KIND_LIBRARY)
		to = staticline_library(l->s, at, rule);
	else if (at == word && !l->value[i])
		to = staticline_operand(l->s, at, rule);
	return to == at ? word : mem_cat(mem_dup(word, (size_t)(at - word)), to, NULL);
}

/* Look for the paths that are dead.  Search directories count for every library, also
 * for one that is named before. */
static void repair(struct line *l, const struct args *a)
{
	for (size_t i = 0; i < a->word.n; i++) {
		const char *word = a->word.v[i], *path = l->path[i];
		bool is_dir = l->kind[i] == KIND_LIBRARY_DIR;
		l->alive[i] = execroot_word(l->execroot, word, path, path == word && !l->value[i]);
		if (is_dir && l->at[i])
			strv_push(&l->s->dir, l->alive[i] ? l->alive[i] + (l->at[i] - word) : l->at[i]);
		if (is_dir && path && !l->lost)
			l->lost = l->execroot->lost;
	}
}

/* A link that must fail says which directory would have been needed.  What a gcc's
 * linker searches by itself is not known. */
static void tell_lost(const struct line *l)
{
	if (!l->lost || l->query || l->tc->driver_kind == DRIVER_GCC)
		return;
	for (size_t i = 0; i < l->s->library.n; i++)
		if (!staticline_finds(l->s, l->s->library.v[i])) {
			l->execroot->lost = l->lost;
			say("-l%s: is not found, and %s is gone: %s", l->s->library.v[i], l->lost,
				execroot_looked(l->execroot));
			return;
		}
}

/* The caller's word i as the linker shall see it; sets *rule when changed. */
static const char *translate(struct line *l, const char *word, size_t i, const char **rule)
{
	if (l->alive[i]) {
		*rule = "stale-path";
		return l->alive[i];
	}
	/* with defsym the output alone is mended; musl has no such trouble to show */
	if (!makes_static(l) || (l->tc->static_libc == STATIC_DEFSYM && l->tc->target.libc == LIBC_GLIBC))
		return word;
	return translate_static(l, word, i, rule);
}

static void translate_all(struct line *l, const struct args *a)
{
	strv_init(&l->word, a->word.n);
	strv_init(&l->rule, a->word.n);
	for (size_t i = 0; i < a->word.n; i++) {
		const char *rule = "";
		strv_push(&l->word, translate(l, a->word.v[i], i, &rule));
		strv_push(&l->rule, rule);
		l->changed |= *rule != 0;
	}
}

static void add_callers(struct plan *p, const struct line *l, const struct args *a)
{
	if (!l->changed) {
		plan_keep_all(p, a->given);
		return;
	}
	p->long_line = a->expanded;
	for (size_t i = 0; i < a->word.n; i++)
		if (!*l->rule.v[i])
			plan_keep(p, a->word.v[i]);
		else
			plan_change(p, l->word.v[i], l->rule.v[i], a->word.v[i]);
}

/* Where a linker for one target looks by itself; a gcc's does. */
static void add_search(struct plan *p, const struct toolchain *tc)
{
	char multiarch[64];
	if (tc->driver_kind == DRIVER_GCC || (tc->sysroot && !*tc->sysroot))
		return;
	if (tc->given) {
		triple_write(&tc->target, TRIPLE_DEBIAN, multiarch, sizeof multiarch);
		plan_add(p, toolchain_sysroot(tc, "-L", mem_cat("usr/lib/", multiarch, NULL)), "ld-search");
	}
	plan_add(p, toolchain_sysroot(tc, "-L", "usr/lib"), "ld-search");
}

bool link_plan(struct plan *p, struct staticline *s, const struct toolchain *tc, const struct args *a)
{
	struct line l;
	staticline_init(s, tc);
	scan(&l, s, tc, a);
	check_emulation(&l, tc);
	repair(&l, a);
	tell_lost(&l);
	translate_all(&l, a);
	plan_init(p, a->word.n + 16);
	plan_tool(p, &tc->linker);
	if (!l.emulation && !l.query) {
		plan_add(p, "-m", "emulation");
		plan_add(p, triple_emulation(&tc->target), "emulation");
	}
	if (!l.sysroot && !l.query && !(tc->sysroot && !*tc->sysroot))
		plan_add(p,
			tc->sysroot ? mem_cat("--sysroot=", tc->sysroot, NULL)
				    : toolchain_option(tc, "--sysroot=", "sysroot"),
			"sysroot");
	if (l.versions && !l.query && tc->driver_kind == DRIVER_CLANG)
		plan_add(p, "--undefined-version", "undefined-version");
	add_callers(p, &l, a);
	if (!l.query && !l.no_search && !l.dangling)
		add_search(p, tc);
	if (!l.query && !l.dangling && !l.fixed)
		runpath_add(p, tc, &ld_options, "-rpath=");
	execroot_tell(a->execroot, a->word.v);
	return makes_static_glibc(&l);
}
