/* The table of a linker for Windows is in order, and each option is translated. */
#include "../../common/peoption.h"
#include "options.h"

static bool has_value(const struct pe_turn *t)
{
	static const unsigned char rows[] = { PE_VALUE, PE_EMULATION, PE_OUTPUT, PE_ENTRY, PE_SUBSYSTEM,
		PE_VERSION, PE_EXCLUDE, PE_LIBRARY, PE_LIBRARY_DIR };
	return memchr(rows, t->how, sizeof rows) != NULL;
}

static bool has_text(const struct pe_turn *t)
{
	return t->how <= PE_IMPOSSIBLE || t->how == PE_VERSION;
}

static void test_row(const struct option *o)
{
	const struct pe_turn *t = &pe_turns[o->kind];
	ok(o->name[0] == '-' && o->name[1] && o->name[1] != '-', "%s: has one dash", o->name);
	ok(!has_value(t) || o->shape != SHAPE_FLAG, "%s: has the value that it needs", o->name);
	ok(!has_text(t) || (t->to && *t->to), "%s: is told what becomes of it", o->name);
}

static void test_words(void)
{
	static const struct spelling rows[] = {
		{ "--out-implib", "-out-implib", NULL },
		{ "-out-implib=x", "-out-implib=", "x" },
		{ "--out-implib=x", "-out-implib=", "x" },
		{ "-lfoo", "-l", "foo" },
		{ "-ofoo", "-o", "foo" },
		{ "--library=foo", "-library=", "foo" },
		{ "-shared", "-shared", NULL },
		{ "-s", "-s", NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_spelling(peoption_find, &rows[i]);
	test_no_options(peoption_find);
}

int main(void)
{
	test_order(&pe_options);
	for (size_t i = 0; i < pe_options.n; i++)
		test_row(&pe_options.row[i]);
	test_words();
	return done_testing();
}
