/* The driver's command line: the toolchain's fixed words first, then the
 * caller's in their order, then the few that must win.
 *
 * Follows what gcc and clang do with each option; deviates only by the rules
 * of rule.c.  Words of ours that a compile does not use are put between
 * --start-no-unused-arguments and --end-no-unused-arguments, so that clang
 * goes on telling the caller about his own unused ones. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "call.h"
#include "cpu.h"
#include "crtoperand.h"
#include "driver.h"
#include "gccoption.h"
#include "given.h"
#include "mem.h"
#include "out.h"
#include "runpath.h"
#include "say.h"
#include "staticlink.h"

/* Only for Linux clang looks for a gcc elsewhere. */
static void add_sysroot(struct plan *p, const struct toolchain *tc)
{
	if (triple_macos(&tc->target)) {
		given_macos(p, tc);
		return;
	}
	plan_add(p, toolchain_option(tc, "--sysroot=", triple_sysroot(&tc->target)), "sysroot");
	if (triple_system(&tc->target) == SYSTEM_LINUX)
		plan_add(p, "--gcc-toolchain=/dev/null", "no-host-gcc");
	if (triple_wasi(&tc->target))
		plan_add(p, "-fno-exceptions", "wasm-exceptions");
}

/* The toolchain's words, which the caller's may override. */
static void add_fixed(struct plan *p, const struct toolchain *tc, bool cxx)
{
	if (tc->given) {
		given_front(p, tc, cxx);
		return;
	}
	plan_add(p, "--no-default-config", "no-host-config");
	if (cxx)
		plan_add(p, "--driver-mode=g++", "cxx-mode");
	add_sysroot(p, tc);
	plan_add(p, "-resource-dir", "resource-dir");
	plan_add(p, toolchain_path(tc, "resource"), "resource-dir");
	if (tc->cpu)
		plan_add(p, tc->cpu, "cpu-level");
	plan_add(p, "--start-no-unused-arguments", "no-unused");
	plan_add(p, toolchain_option(tc, "-B", "bin"), "own-tools");
	plan_add(p, "--rtlib=compiler-rt", "runtime-libs");
	plan_add(p, "--unwindlib=libunwind", "runtime-libs");
	if (cxx)
		plan_add(p, "-stdlib=libc++", "cxx-library");
	if (tc->has_cxx) {
		plan_add(p, "-stdlib++-isystem", "cxx-headers");
		plan_add(p, toolchain_path(tc, "sysroot/usr/include/c++/v1"), "cxx-headers");
	}
	if (tc->cxx_shared)
		plan_add(p, toolchain_option(tc, "-L", "sysroot/usr/lib/shared"), "cxx-shared");
	plan_add(p, "--end-no-unused-arguments", "no-unused");
}

/* The words that must win: clang takes the last of each. */
static void add_last(struct plan *p, const struct call *c)
{
	const struct toolchain *tc = c->tc;
	if (tc->driver_kind == DRIVER_GCC) {
		given_last(p);
		return;
	}
	plan_add(p, mem_cat("--target=", tc->llvm, NULL), "target");
	plan_add(p, "--start-no-unused-arguments", "no-unused");
	plan_add(p, "-fuse-ld=lld", "own-linker");
	plan_add(p, toolchain_option(tc, "--ld-path=", "bin/ld.lld"), "own-linker");
	if (c->static_word && !c->seen[KIND_PIE] && !c->seen[KIND_NO_PIE])
		plan_add(p, c->static_word, "musl-static");
	plan_add(p, "--end-no-unused-arguments", "no-unused");
}

/* clang compiles in a process of its own when a call has several steps, and
 * puts that one's line into a response file from 64 KiB on (clang's
 * Driver/Job.cpp; llvm::sys::commandLineFitsWithinSystemLimits).  It starts as
 * "zig @file" then, which zig does not take for clang: clang gets to start the
 * toolchain's own instead.  What makes its line so long is the caller's; words
 * may stand in it twice, as with -grecord-command-line. */
