/* ld's line for ELF, word for word, as that of zig's driver.
 *
 * The driver that was called is clang, so that all that is not about linking never
 * reaches zig's: what it changes in levels, processors, NDEBUG, sanitizers, phases
 * and response files does not count.  zigccoption.c is the table; here is what needs
 * more than a word. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "execroot.h"
#include "mem.h"
#include "say.h"
#include "text.h"
#include "zigcc.h"
#include "zigcclibrary.h"
#include "zigccoption.h"

enum { PUSH_MAX = 32 };

/* How the words that follow are read. */
struct mode {
	bool archives, whole, needed;
};

struct line {
	struct plan *p;
	struct zigwork *w;
	const struct toolchain *tc;
	struct execroot *execroot;
	struct strv dirs; /* of libraries, as they are alive */
	struct mode mode, pushed[PUSH_MAX];
	size_t depth;
	const char *output;
	bool shared, relocatable, fixed, loader, query, asked; /* what the line says */
	bool input, start, crt, libc;                          /* what it names */
};

/* An option and its value, which may be the next word. */
struct found {
	const struct zigcc_turn *turn;
	unsigned char how;
	const char *value; /* or NULL */
	size_t words;      /* that it is written in */
};

/* --- reading ------------------------------------------------------------ */

static unsigned char how(const struct line *l, const struct zigcc_turn *turn)
{
	return zigwork_minor(l->tc) < turn->since ? turn->older : turn->how;
}

/* False for a word that no table has: zig may know it, or says that it does not. */
static bool find(const struct line *l, struct found *f, const char *const *word)
{
	const struct option *o = zigccoption_find(*word, &f->value);
	f->words = 1;
	if (!o)
		return false;
	f->turn = &zigcc_turns[o->kind];
	if (option_takes_next(o, f->value)) {
		if (!word[1])
			die(EXIT_USAGE, "%s: its value is missing", *word);
		f->value = word[1];
		f->words = 2;
	}
	f->how = how(l, f->turn);
	return true;
}

static void scan_input(struct line *l, const char *path)
{
	l->input = true;
	l->start |= zigcclibrary_start(path);
	l->crt |= strcmp(text_base(path), "crti.o") == 0;
	l->libc |= strcmp(text_base(path), "libc.a") == 0;
}

static void scan_option(struct line *l, const struct found *f)
{
	switch (f->how) {
	case ZIGCC_OUTPUT:
		l->output = f->value;
		break;
	case ZIGCC_SHARED:
		l->shared = true;
		break;
	case ZIGCC_RELOCATABLE:
		l->relocatable = true;
		break;
	case ZIGCC_STATIC: /* after a loader it is -Bstatic: a driver's -Wl,-static */
		l->fixed |= !l->loader;
		break;
	case ZIGCC_LOADER:
		l->loader |= !l->fixed;
		break;
	case ZIGCC_QUERY:
		l->query = true;
		break;
	case ZIGCC_ASKED:
		l->asked = true;
		break;
	case ZIGCC_LIBRARY:
		l->input = true;
		l->libc |= strcmp(f->value, "c") == 0;
		break;
	case ZIGCC_LIBRARY_DIR:
		strv_push(&l->dirs, execroot_alive(l->execroot, f->value));
		break;
	default:
		break;
	}
}

/* Directories count for every library, also for one that is named before. */
static void scan(struct line *l, const char *const *word)
{
	struct found f;
	while (*word) {
		if (option_is_input(*word))
			scan_input(l, *word++);
		else {
			if (find(l, &f, word))
				scan_option(l, &f);
			word += f.words;
		}
	}
}

/* --- inputs ------------------------------------------------------------- */

static void add_input(struct line *l, const char *path, const char *rule, const char *was)
{
	strv_push(&l->w->input, path);
	const char *name = zigwork_input(l->w, path);
	if (name != path)
		plan_change(l->p, name, "zigcc-input", was);
	else if (*rule)
		plan_change(l->p, path, rule, was);
	else
		plan_keep(l->p, path);
}

