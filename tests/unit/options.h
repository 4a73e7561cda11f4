/* Checks that every table of options gets. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "../../common/option.h"
#include "tap.h"

/* The rows ascend by name, and each is found by it. */
static void test_order(const struct option_table *t)
{
	const char *value;
	for (size_t i = 0; i < t->n; i++) {
		const char *name = t->row[i].name;
		ok(i == 0 || strcmp(t->row[i - 1].name, name) < 0, "%s: comes after the one before", name);
		ok(option_find(t, name, &value) == &t->row[i], "%s: is found", name);
	}
}

/* A word, the row that it spells, or NULL, and the value in it, or NULL. */
struct spelling {
	const char *word, *name, *value;
};

typedef const struct option *find_option(const char *word, const char **value);

static inline void test_spelling(find_option *find, const struct spelling *s)
{
	const char *value = NULL;
	const struct option *o = find(s->word, &value);
	is_str(o ? o->name : NULL, s->name, "'%s': its name", s->word);
	if (o)
		is_str(value, s->value, "'%s': its value", s->word);
}

/* Words that no linker with long options of two dashes has. */
static inline void test_no_options(find_option *find)
{
	static const char *const words[] = { "--e", "--ofoo", "--nonsense", "-", "--", "x", "" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		test_spelling(find, &(struct spelling){ words[i], NULL, NULL });
}

#endif
