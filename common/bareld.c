/* ld's words to the driver's: what both spell alike stays, the rest goes
 * behind -Xlinker, in the same order.  Source: rustc_codegen_ssa
 * back/linker.rs, GccLinker with is_ld set. */
#include <stdlib.h>
#include <string.h>

#include "bareld.h"
#include "option.h"
#include "spawn.h"
#include "text.h"

extern char **environ;

static bool only_ld_takes(const char *word)
{
	if (word[0] != '-' || (word[1] != '-' && word[1] != 'f'))
		return false;
	static const char *const words[] = { "--as-needed", "--eh-frame-hdr", "--gc-sections", "-flavor" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

static bool by_rustc(const char *word)
{
	return *word != '-' &&
	       (text_ends(word, ".rcgu.o") || (text_ends(word, "/symbols.o") && text_find(word, "rustc")));
}

bool bareld_is(const struct args *a)
{
	bool ld = false, rustc = false;
	for (size_t i = 0; i < a->word.n; i++) {
		ld |= only_ld_takes(a->word.v[i]);
		rustc |= by_rustc(a->word.v[i]);
	}
	return ld && rustc;
}

static void xlinker(struct strv *out, const char *word)
{
	strv_push(out, "-Xlinker");
	strv_push(out, word);
}

/* Options that mean the same to driver and linker, and those that the driver
 * adds by itself. */
static bool driver_has(enum option_kind k)
{
	return k == KIND_LIBRARY || k == KIND_LIBRARY_DIR || k == KIND_OUTPUT || k == KIND_SHARED ||
	       k == KIND_PIE || k == KIND_STATIC || k == KIND_RELOCATABLE;
}

static bool driver_adds(const char *word, enum option_kind k)
{
	return k == KIND_TARGET || k == KIND_DYNAMIC || strcmp(word, "--no-dynamic-linker") == 0 ||
	       strcmp(word, "-flavor") == 0;
}

/* The words of one option at v; how many were used. */
static size_t option_words(struct strv *out, const char *const *v)
{
	const char *value;
	const struct option *o = option_find(&ld_options, *v, &value);
	enum option_kind kind = o ? o->kind : KIND_OTHER;
	size_t n = (o && option_takes_next(o, value) && v[1]) || strcmp(*v, "-flavor") == 0 ? 2 : 1;
	if (driver_adds(*v, kind))
		return n;
	for (size_t i = 0; i < n && v[i]; i++)
		driver_has(kind) ? strv_push(out, v[i]) : xlinker(out, v[i]);
	return n;
}

/* Whether the line says if its output is position independent: for ld silence
 * is a no, for the driver a yes. */
static bool says_position(const struct args *a)
{
	for (size_t i = 0; i < a->word.n; i++) {
		const char *value, *word = a->word.v[i];
		const struct option *o = *word == '-' ? option_find(&ld_options, word, &value) : NULL;
		if (!o)
			continue;
		if (option_takes_next(o, value))
			i++;
		else if ((o->kind == KIND_PIE || o->kind == KIND_SHARED || o->kind == KIND_RELOCATABLE))
			return true;
	}
	return false;
}

static void join_static_pie(struct strv *out)
{
	const char **fixed = NULL, **pie = NULL;
	for (size_t i = 0; i < out->n; i++) {
		if (strcmp(out->v[i], "-static") == 0)
			fixed = &out->v[i];
		else if (strcmp(out->v[i], "-pie") == 0)
			pie = &out->v[i];
	}
	if (fixed && pie)
		*fixed = *pie = "-static-pie";
}

void bareld_to_driver(struct args *a, bool windows)
{
	struct strv out;
	strv_init(&out, a->word.n * 2);
	if (!windows && !says_position(a))
		strv_push(&out, "-no-pie");
	for (size_t i = 0; i < a->word.n;) {
		if (*a->word.v[i] == '-')
			i += option_words(&out, a->word.v + i);
		else
			strv_push(&out, a->word.v[i++]);
	}
	join_static_pie(&out);
	a->word = out;
	strv_init(&a->origin, out.n);
	for (size_t i = 0; i < out.n; i++)
		strv_push(&a->origin, "");
	a->given = out.v;
	a->expanded = a->dialect = a->stale = false;
	a->bare = true;
}

void bareld_hand_over(const struct args *a, const struct toolchain *tc, char **argv)
{
	if (getenv("SEALCC_DEPTH") || !bareld_is(a))
		return;
	argv[0] = (char *)toolchain_path(tc, "bin/cc");
	spawn_exec(argv[0], (const char *const *)argv, 1, (const char *const *)environ, "cc");
}