static void add_file(struct line *l, const char *word)
{
	const char *path = execroot_alive(l->execroot, word);
	if (zigcclibrary_runtime(word))
		plan_leave_out(l->p, word, "zigcc-runtime");
	else
		add_input(l, path, path == word ? "" : "stale-path", word);
}

/* A script that has lld look for the library itself: what has no soname is then needed
 * by its name, not by its path, and a script is read as such. */
static const char *search(const struct line *l, const char *path, const char *name)
{
	const char *dir = mem_dup(path, (size_t)(text_base(path) - path));
	return mem_cat("SEARCH_DIR(\"", dir, l->mode.needed ? "\")\nINPUT(AS_NEEDED(\"-l" : "\")\nINPUT(\"-l",
		name, l->mode.needed ? "\"))\n" : "\")\n", NULL);
}

/* A library of the user's own wins over zig's of that name. */
static void add_library(struct line *l, const char *name, const char *was)
{
	const char *path = zigcclibrary_find(&l->dirs, name, l->mode.archives), *word;
	if (path && *name != ':' && !text_ends(path, ".a")) {
		strv_push(&l->w->input, path);
		plan_change(l->p, zigwork_script(l->w, search(l, path, name)), "zigcc-library", was);
	} else if (path)
		add_input(l, path, "zigcc-library", was);
	else if (!zigcclibrary_own(name, &word))
		die(EXIT_FAILED, "-l%s: no such library in the directories of -L, nor has zig one", name);
	else if (word)
		plan_change(l->p, word, "zigcc-runtime", was);
	else
		plan_leave_out(l->p, was, "zigcc-runtime");
}

/* --- single options ------------------------------------------------------ */

static void check_emulation(const struct line *l, const char *emulation)
{
	const char *own = triple_emulation(&l->tc->target);
	if (strcmp(emulation, own) != 0)
		die(EXIT_FAILED,
			"-m %s: this toolchain is for %s (-m %s); seal one for that target with 'sealcc new'",
			emulation, l->tc->target_name, own);
}

static void push(struct line *l)
{
	if (l->depth == PUSH_MAX)
		die(EXIT_FAILED, "--push-state: more than %u deep; write --pop-state behind each",
			(size_t)PUSH_MAX);
	l->pushed[l->depth++] = l->mode;
}

static void pop(struct line *l, const char *was)
{
	struct mode old = l->mode;
	if (l->depth)
		l->mode = l->pushed[--l->depth];
	if (l->mode.whole != old.whole)
		plan_change(l->p, l->mode.whole ? "-Wl,--whole-archive" : "-Wl,--no-whole-archive",
			"zigcc-state", was);
	if (l->mode.needed != old.needed)
		plan_change(
			l->p, l->mode.needed ? "-Wl,--as-needed" : "-Wl,--no-as-needed", "zigcc-state", was);
}

/* Options that change how others are read; whether they do no more. */
static bool set_mode(struct line *l, const struct found *f, const char *was)
{
	switch (f->how) {
	case ZIGCC_ARCHIVES:
	case ZIGCC_STATIC:
	case ZIGCC_ANY:
		l->mode.archives = f->how != ZIGCC_ANY;
		return f->how != ZIGCC_STATIC || !l->fixed;
	case ZIGCC_WHOLE:
	case ZIGCC_PART:
		l->mode.whole = f->how == ZIGCC_WHOLE;
		return false;
	case ZIGCC_NEEDED:
	case ZIGCC_ALL:
		l->mode.needed = f->how == ZIGCC_NEEDED;
		return false;
	case ZIGCC_PUSH:
		push(l);
		return true;
	case ZIGCC_POP:
		pop(l, was);
		return true;
	default:
		return false;
	}
}

