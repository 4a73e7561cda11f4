/* clang's line for ld64, word for word, as zig's.
 *
 * zig links Mach-O by a linker of its own, and only as "zig build-exe" and "zig
 * build-lib".  machooption.c is the table, machoscan.c the first look at the line; here
 * is what needs more than a word.
 * Libraries and frameworks are looked for here: the message can say what is
 * missing, and a library that is named twice is loaded once (dyld of macOS 26
 * refuses the second, and ld64 leaves it out).  zig's own libraries are switched
 * off; the toolchain has them, and a link needs nothing of zig but the program. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "execroot.h"
#include "mapfile.h"
#include "machofind.h"
#include "macholink.h"
#include "machoscan.h"
#include "mem.h"
#include "say.h"
#include "text.h"

struct line {
	struct plan *p;
	struct zigwork *w;
	const struct machoscan *s;
	size_t frameworks_told; /* how many of the directories are on zig's line */
	struct strv rpaths;
	struct strv inputs; /* libraries and frameworks that are on the line already */
	bool lookup;        /* what is undefined is left to dyld */
};

/* --- inputs ------------------------------------------------------------- */

static bool is_system_file(const char *path)
{
	return text_begins(text_base(path), "libSystem.");
}

static void add_input(struct line *l, const char *path, const char *rule, const char *was)
{
	if (is_system_file(path)) {
		plan_leave_out(l->p, was, "macho-system");
		return;
	}
	const char *name = zigwork_input(l->w, path);
	if (name != path)
		plan_change(
			l->p, name, machoexport_any(&l->s->exports) ? "macho-exports" : "macho-input", was);
	else
		plan_change(l->p, path, rule, was);
}

static void add_file(struct line *l, const char *word)
{
	const char *path = execroot_alive(l->s->execroot, word);
	add_input(l, path, path == word ? "" : "stale-path", word);
}

/* Whether this is the first time that the line names it; told when not. */
static bool first(struct line *l, const char *input, const char *was)
{
	if (strv_has(&l->inputs, input)) {
		plan_leave_out(l->p, was, "macho-repeat");
		return false;
	}
	strv_push(&l->inputs, input);
	return true;
}

static void add_library(struct line *l, const struct machoscan_option *f, const char *was)
{
	if (machofind_system(f->value)) {
		plan_leave_out(l->p, was, "macho-system");
		return;
	}
	const char *path = machofind_library(&l->s->dirs, f->value);
	if (!path)
		die(EXIT_FAILED,
			"-l%s: no such library in the directories of -L and in the sysroot; what is of macOS "
			"itself needs an SDK, by -isysroot or SDKROOT",
			f->value);
	if (!first(l, path, was))
		return;
	if (!f->turn->to) {
		add_input(l, path, "macho-library", was);
		return;
	}
	plan_change(l->p, mem_cat("-L", mem_dup(path, (size_t)(strrchr(path, '/') - path)), NULL),
		"macho-library", was);
	plan_change(l->p, mem_cat(f->turn->to, f->value, NULL), "macho-library", was);
}

/* "-framework NAME,SUFFIX" names another variant of it. */
static void add_framework(struct line *l, const struct machoscan_option *f, const char *was)
{
	const char *name = mem_dup(f->value, strcspn(f->value, ","));
	if (!machofind_framework(&l->s->frameworks, name))
		die(EXIT_FAILED,
			"-framework %s: is not here; frameworks are in Apple's SDK: name one by -isysroot or "
			"SDKROOT",
			name);
	if (!first(l, mem_cat(name, ".framework", NULL), was))
		return;
	plan_change(l->p, f->turn->to, "macho-option", was);
	plan_change(l->p, name, "macho-option", was);
}

/* A file that lists inputs, one a line; the directory they are in may follow a comma. */
static void add_files(struct line *l, const char *value, const char *was)
{
	size_t n = strcspn(value, ",");
	const char *file = mem_dup(value, n), *dir = value[n] ? mem_cat(value + n + 1, "/", NULL) : "";
	struct mapfile m;
	const char *why;
	if (!mapfile_open(&m, file, &why))
		die(EXIT_FAILED, "-filelist %s: %s", file, why);
	char *text = mem_dup((const char *)m.p, m.n);
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		add_input(l, mem_cat(dir, line, NULL), "macho-input", was);
}

/* --- single options ------------------------------------------------------ */

static void add_pair(struct line *l, const char *word, const char *value, const char *was)
{
	plan_change(l->p, word, "macho-option", was);
	plan_change(l->p, value, "macho-option", was);
}

static void take_undefined(struct line *l, const char *value, const char *was)
{
	if (strcmp(value, "error") == 0 || l->lookup)
		return;
	l->lookup = true;
	plan_change(l->p, "-fallow-shlib-undefined", "macho-option", was);
}

/* dyld refuses a directory that is named twice. */
static void add_rpath(struct line *l, const char *value, const char *was)
{
	if (strv_has(&l->rpaths, value)) {
		plan_leave_out(l->p, was, "macho-repeat");
		return;
	}
	strv_push(&l->rpaths, value);
	add_pair(l, "-rpath", value, was);
}

