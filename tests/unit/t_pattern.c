/* The shell's patterns, against fnmatch. */
#include <fnmatch.h>

#include "../../common/pattern.h"
#include "tap.h"

static const char *const patterns[] = { "", "*", "?", "a*", "*a", "a*b*c", ".debug_*", ".rela.*", "[abc]",
	"[!abc]x", "[a-c]*", "[]a]", "[!]a]", "\\*", "[", "[a", "**a", "a?c", "*.o", "[a\\]]", "[\\a-c]",
	"a[b", "???", "*?*" };
static const char *const texts[] = { "", "a", "b", "abc", "axbxc", ".debug_info", ".rela.text", "x.o", "*",
	"a\\", "[", "[a", "]", "ax", "dx", "\xff", "a[b", "aaab", "cab" };

int main(void)
{
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		const char *bad = NULL;
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			if (pattern_matches(patterns[i], texts[k]) !=
				(fnmatch(patterns[i], texts[k], 0) == 0))
				bad = texts[k];
		is_str(bad, NULL, "'%s' is as in fnmatch", patterns[i]);
	}
	return done_testing();
}
