/* Each text once; the end of another text inside that one. */
#include "../../common/strtab.h"
#include "tap.h"

int main(void)
{
	static const char *const texts[] = { "printf", "f", "", "intf", "printf", "main", "domain",
		"printf2" };
	size_t n = sizeof texts / sizeof *texts, number[sizeof texts / sizeof *texts];
	struct strtab t = { 0 };
	for (size_t i = 0; i < n; i++)
		number[i] = strtab_add(&t, texts[i]);
	strtab_finish(&t);
	for (size_t i = 0; i < n; i++)
		is_str(elf_string(t.bytes, strtab_offset(&t, number[i])), texts[i], "'%s' is in the table",
			texts[i]);
	ok(strtab_offset(&t, number[0]) == strtab_offset(&t, number[4]), "the same text is there once");
	ok(t.bytes.n == 1 + sizeof "printf" + sizeof "domain" + sizeof "printf2", "nothing is there twice");
	struct strtab empty = { 0 };
	strtab_finish(&empty);
	ok(empty.bytes.n == 1 && !*empty.bytes.p, "an empty table has the empty text");
	return done_testing();
}