static void add_option(struct line *l, const struct machoscan_option *f, const char *was)
{
	const char *to = f->turn->to;
	switch (f->turn->how) {
	case MACHO_WORD:
		plan_change(l->p, to, "macho-option", was);
		break;
	case MACHO_PAIR:
		add_pair(l, to, f->value, was);
		break;
	case MACHO_LOSSY:
		toolchain_loss(l->s->tc, was, to);
		break;
	case MACHO_IMPOSSIBLE:
		die(EXIT_FAILED, "%s: %s", was, to);
	case MACHO_BUNDLE:
		toolchain_loss(l->s->tc, was, "zig's linker makes a dylib of it, which dlopen takes as well");
		break;
	case MACHO_RPATH:
		add_rpath(l, f->value, was);
		break;
	case MACHO_ENTRY:
		plan_change(l->p, mem_cat("-fentry=", f->value, NULL), "macho-option", was);
		break;
	case MACHO_UNDEFINED:
		take_undefined(l, f->value, was);
		break;
	case MACHO_LIBRARY:
		add_library(l, f, was);
		break;
	case MACHO_FRAMEWORK:
		add_framework(l, f, was);
		break;
	case MACHO_FRAMEWORK_DIR:
		plan_change(l->p, mem_cat("-F", l->s->frameworks.v[l->frameworks_told++], NULL),
			"macho-option", was);
		break;
	case MACHO_FILES:
		add_files(l, f->value, was);
		break;
	case MACHO_FILE:
		add_file(l, f->value);
		break;
	default:
		break;
	}
}

static void add_callers(struct line *l, const char *const *word)
{
	struct machoscan_option f;
	while (*word) {
		if (option_is_input(*word)) {
			add_file(l, *word++);
			continue;
		}
		machoscan_option(&f, word);
		add_option(l, &f, args_joined(word, f.words));
		word += f.words;
	}
}

/* --- the line ----------------------------------------------------------- */

/* The caller's oldest macOS, or the toolchain's. */
static const char *zig_target(const struct line *l)
{
	const struct triple *t = &l->s->tc->target;
	if (l->s->oldest)
		return mem_cat(triple_arch_zig(t), "-macos.", l->s->oldest, NULL);
	return triple_write(t, TRIPLE_ZIG, mem_alloc(64), 64);
}

/* Three numbers, as zig wants versions; ld64 takes one to three. */
static const char *three(const char *version)
{
	size_t dots = 0, n = strcspn(version, ".");
	const char *end = version + n;
	for (; *end == '.' && dots < 2; dots++)
		end += 1 + strcspn(end + 1, ".");
	return mem_cat(
		mem_dup(version, (size_t)(end - version)), dots < 1 ? ".0" : "", dots < 2 ? ".0" : "", NULL);
}

/* zig takes the first number of the version for the compatible one. */
static void add_version(struct line *l)
{
	const char *current = three(l->s->current ? l->s->current : "0"), *compatible;
	compatible = three(mem_dup(current, strcspn(current, ".")));
	if (l->s->compatible && strcmp(three(l->s->compatible), compatible) != 0)
		toolchain_loss(l->s->tc, mem_cat("-compatibility_version ", l->s->compatible, NULL),
			mem_cat("zig's linker writes ", compatible, NULL));
	plan_add(l->p, "--version", "macho-version");
	plan_add(l->p, current, "macho-version");
}

static void add_dylib(struct line *l)
{
	plan_add(l->p, "-dynamic", "macho-output");
	plan_add(l->p, "-install_name", "macho-name");
	plan_add(l->p, l->s->install ? l->s->install : l->s->output, "macho-name");
	add_version(l);
}

static void add_defaults(struct line *l)
{
	static const char *const caches[] = { "--cache-dir", "--global-cache-dir" };
	struct plan *p = l->p;
	plan_add(p, "-target", "macho-target");
	plan_add(p, zig_target(l), "macho-target");
	plan_add(p, mem_cat("-femit-bin=", l->w->made, NULL), "macho-output");
	plan_add(p, "--zig-lib-dir", "macho-sealed");
	plan_add(p, toolchain_path(l->s->tc, "zig-lib"), "macho-sealed");
	for (size_t i = 0; i < sizeof caches / sizeof *caches; i++) {
		plan_add(p, caches[i], "macho-sealed");
		plan_add(p, mem_cat(l->w->dir, "/cache", NULL), "macho-sealed");
	}
	plan_add(p, "-fno-compiler-rt", "macho-default");
	if (zigwork_minor(l->s->tc) >= 14)
		plan_add(p, "-fno-ubsan-rt", "macho-default");
	plan_add(p, "-lc", "macho-default");
	if (l->s->dylib)
		add_dylib(l);
	if (l->s->sdk_frameworks)
		plan_add(p, mem_cat("-F", l->s->sdk_frameworks, NULL), "macho-sdk");
}

/* As ld64 tells its version, which meson and CMake look for. */
static void answer(const struct machoscan *s)
{
	const char *text =
		mem_cat("@(#)PROGRAM:ld PROJECT:ld64-650 (as ", s->tc->backend, " has it)\n", NULL);
	ssize_t n = write(STDERR_FILENO, text, strlen(text));
	(void)n;
	if (!s->input)
		exit(0);
}

static void hide(const void *exports, unsigned char *p, size_t n)
{
	machoexport_hide(exports, p, n);
}

void macholink_plan(struct plan *p, struct zigwork *w, const struct toolchain *tc, const struct args *a)
{
	struct machoscan s;
	machoscan_read(&s, tc, a);
	struct line l = { .p = p, .w = w, .s = &s };
	plan_init(p, a->word.n + 32);
	if (s.asked)
		answer(&s);
	zigwork_init(w, s.output);
	if (machoexport_any(&s.exports)) {
		w->change = hide;
		w->by = mem_dup((const char *)&s.exports, sizeof s.exports);
	}
	plan_tool(p, &(struct tool){ tc->linker.path, s.dylib ? "build-lib" : "build-exe" });
	add_defaults(&l);
	p->head = p->word.n;
	add_callers(&l, a->word.v);
	p->long_line = a->expanded;
	execroot_tell(a->execroot, a->word.v);
}
