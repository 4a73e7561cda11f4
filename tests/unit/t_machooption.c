/* The table of a linker for macOS is in order, and each option is translated. */
#include "../../common/machooption.h"
#include "options.h"

static bool has_value(const struct macho_turn *t)
{
	return t->how == MACHO_PAIR || t->how == MACHO_ARCH || t->how == MACHO_PLATFORM ||
	       t->how == MACHO_OLDEST || t->how == MACHO_OUTPUT || t->how >= MACHO_INSTALL_NAME;
}

static bool has_text(const struct macho_turn *t)
{
	return t->how <= MACHO_IMPOSSIBLE || t->how == MACHO_FRAMEWORK;
}

static void test_row(const struct option *o)
{
	const struct macho_turn *t = &macho_turns[o->kind];
	ok(!has_text(t) || (t->to && *t->to), "%s: says what becomes of it", o->name);
	ok(!t->more || o->shape == SHAPE_SEPARATE, "%s: further words follow a value", o->name);
	if (t->how == MACHO_NO_SEARCH)
		ok(o->shape == SHAPE_FLAG, "%s: has no value", o->name);
	else if (has_value(t))
		ok(o->shape != SHAPE_FLAG, "%s: has a value", o->name);
	if (t->how == MACHO_WORD || t->how == MACHO_DYLIB || t->how == MACHO_ASKED)
		ok(o->shape == SHAPE_FLAG, "%s: has no value", o->name);
}

int main(void)
{
	const char *value;
	test_order(&macho_options);
	for (size_t i = 0; i < macho_options.n; i++)
		test_row(&macho_options.row[i]);
	ok(!option_find(&macho_options, "--version", &value), "ld64 has no --version");
	ok(!option_find(&macho_options, "-dylibx", &value), "nothing follows -dylib");
	const struct option *o = option_find(&macho_options, "-weak-lx", &value);
	is_str(o && value ? value : "", "x", "-weak-lx: the value of -weak-l");
	return done_testing();
}
