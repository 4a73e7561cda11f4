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

/* One text, since a table with pointers would be two fifths larger, and a shim
 * is to stay small.  Each entry begins with what it is:
 *
 *	:  the rule of those that follow
 *	=  an option that is left out
 *	^  the beginning of such options
 *	~  the beginning of options that the next entry takes the place of
 *	W  the beginning of a warning, behind -W
 *
 * An option that clang takes with one dash and two stands here with one. */
static const char table[] = ":gcc-driver\0"
			    "=-Qunused-arguments\0"
			    "=-start-no-unused-arguments\0"
			    "=-end-no-unused-arguments\0"
			    "=-no-default-config\0"
			    "=-driver-mode=gcc\0"
			    "=-rtlib=libgcc\0"
			    "=-rtlib=platform\0"
			    "=-unwindlib=libgcc\0"
			    "=-unwindlib=platform\0"
			    "=-stdlib=libstdc++\0"
			    "=-stdlib=platform\0"
			    "=-dynamic\0"
			    "=-shared-libsan\0"
			    "^-gcc-toolchain=\0"
			    "^-gcc-install-dir=\0"
			    "^-gcc-triple=\0"
			    "^-resource-dir\0"
			    "^-mlinker-version=\0"
			    "^-gen-reproducer\0"
			    "^-fcrash-diagnostics\0"
			    "^-fno-crash-diagnostics\0"
			    "^-fintegrated-\0"
			    "^-fno-integrated-\0"
			    "=-integrated-as\0"
			    "=-no-integrated-as\0"
			    "=-ftemp-file\0"
			    "=-fno-temp-file\0"
			    "^-fpch-\0"
			    "=-fno-pch-timestamp\0"
			    "=-fansi-escape-codes\0"
			    "^-fmacro-backtrace-limit=\0"
			    "^-fconstexpr-backtrace-limit=\0"
			    "=-fspell-checking\0"
			    "=-fno-spell-checking\0"
			    "=-fshow-source-location\0"
			    "=-fno-show-source-location\0"
			    "=-fdiagnostics-format=clang\0"
			    "=-fdiagnostics-absolute-paths\0"
			    "=-fdiagnostics-fixit-info\0"
			    "=-fno-diagnostics-fixit-info\0"
			    "=-fparse-all-comments\0"
			    "=-fdiscard-value-names\0"
			    "=-fno-discard-value-names\0"
			    "^-enable-trivial-auto-var-init-zero-\0"
			    ":own-linker\0"
			    "^-fuse-ld=\0"
			    "^-ld-path=\0"
			    ":gcc-spelling\0"
			    "~-fcolor-diagnostics\0-fdiagnostics-color=always\0"
			    "~-fno-color-diagnostics\0-fdiagnostics-color=never\0"
			    "~-fcaret-diagnostics\0-fdiagnostics-show-caret\0"
			    "~-fno-caret-diagnostics\0-fno-diagnostics-show-caret\0"
			    "~-ferror-limit=\0-fmax-errors=\0"
			    "~-fconstexpr-steps=\0-fconstexpr-ops-limit=\0"
			    "~-fcoverage-prefix-map=\0-fprofile-prefix-map=\0"
			    "~-faligned-allocation\0-faligned-new\0"
			    "~-fno-aligned-allocation\0-fno-aligned-new\0"
			    "~-flto=thin\0-flto=auto\0"
			    "~-flto=full\0-flto=auto\0"
			    "~-gline-tables-only\0-g1\0"
			    "~-gline-directives-only\0-g1\0"
			    "~-gmlt\0-g1\0"
			    "~-isystem-after\0-idirafter\0"
			    "~-print-target-triple\0-dumpmachine\0"
			    "~-print-effective-triple\0-dumpmachine\0"
			    ":gcc-hint\0"
			    "=-faddrsig\0"
			    "=-fno-addrsig\0"
			    "=-mrelax-all\0"
			    "=-moutline\0"
			    "=-mno-outline\0"
			    "=-gdwarf-aranges\0"
			    "=-gsimple-template-names\0"
			    "=-fstandalone-debug\0"
			    "=-fno-standalone-debug\0"
			    "=-flimit-debug-info\0"
			    "=-fno-limit-debug-info\0"
			    "=-fdebug-info-for-profiling\0"
			    "^-fstrict-vtable-pointers\0"
			    "=-fforce-emit-vtables\0"
			    "^-fwhole-program-vtables\0"
			    "=-fsplit-lto-unit\0"
			    "=-fno-split-lto-unit\0"
			    "^-flto-jobs=\0"
			    "=-fno-strict-float-cast-overflow\0"
			    "=-fregister-global-dtors-with-atexit\0"
			    "=-fc++-static-destructors\0"
			    ":gcc-lossy\0"
			    "=-Xclang\0"
			    "=-mllvm\0"
			    "=-MJ\0"
			    "=-serialize-diagnostics\0"
			    "=-gembed-source\0"
			    "^-rtlib=\0"
			    "^-unwindlib=\0"
			    "^-fdebug-compilation-dir=\0"
			    "^-ffile-compilation-dir=\0"
			    "^-fcoverage-compilation-dir=\0"
			    "=-fvisibility-global-new-delete-hidden\0"
			    ":gcc-libstdc++\0"
			    "^-stdlib=\0"
			    ":gcc-warning\0"
			    "Weverything\0"
			    "Wmost\0"
			    "Wthread-safety\0"
			    "Wdocumentation\0"
			    "Wc++98-compat\0"
			    "Wgnu\0"
			    "Wself-\0"
			    "Wshorten-64-to-32\0"
			    "Wunreachable-code-\0"
			    "Wunused-command-line-argument\0"
			    "Wunused-private-field\0"
			    "Wunused-lambda-capture\0"
			    "Wunused-member-function\0"
			    "Wunknown-warning-option\0"
			    "Wheader-hygiene\0"
			    "Winconsistent-missing-\0"
			    "Wloop-analysis\0"
			    "Wrange-loop-analysis\0"
			    "Wnewline-eof\0"
			    "Wnullability\0"
			    "Wextra-semi-stmt\0"
			    "Wconditional-uninitialized\0"
			    "Wsometimes-uninitialized\0"
			    "Wassign-enum\0"
			    "Wbitfield-\0"
			    "Wbool-conversion\0"
			    "Wcomma\0"
			    "Wconstant-conversion\0"
			    "Wcovered-switch-default\0"
			    "Wexit-time-destructors\0"
			    "Wglobal-constructors\0"
			    "Wimplicit-int-conversion\0"
			    "Wimplicit-float-conversion\0"
			    "Wreserved-\0"
			    "Wshadow-all\0"
			    "Wshadow-field\0"
			    "Wstring-conversion\0"
			    "Wstring-concatenation\0"
			    "Wundefined-\0"
			    "Wunguarded-availability\0"
			    "Wunneeded-\0"
			    "Wunsafe-buffer-usage\0"
			    "Wweak-vtables\0";

static bool begins(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

/* Behind -W, -Werror= and -Wno-error=; NULL when word is no warning.  gcc takes
 * each -Wno- that it does not know. */
static const char *warning(const char *word)
{
	static const char *const heads[] = { "-Werror=", "-Wno-error=", "-W" };
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (begins(word, heads[i]))
			return word + strlen(heads[i]);
	return NULL;
}

static bool matches(const char *entry, const char *word, const char *name)
{
	if (*entry == 'W')
		return name && begins(name, entry + 1);
	return *entry == '=' ? strcmp(word, entry + 1) == 0 : begins(word, entry + 1);
}

const char *gccoption_rule(const char *word, const char **to)
{
	const char *rule = NULL, *name = warning(word);
	*to = NULL;
	if (word[0] == '-' && word[1] == '-')
		word++;
	for (const char *entry = table; *entry; entry += strlen(entry) + 1) {
		const char *next = entry + strlen(entry) + 1;
		if (*entry == ':') {
			rule = entry + 1;
			continue;
		}
		if (matches(entry, word, name)) {
			if (*entry == '~')
				*to = mem_cat(next, word + strlen(entry + 1), NULL);
			return rule;
		}
		if (*entry == '~')
			entry = next;
	}
	return NULL;
}
