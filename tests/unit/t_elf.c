/* Records read as they were written, in each class and byte order; what lies
 * outside of a file is absent. */
#include <string.h>

#include "../../common/elf.h"
#include "tap.h"

static void test_records(bool is64, bool big)
{
	const struct elf e = { .is64 = is64, .big = big };
	const char *kind = is64 ? (big ? "64 big" : "64 little") : big ? "32 big" : "32 little";
	unsigned char p[64] = { 0 };
	struct elf_symbol s = {
		.name = 7, .bind = STB_WEAK, .type = STT_FUNC, .other = 2, .section = 5, .value = 9
	};
	elf_put_symbol(&e, p, &s);
	struct elf_symbols t = { .elf = &e, .table = { p, elf_symbol_size(&e) }, .n = 1 };
	struct elf_symbol r = elf_symbols_at(&t, 0);
	ok(r.name == 7 && r.bind == STB_WEAK && r.type == STT_FUNC && r.section == 5 && r.value == 9 &&
			!r.special,
		"%s: a symbol", kind);
	s.section = 0xff01;
	elf_put_symbol(&e, p, &s);
	r = elf_symbols_at(&t, 0);
	ok(r.special && r.section == SHN_XINDEX, "%s: a section's number that does not fit", kind);
	memset(p, 0, sizeof p);
	elf_put_reloc_symbol(&e, p, 0x123456);
	ok(elf_get_reloc(&e, p).symbol == 0x123456, "%s: a relocation's symbol", kind);
	elf_put(&e, p, 4, 0x01020304);
	ok(p[0] == (big ? 1 : 4) && elf_get(&e, p, 4) == 0x01020304, "%s: a number", kind);
}

int main(void)
{
	struct elf e;
	const char *why;
	unsigned char header[64] = "\177ELF\2\1\1";
	for (int i = 0; i < 4; i++)
		test_records(i & 1, i & 2);
	ok(elf_open(&e, header, 64, &why) && e.shnum == 0, "a header alone is a file without sections");
	ok(!elf_open(&e, header, 63, &why), "a header that is cut off is none");
	header[40] = 64; /* e_shoff: behind the end */
	header[58] = 64;
	header[60] = 1;
	ok(!elf_open(&e, header, 64, &why), "tables outside of the file are refused");
	ok(!elf_open(&e, NULL, 0, &why), "nothing is no file");
	struct elf_section s = { .type = SHT_PROGBITS, .offset = 60, .size = 5 };
	ok(!elf_contents(&e, &s).p, "contents that end outside are absent");
	is_str(elf_string((struct elf_bytes){ header, 3 }, 1), "", "a string without an end is empty");
	return done_testing();
}