/* A symbol and what it is. */
static void add_script(struct line *l, const char *text, const char *was)
{
	size_t n = strcspn(text, "=");
	if (!text[n])
		die(EXIT_USAGE, "%s: has no '='", was);
	plan_change(l->p, zigwork_script(l->w, mem_cat(mem_dup(text, n), " = ", text + n + 1, ";\n", NULL)),
		"zigcc-script", was);
}

/* zig splits the words behind -Wl at commas. */
static void add_value(struct line *l, const char *to, const char *value, const char *was)
{
	if (!strchr(value, ',')) {
		plan_change(l->p, mem_cat(to, value, NULL), "zigcc-option", was);
		return;
	}
	const char *option = to + strlen("-Wl,");
	size_t n = strcspn(option, ",");
	plan_change(l->p, "-Xlinker", "zigcc-option", was);
	plan_change(l->p, option[n] ? mem_dup(option, n) : mem_cat(option, value, NULL), "zigcc-option", was);
	if (!option[n])
		return;
	plan_change(l->p, "-Xlinker", "zigcc-option", was);
	plan_change(l->p, value, "zigcc-option", was);
}

static void add_keyword(struct line *l, const char *keyword, const char *was);

/* After the link, by the toolchain's own. */
static void strip(struct line *l, const char *option, const char *was)
{
	strv_push(&l->w->strip, option);
	plan_leave_out(l->p, was, "zigcc-strip");
}

/* What the table has a word for, or nothing. */
static void add_turn(struct line *l, const struct found *f, const char *was)
{
	const char *to = f->turn->to;
	bool lost = f->turn->loss && (f->how == f->turn->older || !f->turn->since);
	if (f->how == ZIGCC_IMPOSSIBLE)
		die(EXIT_FAILED, "%s: %s", was, f->turn->loss);
	if (lost)
		toolchain_loss(l->tc, was, f->turn->loss);
	if (f->how == ZIGCC_NOTHING)
		plan_leave_out(l->p, was, lost ? "zigcc-lossy" : "zigcc-ignored");
	else if (f->how == ZIGCC_STRIP)
		strip(l, to, was);
	else if (f->how == ZIGCC_VALUE)
		add_value(l, to, f->value, was);
	else if (f->how == ZIGCC_FILE)
		add_value(l, to, execroot_alive(l->execroot, f->value), was);
	else
		plan_change(l->p, to, "zigcc-option", was);
}

static void add_option(struct line *l, const struct found *f, const char *was)
{
	switch (f->how) {
	case ZIGCC_SCRIPT:
		add_script(l, f->value, was);
		break;
	case ZIGCC_KEYWORD:
		add_keyword(l, f->value, was);
		break;
	case ZIGCC_EMULATION:
		check_emulation(l, f->value);
		break;
	case ZIGCC_DEPENDENCIES:
		l->w->dependencies = f->value;
		plan_leave_out(l->p, was, "zigcc-dependencies");
		break;
	case ZIGCC_MAP:
		l->w->map = f->value;
		plan_change(l->p, f->turn->to, "zigcc-option", was);
		break;
	case ZIGCC_LOADER:
		if (zigcclibrary_loader(f->value))
			plan_leave_out(l->p, was, "zigcc-runtime");
		else
			add_value(l, f->turn->to, f->value, was);
		break;
	case ZIGCC_LIBRARY:
		add_library(l, f->value, was);
		break;
	case ZIGCC_OUTPUT:
	case ZIGCC_LIBRARY_DIR:
	case ZIGCC_QUERY:
	case ZIGCC_ASKED:
		break;
	default:
		if (!set_mode(l, f, was))
			add_turn(l, f, was);
		break;
	}
}

static void add_keyword(struct line *l, const char *keyword, const char *was)
{
	struct found f = { .turn = zigccoption_keyword(keyword), .value = keyword };
	f.how = how(l, f.turn);
	add_turn(l, &f, was);
}

/* --- the line ----------------------------------------------------------- */

