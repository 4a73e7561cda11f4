#include "option.h"
#include "say.h"

size_t option_value(const struct option *o, const char *const *word, const char **value, size_t more)
{
	bool next = option_takes_next(o, *value);
	size_t n = 1u + next + more;
	for (size_t i = 1; i < n; i++)
		if (!word[i])
			die(EXIT_USAGE, "%s: its value is missing", *word);
	if (next)
		*value = word[1];
	return n;
}