enum { RESPAWN_BYTES = 16384 };

static bool is_long(const struct args *a)
{
	size_t n = a->word.n, bytes = 0;
	if (!n || (!a->expanded && !a->bare)) /* the kernel lays argv out in one piece */
		return n && (uintptr_t)a->word.v[n - 1] - (uintptr_t)a->word.v[0] + strlen(a->word.v[n - 1]) >
				    RESPAWN_BYTES;
	for (size_t i = 0; i < n && bytes <= RESPAWN_BYTES; i++)
		bytes += strlen(a->word.v[i]) + 1;
	return bytes > RESPAWN_BYTES;
}

static void add_respawn(struct plan *p, const struct toolchain *tc)
{
	p->self = toolchain_path(tc, "bin/clang");
	plan_add(p, "-no-canonical-prefixes", "respawn");
}

/* A call of the compiler itself, as clang makes it: nothing is added. */
static bool is_cc1(const struct args *a)
{
	return a->word.n && strncmp(a->word.v[0], "-cc1", 4) == 0;
}

static void plan_cc1(struct plan *p, const struct toolchain *tc, const struct args *a)
{
	plan_init(p, a->word.n + 2);
	plan_tool(p, &tc->driver);
	plan_keep_all(p, a->given);
}

static bool says_no_pie(const char *word)
{
	return strcmp(word, "-no-pie") == 0 || strcmp(word, "-nopie") == 0;
}

/* clang takes neither beside -static-pie, and calls them unused beside -static. */
static bool says_pie(const char *word)
{
	return strcmp(word, "-pie") == 0 || strcmp(word, "--pie") == 0 || says_no_pie(word);
}

/* The caller's word i as the backend shall see it; sets *rule when changed. */
static const char *translate(struct call *c, size_t i, const char **rule)
{
	const char *word = c->args->word.v[i], *value;
	const char *alive =
		execroot_word(c->args->execroot, word, c->path[i], c->path[i] == word && !c->value[i]);
	if (alive) {
		*rule = "stale-path";
		return alive;
	}
	if (c->value[i])
		return word;
	if ((*word == 'c' || *word == 'S' || *word == 'r') && call_links(c)) {
		const char *file = crtoperand(c->tc, word);
		*rule = "crt-operand";
		return file ? file : word;
	}
	if (i >= c->end)
		return word;
	if (c->static_word && says_pie(word)) {
		*rule = "musl-static";
		return c->static_word;
	}
	if (c->seen[KIND_STATIC] && call_links(c) && says_no_pie(word)) {
		*rule = "static-no-pie";
		return c->seen[KIND_STATIC];
	}
	if (c->phase && strcmp(word, "-c") == 0) {
		*rule = "phase";
		return c->phase;
	}
	if (word[0] != '-' || word[1] != 'm')
		return word;
	const struct option *o = option_find(&driver_options, word, &value);
	if (!o || o->kind != KIND_CPU)
		return word;
	char buf[256];
	size_t name = strlen(o->name);
	*rule = "cpu-spelling";
	const char *clang = cpu_option_for_clang(&c->tc->target, o->name, value, buf, sizeof buf);
	if (clang)
		return mem_cat(clang, NULL);
	clang = cpu_for_clang(&c->tc->target, o->name, value, buf, sizeof buf);
	return clang ? mem_cat(mem_dup(word, name), clang, NULL) : word;
}

/* The rule of a word that is not where or as the caller wrote it; "" for others. */
static const char *moved(const struct call *c, size_t i)
{
	if (c->args->dialect && *c->args->origin.v[i])
		return "rustc-response-file";
	if (c->args->stale && *c->args->origin.v[i])
		return "stale-path";
	static const char *const ours[] = { "-Xlinker", "-no-pie", "-static-pie" };
	for (size_t j = 0; c->args->bare && j < sizeof ours / sizeof *ours; j++)
		if (strcmp(c->args->word.v[i], ours[j]) == 0)
			return "ld-operand";
	return "";
}

