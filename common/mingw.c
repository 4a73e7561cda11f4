/* GNU ld's line for Windows, word for word, as lld-link's.
 *
 * lld-link in its MinGW mode (-lldmingw) does what GNU ld does for Windows
 * (automatic imports and exports, pseudo relocations, long section names); only
 * its options are Microsoft's.  peoption.c is the table; here is what needs
 * more than a word.  lld-link looks into every archive until nothing is missing,
 * so the order of libraries decides only which of two definitions is taken. */
#include <string.h>

#include "emulation.h"
#include "execroot.h"
#include "linkstate.h"
#include "mem.h"
#include "mingw.h"
#include "pelibrary.h"
#include "peoption.h"
#include "say.h"
#include "text.h"

struct line {
	struct plan *p;
	const struct toolchain *tc;
	struct execroot *execroot;
	struct strv dirs;     /* of libraries, as they are alive; the sysroot's last */
	size_t dirs_told;     /* how many of them are on lld-link's line */
	struct strv last;     /* inputs that come behind all others */
	struct strv last_was; /* what the caller wrote for each */
	struct linkstates state;
	const char *subsystem, *version[6]; /* of versions[] */
	bool dll, output, query, asked, input, no_search;
};

/* An option and its value, which may be the next word. */
struct found {
	const struct option *option;
	const struct pe_turn *turn;
	const char *value; /* or NULL */
	size_t words;      /* that it is written in */
};

/* --- reading ------------------------------------------------------------ */

static bool find(struct found *f, const char *const *word)
{
	f->option = peoption_find(*word, &f->value);
	if (!f->option)
		return false;
	f->turn = &pe_turns[f->option->kind];
	f->words = option_value(f->option, word, &f->value, 0);
	return true;
}

/* Directories count for every library, also for one that is named before. */
static void scan(struct line *l, const char *const *word)
{
	struct found f;
	while (*word) {
		if (option_is_input(*word)) {
			l->input = true;
			word++;
			continue;
		}
		if (!find(&f, word))
			die(EXIT_USAGE, "%s: is no option that a linker for Windows has; leave it out",
				*word);
		word += f.words;
		l->dll |= f.turn->how == PE_DLL;
		l->output |= f.turn->how == PE_OUTPUT;
		l->query |= f.turn->how == PE_QUERY;
		l->asked |= f.turn->how == PE_ASKED;
		l->no_search |= f.turn->how == PE_NO_SEARCH;
		l->input |= f.turn->how == PE_LIBRARY;
		if (f.turn->how == PE_LIBRARY_DIR)
			strv_push(&l->dirs, execroot_alive(l->execroot, f.value));
	}
}

/* --- single options ------------------------------------------------------ */

/* GNU's name for the start of the image has no underscore more on 32-bit x86, but
 * Microsoft's has: lld/MinGW/Driver.cpp. */
#define IMAGE_BASE "-alternatename:__image_base__="

static const struct machine {
	const char *emulation, *lld, *base;
} machines[] = {
	{ "i386pe", "-machine:x86", IMAGE_BASE "___ImageBase" },
	{ "i386pep", "-machine:x64", IMAGE_BASE "__ImageBase" },
	{ "arm64pe", "-machine:arm64", IMAGE_BASE "__ImageBase" },
};

static const struct machine *machine_of(const struct line *l)
{
	const char *own = triple_emulation(&l->tc->target);
	size_t i = 0;
	while (strcmp(machines[i].emulation, own) != 0)
		i++;
	return &machines[i];
}

/* C names of 32-bit x86 have an underscore in front; lld-link puts it there. */
static const char *entry(const struct line *l, const char *name)
{
	bool x86 = strcmp(triple_emulation(&l->tc->target), "i386pe") == 0;
	return *name ? mem_cat("-entry:", name + (x86 && *name == '_'), NULL) : "-noentry";
}

