/* The search in the tables: their ascending order is what it needs. */
#include <string.h>

#include "option.h"

static bool joins(const struct option *o)
{
	return o->shape == SHAPE_JOINED || o->shape == SHAPE_EITHER;
}

/* As strcmp, but most rows are told apart by the letter after the dash. */
static int compare(const char *name, const char *word)
{
	int d = (unsigned char)name[1] - (unsigned char)word[1];
	return d ? d : strcmp(name + 1, word + 1);
}

/* The first row whose name is greater than word. */
static size_t upper_bound(const struct option_table *t, const char *word)
{
	size_t low = 0, high = t->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (compare(t->row[mid].name, word) <= 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The length of name when word begins with it, else 0. */
static size_t prefix_length(const char *name, const char *word)
{
	size_t n = 0;
	while (name[n] && name[n] == word[n])
		n++;
	return name[n] ? 0 : n;
}

/* Every name that is a prefix of word sorts at or before it, the longest last:
 * walk back from the upper bound while the first letter agrees. */
const struct option *option_find(const struct option_table *t, const char *word, const char **value)
{
	*value = NULL;
	for (size_t i = upper_bound(t, word); i-- > 0;) {
		const struct option *o = &t->row[i];
		if (o->name[1] != word[1])
			break;
		size_t n = prefix_length(o->name, word);
		if (!n)
			continue;
		if (word[n] == 0) {
			if (o->shape == SHAPE_JOINED)
				*value = word + n;
			return o;
		}
		if (joins(o)) {
			*value = word + n;
			return o;
		}
	}
	return NULL;
}

bool option_takes_next(const struct option *o, const char *value)
{
	return !value && (o->shape == SHAPE_SEPARATE || o->shape == SHAPE_EITHER);
}

bool option_only_compiles(const char *const *argv)
{
	static const char *const words[] = { "-c", "-S", "-E", "-M", "-MM", "-fsyntax-only" };
	for (; *argv; argv++)
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (strcmp(*argv, words[i]) == 0)
				return true;
	return false;
}
