/* Options of clang that gcc 12 refuses though it can do without them, or by
 * another name.  What changes a program's meaning (-fblocks, -mretpoline,
 * -fsanitize-trap=) is not here: gcc refuses it, rightly.
 *
 * Sources: clang/include/clang/Driver/Options.td and Basic/DiagnosticGroups.td;
 * gcc/common.opt, c-family/c.opt; each row was tried on both. */
#include <stdbool.h>
#include <string.h>

#include "gccoption.h"
#include "mem.h"
#include "say.h"
#include "text.h"

/* One text, since a table with pointers would be two fifths larger, and a shim
 * is to stay small.  Each entry begins with what it is:
 *
 *	:  the rule of those that follow
 *	=  an option that is left out
 *	^  the beginning of such options
 *	~  the beginning of options that the next entry takes the place of
 *	W  a warning, behind -W, or with a dash at its end the beginning of such
 *
 * An option that clang takes with one dash and two stands here with one.  With one
 * alone gcc reads some otherwise: -ld-path=x is -l d-path=x. */
/* clang-format off */
static const char table[] =
	":gcc-driver\0"
	"=-Qunused-arguments\0"
	"=--start-no-unused-arguments\0"
	"=--end-no-unused-arguments\0"
	"=--no-default-config\0"
	"=-driver-mode=gcc\0"
	"=-rtlib=libgcc\0"
	"=-rtlib=platform\0"
	"=--unwindlib=libgcc\0"
	"=--unwindlib=platform\0"
	"=-stdlib=libstdc++\0"
	"=-stdlib=platform\0"
	"=-dynamic\0"
	"^--gcc-toolchain=\0"
	"^--gcc-install-dir=\0"
	"^-resource-dir\0"
	"^-gen-reproducer\0"
	"^-fcrash-diagnostics\0"
	"^-fno-crash-diagnostics\0"
	"^-fintegrated-\0"
	"^-fno-integrated-\0"
	"=-integrated-as\0"
	"=-no-integrated-as\0"
	"^-fmacro-backtrace-limit=\0"
	"^-enable-trivial-auto-var-init-zero-\0"
	":own-linker\0"
	"^-fuse-ld=\0"
	"^--ld-path=\0"
	":gcc-spelling\0"
	"~-fcolor-diagnostics\0-fdiagnostics-color=always\0"
	"~-fno-color-diagnostics\0-fdiagnostics-color=never\0"
	"~-fcaret-diagnostics\0-fdiagnostics-show-caret\0"
	"~-fno-caret-diagnostics\0-fno-diagnostics-show-caret\0"
	"~-ferror-limit=\0-fmax-errors=\0"
	"~-fcoverage-prefix-map=\0-fprofile-prefix-map=\0"
	"~-flto=thin\0-flto=auto\0"
	"~-flto=full\0-flto=auto\0"
	"~-gline-tables-only\0-g1\0"
	"~-gmlt\0-g1\0"
	"~-print-target-triple\0-dumpmachine\0"
	":gcc-hint\0"
	"=-faddrsig\0"
	"=-fno-addrsig\0"
	"=-fstandalone-debug\0"
	"=-fno-standalone-debug\0"
	"=-flimit-debug-info\0"
	"=-fno-limit-debug-info\0"
	"=-fdebug-info-for-profiling\0"
	"^-fstrict-vtable-pointers\0"
	"^-fwhole-program-vtables\0"
	"=-fno-strict-float-cast-overflow\0"
	":gcc-lossy\0"
	"=-Xclang\0"
	"=-mllvm\0"
	"=-MJ\0"
	"=-serialize-diagnostics\0"
	"^-rtlib=\0"
	"^--unwindlib=\0"
	"^-fdebug-compilation-dir=\0"
	"^-ffile-compilation-dir=\0"
	":gcc-libstdcxx\0"
	"^-stdlib=\0"
	":gcc-warning\0"
	"Weverything\0"
	"Wthread-safety\0"
	"Wthread-safety-\0"
	"Wdocumentation\0"
	"Wdocumentation-\0"
	"Wc++98-compat\0"
	"Wc++98-compat-\0"
	"Wgnu-\0"
	"Wself-assign\0"
	"Wshorten-64-to-32\0"
	"Wunreachable-code-\0"
	"Wunused-command-line-argument\0"
	"Wunused-private-field\0"
	"Wunknown-warning-option\0"
	"Wheader-hygiene\0"
	"Winconsistent-missing-\0"
	"Wloop-analysis\0"
	"Wrange-loop-analysis\0"
	"Wnewline-eof\0"
	"Wextra-semi-stmt\0"
	"Wconditional-uninitialized\0"
	"Wsometimes-uninitialized\0"
	"Wbitfield-\0"
	"Wbool-conversion\0"
	"Wcomma\0"
	"Wconstant-conversion\0"
	"Wcovered-switch-default\0"
	"Wexit-time-destructors\0"
	"Wglobal-constructors\0"
	"Wimplicit-int-conversion\0"
	"Wimplicit-float-conversion\0"
	"Wshadow-all\0"
	"Wstring-conversion\0"
	"Wundefined-\0"
	"Wunneeded-\0"
	"Wunsafe-buffer-usage\0"
	"Wweak-vtables\0";
