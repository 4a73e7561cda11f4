/* The table of a linker for Windows is in order, and each option is translated. */
#include "../../common/peoption.h"
#include "tap.h"

static bool has_value(const struct pe_turn *t)
{
	switch (t->how) {
	case PE_VALUE:
	case PE_EMULATION:
	case PE_OUTPUT:
	case PE_ENTRY:
	case PE_SUBSYSTEM:
	case PE_VERSION:
	case PE_EXCLUDE:
	case PE_LIBRARY:
	case PE_LIBRARY_DIR:
		return true;
	default:
		return false;
	}
}

static bool has_text(const struct pe_turn *t)
{
	return t->how <= PE_IMPOSSIBLE || t->how == PE_VERSION;
}

static void test_row(const struct option *o)
{
	const struct pe_turn *t = &pe_turns[o->kind];
	const char *value;
	ok(o->name[0] == '-' && o->name[1] && o->name[1] != '-', "%s: has one dash", o->name);
	ok(option_find(&pe_options, o->name, &value) == o, "%s: is found", o->name);
	ok(!has_value(t) || o->shape != SHAPE_FLAG, "%s: has the value that it needs", o->name);
	ok(!has_text(t) || (t->to && *t->to), "%s: is told what becomes of it", o->name);
}

static void test_words(void)
{
	static const struct {
		const char *word, *name, *value;
	} rows[] = {
		{ "--out-implib", "-out-implib", NULL },
		{ "-out-implib=x", "-out-implib=", "x" },
		{ "--out-implib=x", "-out-implib=", "x" },
		{ "-lfoo", "-l", "foo" },
		{ "-ofoo", "-o", "foo" },
		{ "--library=foo", "-library=", "foo" },
		{ "-shared", "-shared", NULL },
		{ "-s", "-s", NULL },
		{ "--e", NULL, NULL },
		{ "--ofoo", NULL, NULL },
		{ "--nonsense", NULL, NULL },
		{ "-", NULL, NULL },
		{ "--", NULL, NULL },
		{ "x", NULL, NULL },
		{ "", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *value = NULL;
		const struct option *o = peoption_find(rows[i].word, &value);
		is_str(o ? o->name : NULL, rows[i].name, "'%s': its name", rows[i].word);
		if (o)
			is_str(value, rows[i].value, "'%s': its value", rows[i].word);
	}
}

int main(void)
{
	for (size_t i = 0; i < pe_options.n; i++) {
		if (i)
			ok(strcmp(pe_options.row[i - 1].name, pe_options.row[i].name) < 0,
				"%s: comes after the one before", pe_options.row[i].name);
		test_row(&pe_options.row[i]);
	}
	test_words();
	return done_testing();
}