/* What the caller gave for word, which stands for his word i. */
static const char *was(const struct call *c, const char *word, size_t i)
{
	if (word != c->args->word.v[i])
		return c->args->word.v[i];
	return c->args->dialect || c->args->stale ? mem_cat("@", c->args->origin.v[i], NULL) : "";
}

/* Append the caller's words as the backend shall see them. */
static void add_open(struct plan *p, const struct call *c, const struct strv *to, const struct strv *rule)
{
	const struct strv *from = &c->args->word;
	for (size_t i = 0; i < from->n; i++) {
		if (i == c->end)
			add_last(p, c);
		if (!*rule->v[i])
			plan_keep(p, from->v[i]);
		else if (to->v[i] == gccoption_left_out)
			plan_leave_out(p, from->v[i], rule->v[i]);
		else
			plan_change(p, to->v[i], rule->v[i], was(c, to->v[i], i));
	}
	if (c->end == from->n && !c->dangling)
		add_last(p, c);
}

/* The same with response files left closed: they are cheaper so, and a tool
 * further on may have its own limit. */
static void add_closed(struct plan *p, const struct call *c)
{
	plan_keep_all(p, c->args->given);
	if (!c->dangling)
		add_last(p, c);
}

static void add_callers(struct plan *p, struct call *c)
{
	struct strv to, rule;
	const struct strv *from = &c->args->word;
	bool gcc = c->tc->driver_kind == DRIVER_GCC;
	bool open = c->args->dialect || c->args->stale || !c->args->expanded || c->end < from->n;
	strv_init(&to, from->n);
	strv_init(&rule, from->n);
	for (size_t i = 0; i < from->n; i++) {
		const char *id = "", *word = from->v[i];
		if (gcc)
			word = gccoption_word(c, i, &to, &rule, &id);
		strv_push(&to, word == from->v[i] ? translate(c, i, &id) : word);
		open |= to.v[i] != from->v[i];
		strv_push(&rule, to.v[i] != from->v[i] ? id : moved(c, i));
	}
	p->long_line = open && c->args->expanded;
	if (open)
		add_open(p, c, &to, &rule);
	else
		add_closed(p, c);
}

/* clang takes the answer from a gcc it finds, and says nothing without one. */
static bool answer(const struct call *c)
{
	if (!c->seen[KIND_MULTILIB] || c->args->word.n != 1)
		return false;
	struct out *o = mem_alloc(sizeof *o);
	out_text(o, ".;\n");
	out_flush(o);
	return true;
}

void driver_plan(struct plan *p, const struct toolchain *tc, const struct args *a, bool cxx)
{
	struct call c;
	if (is_cc1(a)) {
		plan_cc1(p, tc, a);
		return;
	}
	call_scan(&c, tc, a);
	if (answer(&c))
		exit(0);
	if (call_links(&c)) {
		if (given_lacks_runtimes(tc))
			runtime_check(&c.runtime, tc->backend);
		staticlink_check(&c);
		c.static_word = staticlink_word(&c);
	}
	if (cxx && call_links(&c) && !tc->has_cxx)
		die(EXIT_FAILED, "C++ library: this toolchain was sealed without one; seal it again without "
				 "--no-c++");
	plan_init(p, a->word.n + 32);
	plan_tool(p, cxx && tc->cxx_driver ? &(struct tool){ tc->cxx_driver, NULL } : &tc->driver);
	add_fixed(p, tc, cxx);
	if (tc->driver.word && is_long(a))
		add_respawn(p, tc);
	if (c.dangling && tc->driver_kind == DRIVER_CLANG)
		plan_add(p, mem_cat("--target=", tc->llvm, NULL), "target");
	add_callers(p, &c);
	if (call_links(&c) && !c.seen[KIND_END] && !c.dangling)
		runpath_add(p, tc, &driver_options, "-Wl,-rpath,");
	execroot_tell(a->execroot, a->word.v);
}
