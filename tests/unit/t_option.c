/* The option tables are in order, and every row is found as its shape says. */
#include "../../common/option.h"
#include "tap.h"

static bool joins(const struct option *o)
{
	return o->shape == SHAPE_JOINED || o->shape == SHAPE_EITHER;
}

/* Alone: found exactly; a joined one has an empty value then. */
static bool found_alone(const struct option_table *t, const struct option *o)
{
	const char *value = "unset";
	if (option_find(t, o->name, &value) != o)
		return false;
	return o->shape == SHAPE_JOINED ? value && !*value : value == NULL;
}

static bool found_glued(const struct option_table *t, const struct option *o, const char *with)
{
	char word[128];
	const char *value;
	snprintf(word, sizeof word, "%s%s", o->name, with);
	const struct option *found = option_find(t, word, &value);
	if (joins(o))
		return found == o && value == word + strlen(o->name);
	/* one that takes nothing glued must not be found, but a shorter that joins may */
	return found != o && (!found || joins(found));
}

static void test_row(const struct option_table *t, const char *table, const struct option *o)
{
	const char *value;
	ok(o->shape <= SHAPE_EITHER && o->kind <= KIND_END, "%s %s: shape and kind are legal", table,
		o->name);
	ok(o->name[0] == '-' && o->name[1], "%s %s: begins with a dash", table, o->name);
	ok(found_alone(t, o), "%s %s: is found", table, o->name);
	ok(found_glued(t, o, "\x01z") && found_glued(t, o, "\xff"), "%s %s: with a value glued on", table,
		o->name);
	option_find(t, o->name, &value);
	ok(option_takes_next(o, value) == (o->shape == SHAPE_SEPARATE || o->shape == SHAPE_EITHER),
		"%s %s: whether its value is the next word", table, o->name);
}

static void test_table(const struct option_table *t, const char *table)
{
	ok(t->n > 50, "%s: has rows", table);
	for (size_t i = 0; i < t->n; i++) {
		ok(i == 0 || strcmp(t->row[i - 1].name, t->row[i].name) < 0,
			"%s %s: comes after the one before", table, t->row[i].name);
		test_row(t, table, &t->row[i]);
	}
}

/* Kinds whose reader counts on a value must have rows that give one, and those
 * whose reader takes the word must not. */
static void test_kinds(const struct option_table *t, const char *table)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct option *o = &t->row[i];
		switch (o->kind) {
		case KIND_TARGET:
		case KIND_CPU:
		case KIND_SANITIZE:
		case KIND_LIBRARY:
		case KIND_LIBRARY_DIR:
		case KIND_LINKER_ARG:
		case KIND_SYSROOT:
			ok(o->shape != SHAPE_FLAG, "%s %s: its kind has a value", table, o->name);
			break;
		case KIND_BITS:
		case KIND_NO_LINK:
		case KIND_SHARED:
		case KIND_RELOCATABLE:
		case KIND_STATIC:
		case KIND_STATIC_PIE:
		case KIND_PIE:
		case KIND_END:
			ok(o->shape == SHAPE_FLAG, "%s %s: its kind has no value", table, o->name);
			break;
		default:
			break;
		}
	}
}

static const struct {
	const char *word, *name, *value;
} driver_words[] = {
	{ "-DA=1", "-D", "A=1" },
	{ "-I", "-I", NULL },
	{ "-Idir", "-I", "dir" },
	{ "-oa", "-o", "a" },
	{ "-c", "-c", NULL },
	{ "-cc1", NULL, NULL },
	{ "-MF", "-MF", NULL },
	{ "-MFx", "-MF", "x" },
	{ "-MD", NULL, NULL },
	{ "-MMD", NULL, NULL },
	{ "-MTx", "-MT", "x" },
	{ "-include", "-include", NULL },
	{ "-includefoo", "-include", "foo" },
	{ "-include-pch", "-include-pch", NULL },
	{ "-isystem", "-isystem", NULL },
	{ "-isystem-after", "-isystem-after", NULL },
	{ "-isystemfoo", "-isystem", "foo" },
	{ "-iquotefoo", "-iquote", "foo" },
	{ "-march=x", "-march=", "x" },
	{ "-march", NULL, NULL },
	{ "-m", NULL, NULL },
	{ "-m64", "-m64", NULL },
	{ "-m640", NULL, NULL },
	{ "-pthread", NULL, NULL },
	{ "-pipe", NULL, NULL },
	{ "-pie", "-pie", NULL },
	{ "-static", "-static", NULL },
	{ "-static-libgcc", NULL, NULL },
	{ "-static-pie", "-static-pie", NULL },
	{ "-rdynamic", NULL, NULL },
	{ "-shared-libgcc", NULL, NULL },
	{ "-fsanitize=x", "-fsanitize=", "x" },
	{ "-fsanitize-recover=x", NULL, NULL },
	{ "-fsanitize-trap", "-fsanitize-trap", NULL },
	{ "-fsanitize-trap=x", "-fsanitize-trap=", "x" },
	{ "-fopenmp", "-fopenmp", NULL },
	{ "-fopenmp-simd", NULL, NULL },
	{ "-Wl,-x", "-Wl,", "-x" },
	{ "-Wlogical-op", NULL, NULL },
	{ "-Wall", NULL, NULL },
	{ "-target", "-target", NULL },
	{ "--target=x", "--target=", "x" },
	{ "--target", NULL, NULL },
	{ "--target-help", "--target-help", NULL },
	{ "--sysroot", "--sysroot", NULL },
	{ "--sysroot=", "--sysroot=", "" },
	{ "--param", "--param", NULL },
	{ "--param=x", NULL, NULL },
	{ "--", "--", NULL },
	{ "---", NULL, NULL },
	{ "--x", NULL, NULL },
	{ "-", NULL, NULL },
	{ "-\xff", NULL, NULL },
	{ "-lfoo", "-l", "foo" },
	{ "-xc", "-x", "c" },
	{ "-Tx.ld", "-T", "x.ld" },
	{ "-O2", NULL, NULL },
	{ "-###", "-###", NULL },
};

static void test_words(void)
{
	for (size_t i = 0; i < sizeof driver_words / sizeof *driver_words; i++) {
		const char *value, *word = driver_words[i].word;
		const struct option *o = option_find(&driver_options, word, &value);
		is_str(o ? o->name : NULL, driver_words[i].name, "%s: the option", word);
		is_str(value, driver_words[i].value, "%s: the value", word);
	}
}

int main(void)
{
	test_table(&driver_options, "driver");
	test_table(&ld_options, "ld");
	test_kinds(&driver_options, "driver");
	test_kinds(&ld_options, "ld");
	test_words();
	return done_testing();
}