/* Parts of versions: the first letters of image, os and subsystem. */
static const char versions[6][3] = { "ji", "ni", "jo", "no", "js", "ns" };

static void take_version(struct line *l, const char *which, const char *value)
{
	for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
		if (strcmp(versions[i], which) == 0)
			l->version[i] = value;
}

static const char *version(const struct line *l, size_t i, const char *major, const char *minor)
{
	return mem_cat(l->version[i] ? l->version[i] : major, ".",
		l->version[i + 1] ? l->version[i + 1] : minor, NULL);
}

/* "windows:6.1" is ld's; a part of it may stand in an option of its own. */
static void take_subsystem(struct line *l, const char *value)
{
	size_t n = strcspn(value, ":");
	l->subsystem = mem_dup(value, n);
	if (!value[n])
		return;
	const char *dot = value + n + 1 + strcspn(value + n + 1, ".");
	l->version[4] = mem_dup(value + n + 1, (size_t)(dot - value) - n - 1);
	l->version[5] = *dot ? dot + 1 : "0";
}

static void add_versions(struct line *l)
{
	bool os = l->version[2] || l->version[3], sub = l->version[4] || l->version[5];
	if (l->version[0] || l->version[1])
		plan_add(l->p, mem_cat("-version:", version(l, 0, "0", "0"), NULL), "pe-version");
	if (os)
		plan_add(l->p, mem_cat("-osversion:", version(l, 2, "6", "0"), NULL), "pe-version");
	if (l->subsystem || sub)
		plan_add(l->p,
			mem_cat("-subsystem:", l->subsystem ? l->subsystem : "default", sub ? "," : "",
				sub ? version(l, 4, "6", "0") : "", NULL),
			"pe-version");
}

static void add_list(struct line *l, const char *to, const char *list, const char *was)
{
	for (;;) {
		size_t n = strcspn(list, ",");
		plan_change(l->p, mem_cat(to, mem_dup(list, n), NULL), "pe-option", was);
		if (!list[n])
			return;
		list += n + 1;
	}
}

/* --- inputs ------------------------------------------------------------- */

static bool is_builtins(const char *path)
{
	const char *name = text_base(path);
	return text_begins(name, "libclang_rt.builtins") || strcmp(name, "libgcc.a") == 0;
}

/* Behind the C runtime: compiler-rt has a memcpy and a sin of its own. */
static void add_input(struct line *l, const char *path, const char *rule, const char *was)
{
	if (text_ends(path, ".def") || text_ends(path, ".DEF"))
		plan_change(l->p, mem_cat("-def:", path, NULL), "pe-input", was);
	else if (l->state.now.whole)
		plan_change(l->p, mem_cat("-wholearchive:", path, NULL), "pe-input", was);
	else if (is_builtins(path)) {
		strv_push(&l->last, path);
		strv_push(&l->last_was, was);
	} else
		plan_change(l->p, path, rule, was);
}

static void add_file(struct line *l, const char *word)
{
	const char *path = execroot_alive(l->execroot, word);
	add_input(l, path, path == word ? "" : "stale-path", word);
}

static void add_library(struct line *l, const char *name, const char *was)
{
	const char *path = pelibrary_find(&l->dirs, name, l->state.now.archives);
	if (!path)
		die(EXIT_FAILED, "-l%s: no such library in the directories of -L and in the sysroot", name);
	add_input(l, path, "pe-library", was);
}

/* --- the line ----------------------------------------------------------- */

/* Options that only change how others are read. */
static void set_mode(struct line *l, const struct found *f)
{
	switch (f->turn->how) {
	case PE_ARCHIVES:
	case PE_ANY:
		l->state.now.archives = f->turn->how == PE_ARCHIVES;
		break;
	case PE_WHOLE:
	case PE_NEEDED:
		l->state.now.whole = f->turn->how == PE_WHOLE;
		break;
	case PE_PUSH:
		linkstate_push(&l->state);
		break;
	case PE_POP:
		linkstate_pop(&l->state);
		break;
	case PE_SUBSYSTEM:
		take_subsystem(l, f->value);
		break;
	case PE_VERSION:
		take_version(l, f->turn->to, f->value);
		break;
	default:
		break;
	}
}

