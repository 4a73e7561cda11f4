/* ld's line for ELF, word for word, as that of zig's driver.
 *
 * The driver that was called is clang, so that all that is not about linking never
 * reaches zig's: what it changes in levels, processors, NDEBUG, sanitizers, phases
 * and response files does not count.  zigccoption.c is the table; here is what needs
 * more than a word. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "emulation.h"
#include "execroot.h"
#include "linkstate.h"
#include "mem.h"
#include "say.h"
#include "text.h"
#include "zigcc.h"
#include "zigcckeyword.h"
#include "zigcclibrary.h"
#include "zigccscan.h"

struct line {
	struct plan *p;
	struct zigwork *w;
	const struct zigccscan *s;
	struct linkstates state;
};

/* --- inputs ------------------------------------------------------------- */

static void add_input(struct line *l, const char *path, const char *rule, const char *was)
{
	strv_push(&l->w->input, path);
	const char *name = zigwork_input(l->w, path);
	if (name != path)
		plan_change(l->p, name, "zigcc-input", was);
	else
		plan_change(l->p, path, rule, was);
}

static void add_file(struct line *l, const char *word)
{
	const char *path = execroot_alive(l->s->execroot, word);
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
	return mem_cat("SEARCH_DIR(\"", dir,
		l->state.now.needed ? "\")\nINPUT(AS_NEEDED(\"-l" : "\")\nINPUT(\"-l", name,
		l->state.now.needed ? "\"))\n" : "\")\n", NULL);
}

/* A library of the user's own wins over zig's of that name. */
static void add_library(struct line *l, const char *name, const char *was)
{
	const char *path = zigcclibrary_find(&l->s->dirs, name, l->state.now.archives), *word;
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

static void pop(struct line *l, const char *was)
{
	const struct linkstate old = l->state.now, *now = &l->state.now;
	linkstate_pop(&l->state);
	if (now->whole != old.whole)
		plan_change(l->p, now->whole ? "-Wl,--whole-archive" : "-Wl,--no-whole-archive",
			"zigcc-state", was);
	if (now->needed != old.needed)
		plan_change(l->p, now->needed ? "-Wl,--as-needed" : "-Wl,--no-as-needed", "zigcc-state", was);
}

/* Options that change how others are read; whether they do no more. */
static bool set_mode(struct line *l, const struct zigccscan_option *f, const char *was)
{
	switch (f->how) {
	case ZIGCC_ARCHIVES:
	case ZIGCC_STATIC:
	case ZIGCC_ANY:
		l->state.now.archives = f->how != ZIGCC_ANY;
		return f->how != ZIGCC_STATIC || !l->s->fixed;
	case ZIGCC_WHOLE:
	case ZIGCC_PART:
		l->state.now.whole = f->how == ZIGCC_WHOLE;
		return false;
	case ZIGCC_NEEDED:
	case ZIGCC_ALL:
		l->state.now.needed = f->how == ZIGCC_NEEDED;
		return false;
	case ZIGCC_PUSH:
		linkstate_push(&l->state);
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
static void add_turn(struct line *l, const struct zigccscan_option *f, const char *was)
{
	const char *to = f->turn->to;
	bool lost = f->turn->loss && (f->how == f->turn->older || !f->turn->since);
	if (f->how == ZIGCC_IMPOSSIBLE)
		die(EXIT_FAILED, "%s: %s", was, f->turn->loss);
	if (lost)
		toolchain_loss(l->s->tc, was, f->turn->loss);
	if (f->how == ZIGCC_NOTHING)
		plan_leave_out(l->p, was, lost ? "zigcc-lossy" : "zigcc-ignored");
	else if (f->how == ZIGCC_STRIP)
		strip(l, to, was);
	else if (f->how == ZIGCC_VALUE)
		add_value(l, to, f->value, was);
	else if (f->how == ZIGCC_FILE)
		add_value(l, to, execroot_alive(l->s->execroot, f->value), was);
	else
		plan_change(l->p, to, "zigcc-option", was);
}

static void add_option(struct line *l, const struct zigccscan_option *f, const char *was)
{
	switch (f->how) {
	case ZIGCC_SCRIPT:
		add_script(l, f->value, was);
		break;
	case ZIGCC_KEYWORD:
		add_keyword(l, f->value, was);
		break;
	case ZIGCC_EMULATION:
		emulation_check(l->s->tc, f->value);
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
	struct zigccscan_option f = { .turn = zigcckeyword_find(keyword), .value = keyword };
	f.how = zigccscan_how(l->s, f.turn);
	add_turn(l, &f, was);
}

/* --- the line ----------------------------------------------------------- */

static void add_callers(struct line *l, const char *const *word)
{
	struct zigccscan_option f;
	while (*word) {
		if (option_is_input(*word))
			add_file(l, *word++);
		else {
			if (zigccscan_option(l->s, &f, word))
				add_option(l, &f, args_joined(word, f.words));
			else
				plan_change(l->p, mem_cat("-Wl,", *word, NULL), "zigcc-option", *word);
			word += f.words;
		}
	}
}

static const char *with_floor(const struct line *l)
{
	return triple_write(&l->s->tc->target, TRIPLE_ZIG, mem_alloc(64), 64);
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
	if (!l->s->shared)
		plan_add(p, "-Wl,--no-allow-shlib-undefined", "zigcc-default");
	if (l->s->tc->target.libc == LIBC_MUSL && l->s->loader && !l->s->shared)
		plan_add(p, "-dynamic", "zigcc-default");
}

/* zig cc links a start file and a C library into every program. */
static bool is_hosted(const struct zigccscan *s)
{
	if (s->query || s->relocatable || !(s->start || s->crt || s->libc) || (s->asked && !s->input))
		return false;
	if (s->fixed && !s->shared && s->tc->target.libc == LIBC_GLIBC)
		die(EXIT_FAILED,
			"-static: zig has no static glibc; leave it out, or make a toolchain for musl");
	if (!s->start && !s->shared)
		die(EXIT_FAILED, "-nostartfiles: zig cc links its own start files; leave out --backend "
				 "zig-cc, or the C library, too (-nostdlib)");
	if (!s->libc)
		toolchain_loss(s->tc, "-nodefaultlibs", "zig cc links its C library");
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
	struct zigccscan s;
	zigccscan_read(&s, tc, a);
	struct line l = { .p = p, .w = w, .s = &s };
	if (!is_hosted(&s))
		return false;
	if (s.asked)
		answer(tc);
	zigwork_init(w, s.output);
	w->text_suffix = ".o";
	plan_init(p, a->word.n + 32);
	plan_tool(p, &(struct tool){ tc->linker.path, "cc" });
	add_defaults(&l);
	p->head = p->word.n;
	add_callers(&l, a->word.v);
	execroot_tell(a->execroot, a->word.v);
	return true;
}