static void add_callers(struct line *l, const char *const *word)
{
	struct found f;
	while (*word) {
		if (option_is_input(*word))
			add_file(l, *word++);
		else {
			if (find(l, &f, word))
				add_option(l, &f, args_joined(word, f.words));
			else
				plan_change(l->p, mem_cat("-Wl,", *word, NULL), "zigcc-option", *word);
			word += f.words;
		}
	}
}

static const char *with_floor(const struct line *l)
{
	return triple_write(&l->tc->target, TRIPLE_ZIG, mem_alloc(64), 64);
}

/* The caller's words follow and win. */
static void add_defaults(struct line *l)
{
	static const char *const words[] = { "-Wl,--no-gc-sections", "-Wl,--no-as-needed", "-Wl,-z,lazy",
		"-fno-lto", "-fno-sanitize=all", NULL };
	struct plan *p = l->p;
	plan_add(p, "-target", "zigcc-target");
	plan_add(p, with_floor(l), "zigcc-target");
	plan_add(p, "-o", "zigcc-output");
	plan_add(p, l->w->made, "zigcc-output");
	for (const char *const *word = words; *word; word++)
		plan_add(p, *word, "zigcc-default");
	if (!l->shared)
		plan_add(p, "-Wl,--no-allow-shlib-undefined", "zigcc-default");
	if (l->tc->target.libc == LIBC_MUSL && l->loader && !l->shared)
		plan_add(p, "-dynamic", "zigcc-default");
}

/* zig cc links a start file and a C library into every program. */
static bool is_hosted(const struct line *l)
{
	if (l->query || l->relocatable || !(l->start || l->crt || l->libc) || (l->asked && !l->input))
		return false;
	if (!l->start && !l->shared)
		die(EXIT_FAILED, "-nostartfiles: zig cc links its own start files; leave out --backend "
				 "zig-cc, or the C library, too (-nostdlib)");
	if (!l->libc)
		toolchain_loss(l->tc, "-nodefaultlibs", "zig cc links its C library");
	return true;
}

/* As lld tells its version, which build systems look for. */
static void answer(const struct toolchain *tc)
{
	const char *text = mem_cat("LLD (as ", tc->backend, " has it, compatible with GNU linkers)\n", NULL);
	ssize_t n = write(STDOUT_FILENO, text, strlen(text));
	(void)n;
}

bool zigcc_plan(struct plan *p, struct zigwork *w, const struct toolchain *tc, const struct args *a)
{
	struct line l = { .p = p, .w = w, .tc = tc, .execroot = a->execroot, .output = "a.out" };
	plan_init(p, a->word.n + 32);
	scan(&l, a->word.v);
	if (!is_hosted(&l))
		return false;
	zigwork_init(w, l.output);
	w->text_suffix = ".o";
	if (l.asked)
		answer(tc);
	plan_tool(p, &(struct tool){ tc->linker.path, "cc" });
	add_defaults(&l);
	p->head = p->word.n;
	add_callers(&l, a->word.v);
	execroot_tell(a->execroot, a->word.v);
	return true;
}

/* --- caches -------------------------------------------------------------- */

extern char **environ;

static const char *libraries_cache(const struct toolchain *tc)
{
	const char *own = toolchain_path(tc, "cache"), *tmp = getenv("TMPDIR");
	if (access(own, W_OK) == 0)
		return own;
	return mem_cat(tmp && *tmp ? tmp : "/tmp", "/sealcc-zig-", tc->fingerprint, NULL);
}

void zigcc_caches(const struct zigwork *w, const struct toolchain *tc)
{
	struct strv env;
	strv_init(&env, 64);
	strv_push(&env, mem_cat("ZIG_LOCAL_CACHE_DIR=", w->dir, "/cache", NULL));
	if (!getenv("ZIG_GLOBAL_CACHE_DIR"))
		strv_push(&env, mem_cat("ZIG_GLOBAL_CACHE_DIR=", libraries_cache(tc), NULL));
	for (char **e = environ; *e; e++)
		if (!text_begins(*e, "ZIG_LOCAL_CACHE_DIR="))
			strv_push(&env, *e);
	environ = (char **)env.v;
}