/* clang-format on */

/* Behind -W, -Werror= and -Wno-error=; NULL when word is no warning.  gcc takes
 * each -Wno- that it does not know. */
static const char *warning(const char *word)
{
	static const char *const heads[] = { "-Werror=", "-Wno-error=", "-W" };
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (text_begins(word, heads[i]))
			return word + strlen(heads[i]);
	return NULL;
}

static bool matches(const char *entry, const char *word, const char *name)
{
	size_t last = strlen(entry) - 1;
	if (*entry == 'W')
		return name &&
		       (entry[last] == '-' ? text_begins(name, entry + 1) : strcmp(name, entry + 1) == 0);
	return *entry == '=' ? strcmp(word, entry + 1) == 0 : text_begins(word, entry + 1);
}

/* The rule of word, or NULL, and in *to what stands for it, or NULL. */
static const char *find(const char *word, const char **to)
{
	const char *rule = NULL, *name = warning(word), *single = word + (word[1] == '-');
	for (const char *entry = table; *entry; entry += strlen(entry) + 1) {
		const char *next = entry + strlen(entry) + 1;
		if (*entry == ':') {
			rule = entry + 1;
			continue;
		}
		bool doubled = entry[1] == '-' && entry[2] == '-';
		const char *asked = doubled ? word : single;
		if (matches(entry, asked, name)) {
			if (*entry == '~')
				*to = mem_cat(next, asked + strlen(entry + 1), NULL);
			return rule;
		}
		if (*entry == '~')
			entry = next;
	}
	return NULL;
}

static void check_loss(const struct call *c, const char *word, const char *rule)
{
	if (strcmp(rule, "gcc-libstdcxx") == 0)
		die(EXIT_FAILED, "%s: gcc has libstdc++ only; leave it out, or use another backend", word);
	if (strcmp(rule, "gcc-lossy") != 0)
		return;
	if (c->tc->strict)
		die(EXIT_FAILED, "%s: gcc has nothing like it, and strict = yes forbids to leave it out",
			word);
	if (call_links(c))
		say("%s: left out, gcc has nothing like it", word);
}

const char gccoption_left_out[] = "";

const char *gccoption_word(
	const struct call *c, size_t i, const struct strv *to, const struct strv *rule, const char **id)
{
	const char *word = c->args->word.v[i], *stands = gccoption_left_out, *value;
	if (c->value[i] && to->v[i - 1] == gccoption_left_out) {
		*id = rule->v[i - 1];
		return gccoption_left_out;
	}
	if (c->value[i] || i >= c->end || *word != '-')
		return word;
	const struct option *o = option_find(&driver_options, word, &value);
	const char *found = o && o->kind == KIND_TARGET ? "target" : find(word, &stands);
	if (!found)
		return word;
	check_loss(c, word, found);
	*id = found;
	return stands;
}
