#include <string.h>

#include "zigcckeyword.h"

static const struct keyword {
	const char *name; /* with its '=', when it has a value */
	struct zigcc_turn turn;
} keywords[] = {
#define TAKEN(name)                                                                                          \
	{                                                                                                    \
		name,                                                                                        \
		{                                                                                            \
			ZIGCC_VALUE, 0, ZIGCC_NOTHING, "-Wl,-z,", NULL                                       \
		}                                                                                            \
	}
#define AS_IT_IS(name)                                                                                       \
	{                                                                                                    \
		name,                                                                                        \
		{                                                                                            \
			ZIGCC_NOTHING, 0, ZIGCC_NOTHING, NULL, NULL                                          \
		}                                                                                            \
	}
	TAKEN("common-page-size="),
	TAKEN("defs"),
	TAKEN("lazy"),
	TAKEN("max-page-size="),
	TAKEN("nocopyreloc"),
	TAKEN("nodelete"),
	TAKEN("noexecstack"),
	TAKEN("norelro"),
	TAKEN("notext"),
	TAKEN("now"),
	TAKEN("origin"),
	TAKEN("relro"),
	TAKEN("stack-size="),
	TAKEN("undefs"),
	AS_IT_IS("combreloc"),
	AS_IT_IS("copyreloc"),
	AS_IT_IS("keep-text-section-prefix"),
	AS_IT_IS("nognustack"),
	AS_IT_IS("noseparate-code"),
	AS_IT_IS("nostart-stop-gc"),
	AS_IT_IS("separate-code"),
	AS_IT_IS("separate-loadable-segments"),
	AS_IT_IS("start-stop-gc"),
	AS_IT_IS("text"),
#undef AS_IT_IS
#undef TAKEN
};

const struct zigcc_turn *zigcckeyword_find(const char *word)
{
	static const struct zigcc_turn none = { ZIGCC_IMPOSSIBLE, 0, ZIGCC_NOTHING, NULL,
		"zig cc has nothing like it; leave out --backend zig-cc" };
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
		const char *name = keywords[i].name;
		size_t n = strlen(name);
		if (name[n - 1] == '=' ? strncmp(word, name, n) == 0 : strcmp(word, name) == 0)
			return &keywords[i].turn;
	}
	return &none;
}
