/* The table of the linker that is "zig cc" is in order, and each option is translated. */
#include "../../common/zigcckeyword.h"
#include "../../common/zigccoption.h"
#include "options.h"

static bool has_value(const struct zigcc_turn *t)
{
	static const unsigned char rows[] = { ZIGCC_VALUE, ZIGCC_FILE, ZIGCC_SCRIPT, ZIGCC_KEYWORD,
		ZIGCC_EMULATION, ZIGCC_OUTPUT, ZIGCC_LOADER, ZIGCC_MAP, ZIGCC_LIBRARY, ZIGCC_LIBRARY_DIR };
	return memchr(rows, t->how, sizeof rows) != NULL;
}

static bool has_word(const struct zigcc_turn *t)
{
	return t->how <= ZIGCC_FILE || t->how == ZIGCC_STRIP || t->how == ZIGCC_MAP || t->how == ZIGCC_LOADER;
}

static void test_row(const struct option *o)
{
	const struct zigcc_turn *t = &zigcc_turns[o->kind];
	ok(o->name[0] == '-' && o->name[1] && o->name[1] != '-', "%s: has one dash", o->name);
	ok(!has_value(t) || o->shape != SHAPE_FLAG, "%s: has the value that it needs", o->name);
	ok(!has_word(t) || (t->to && *t->to), "%s: has a word", o->name);
	ok(t->how != ZIGCC_IMPOSSIBLE || t->loss, "%s: is refused with a reason", o->name);
	ok(!t->since || t->older == ZIGCC_NOTHING || t->loss, "%s: older zigs are told of", o->name);
}

static void test_words(void)
{
	static const struct spelling rows[] = {
		{ "--soname", "-soname", NULL },
		{ "--soname=x", "-soname", "x" },
		{ "-soname=x", "-soname", "x" },
		{ "-lfoo", "-l", "foo" },
		{ "-ofoo", "-o", "foo" },
		{ "--entry=main", "-entry", "main" },
		{ "-entry=main", "-entry", "main" },
		{ "-emain", "-e", "main" },
		{ "--library=foo", "-library", "foo" },
		{ "--defsym=a=b", "-defsym", "a=b" },
		{ "-plugin-opt=mcpu=x86-64", "-plugin-opt=mcpu=", "x86-64" },
		{ "-plugin-opt=save-temps", "-plugin-opt=", "save-temps" },
		{ "--build-id=sha1", "-build-id=", "sha1" },
		{ "--build-id", "-build-id", NULL },
		{ "-znow", "-z", "now" },
		{ "-shared", "-shared", NULL },
		{ "-s", "-s", NULL },
		{ "--nonsense=x", NULL, NULL },
		{ "--a-name-that-is-longer-than-any-of-the-options-of-ld=x", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_spelling(zigccoption_find, &rows[i]);
	test_no_options(zigccoption_find);
}

static void test_keywords(void)
{
	static const struct {
		const char *word;
		int how;
	} rows[] = {
		{ "now", ZIGCC_VALUE },
		{ "stack-size=65536", ZIGCC_VALUE },
		{ "stack-size", ZIGCC_IMPOSSIBLE },
		{ "nowhere", ZIGCC_IMPOSSIBLE },
		{ "text", ZIGCC_NOTHING },
		{ "muldefs", ZIGCC_IMPOSSIBLE },
		{ "", ZIGCC_IMPOSSIBLE },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ok(zigcckeyword_find(rows[i].word)->how == rows[i].how, "-z '%s': how", rows[i].word);
}

int main(void)
{
	test_order(&zigcc_options);
	for (size_t i = 0; i < zigcc_options.n; i++)
		test_row(&zigcc_options.row[i]);
	test_words();
	test_keywords();
	return done_testing();
}