static void add_option(struct line *l, const struct found *f, const char *was)
{
	const char *to = f->turn->to;
	switch (f->turn->how) {
	case PE_WORDS:
		plan_change(l->p, to, "pe-option", was);
		break;
	case PE_VALUE:
		plan_change(l->p, mem_cat(to, f->value, NULL), "pe-option", was);
		break;
	case PE_LOSSY:
		toolchain_loss(l->tc, was, to);
		break;
	case PE_IMPOSSIBLE:
		die(EXIT_FAILED, "%s: %s", was, to);
	case PE_EMULATION:
		emulation_check(l->tc, f->value);
		break;
	case PE_OUTPUT:
		plan_change(l->p, mem_cat("-out:", f->value, NULL), "pe-option", was);
		break;
	case PE_ENTRY:
		plan_change(l->p, entry(l, f->value), "pe-option", was);
		break;
	case PE_EXCLUDE:
		add_list(l, "-exclude-symbols:", f->value, was);
		break;
	case PE_DLL:
		plan_change(l->p, "-dll", "pe-option", was);
		break;
	case PE_LIBRARY:
		add_library(l, f->value, was);
		break;
	case PE_LIBRARY_DIR:
		plan_change(l->p, mem_cat("-libpath:", l->dirs.v[l->dirs_told++], NULL), "pe-option", was);
		break;
	default:
		set_mode(l, f);
		break;
	}
}

static void add_callers(struct line *l, const char *const *word)
{
	struct found f;
	while (*word) {
		if (option_is_input(*word)) {
			add_file(l, *word++);
			continue;
		}
		find(&f, word);
		add_option(l, &f, args_joined(word, f.words));
		word += f.words;
	}
	for (size_t i = 0; i < l->last.n; i++)
		plan_change(l->p, l->last.v[i], "pe-runtime-last", l->last_was.v[i]);
}

/* What GNU ld does unasked and lld-link does not; the caller's words follow and win. */
static void add_defaults(struct line *l)
{
	const struct machine *m = machine_of(l);
	const char *const words[] = { "-lldmingw", "--rsp-quoting=posix", "-lldignoreenv", m->base, "-Brepro",
		"-build-id:no", "-debug:dwarf", "-opt:noref,noicf", NULL };
	for (const char *const *w = words; *w; w++)
		plan_add(l->p, *w, "pe-default");
	plan_add(l->p, m->lld, "pe-machine");
	if (!l->output)
		plan_add(l->p, l->dll ? "-out:a.dll" : "-out:a.exe", "pe-default");
}

/* lld's ELF driver answers as build systems know it. */
static void plan_query(struct plan *p, const struct toolchain *tc)
{
	plan_tool(p, &(struct tool){ tc->linker.path, "ld.lld" });
	plan_add(p, "--version", "pe-query");
}

void mingw_plan(struct plan *p, const struct toolchain *tc, const struct args *a)
{
	struct line l = { .p = p, .tc = tc, .execroot = a->execroot };
	const char *lib = toolchain_sysroot(tc, "", "usr/lib");
	plan_init(p, a->word.n + 32);
	scan(&l, a->word.v);
	if (l.query || (l.asked && !l.input)) {
		plan_query(p, tc);
		return;
	}
	if (!l.no_search)
		strv_push(&l.dirs, lib);
	plan_tool(p, &tc->linker);
	add_defaults(&l);
	p->head = p->word.n; /* how response files are read must be said before them */
	add_callers(&l, a->word.v);
	add_versions(&l);
	if (!l.no_search)
		plan_add(p, mem_cat("-libpath:", lib, NULL), "ld-search");
	p->long_line = a->expanded;
	execroot_tell(a->execroot, a->word.v);
}
