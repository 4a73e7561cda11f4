/* wasm-ld takes the line as it is; dead paths are repaired, and a program gets the
 * stack that Rust gives one: wasm-ld's own is 64 KiB, above the data, which a deeper
 * call overwrites unseen.
 *
 * Sources: lld/wasm/Options.td and Driver.cpp; rustc's
 * compiler/rustc_target/src/spec/base/wasm.rs. */
#include <string.h>
#include <unistd.h>

#include "execroot.h"
#include "mem.h"
#include "option.h"
#include "text.h"
#include "wasmlink.h"

static const char lib[] = "usr/lib/wasm32-wasip1";

/* rustc names the start file without a directory when its own is not installed. */
static bool is_start(const char *word)
{
	return (strcmp(word, "crt1-command.o") == 0 || strcmp(word, "crt1-reactor.o") == 0) &&
	       access(word, F_OK) != 0;
}

static void keep(struct plan *p, const struct args *a, const char *word, const char *path, bool input)
{
	const char *alive = execroot_word(a->execroot, word, path, input);
	if (alive)
		plan_change(p, alive, "stale-path", word);
	else
		plan_keep(p, word);
}

/* The option at word, with its value; how many words that is, or 0 when the value is
 * missing, of which wasm-ld tells. */
static size_t add_option(struct plan *p, const struct args *a, const char *const *word)
{
	const char *value;
	const struct option *o = option_find(&ld_options, *word, &value);
	bool reads = o && o->path == PATH_READ;
	keep(p, a, *word, reads ? value : NULL, false);
	if (!o || !option_takes_next(o, value))
		return 1;
	if (!word[1])
		return 0;
	keep(p, a, word[1], reads ? word[1] : NULL, false);
	return 2;
}

static void add_input(struct plan *p, const struct toolchain *tc, const struct args *a, const char *word)
{
	if (is_start(word))
		plan_change(p, toolchain_sysroot(tc, "", mem_cat(lib, "/", word, NULL)), "crt-operand", word);
	else
		keep(p, a, word, word, true);
}

/* Whether each option has its value. */
static bool add_callers(
	struct plan *p, const struct toolchain *tc, const struct args *a, const char *const *word)
{
	size_t n;
	for (; *word; word += n) {
		n = 1;
		if (option_is_input(*word))
			add_input(p, tc, a, *word);
		else if ((n = add_option(p, a, word)) == 0)
			return false;
	}
	return true;
}

static bool has_input(const char *const *word)
{
	while (*word && !option_is_input(*word))
		word++;
	return *word != NULL;
}

/* Whether a program is made, and nobody says where its stack is. */
static bool wants_stack(const char *const *word)
{
	static const char *const others[] = { "-r", "--relocatable", "-shared", "--shared", "-pie", "--pie" };
	if (!has_input(word))
		return false;
	for (; *word; word++) {
		for (size_t i = 0; i < sizeof others / sizeof *others; i++)
			if (strcmp(*word, others[i]) == 0)
				return false;
		if (strstr(*word, "-stack-first") || text_begins(*word, "--global-base") ||
			text_begins(*word, "stack-size=") || text_begins(*word, "-zstack-size="))
			return false;
	}
	return true;
}

void wasmlink_plan(struct plan *p, const struct toolchain *tc, const struct args *a)
{
	const char *const *word = a->word.v;
	plan_init(p, a->word.n + 8);
	plan_tool(p, &tc->linker);
	if (*word && strcmp(*word, "-flavor") == 0 && word[1]) {
		plan_leave_out(p, args_joined(word, 2), "wasm-flavor");
		word += 2;
	}
	if (wants_stack(word)) {
		plan_add(p, "-z", "wasm-stack");
		plan_add(p, "stack-size=1048576", "wasm-stack");
		plan_add(p, "--stack-first", "wasm-stack");
	}
	if (add_callers(p, tc, a, word) && has_input(word))
		plan_add(p, toolchain_sysroot(tc, "-L", lib), "ld-search");
	p->long_line = a->expanded;
	execroot_tell(a->execroot, a->word.v);
}
