/* Files made by hand, whole and damaged: what is told of them, and that no byte
 * leads out of them. */
#include <stdlib.h>
#include <string.h>

#include "../../common/elfload.h"
#include "../../common/inspect.h"
#include "../../common/require.h"
#include "tap.h"

enum {
	BASE = 0x400000,
	STRINGS = 0x200,
	SYMBOLS = 0x300,
	VERSYM = 0x380,
	VERNEED = 0x3a0,
	NOTES = 0x400,
	DYNAMIC = 0x480,
	HASH = 0x600,
	SIZE = 0x640
};

static unsigned char file[SIZE];

/* Offsets into strings: libc.so.6 1, GLIBC_2.34 11, GLIBC_2.5 22, main 32, fork 37,
 * the search path 42. */
static const char strings[] = "\0libc.so.6\0GLIBC_2.34\0GLIBC_2.5\0main\0fork\0/home/u/lib";

static void put_words(const struct elf *e, unsigned char *p, const uint32_t *v, size_t n, size_t size)
{
	for (size_t i = 0; i < n; i++)
		elf_put(e, p + i * size, size, v[i]);
}

static void put_segments(const struct elf *e)
{
	const struct elf_segment segments[] = {
		{ .type = PT_LOAD, .vaddr = BASE, .filesz = SIZE, .memsz = SIZE },
		{ .type = PT_DYNAMIC, .offset = DYNAMIC, .vaddr = BASE + DYNAMIC, .filesz = 0x120 },
		{ .type = PT_NOTE, .offset = NOTES, .vaddr = BASE + NOTES, .filesz = 32, .align = 8 },
		{ .type = PT_GNU_STACK, .flags = PF_R | PF_W | PF_X },
	};
	elf_put(e, file + 32, 8, 64);
	elf_put(e, file + 54, 2, elf_segment_size(e));
	elf_put(e, file + 56, 2, 4);
	for (size_t i = 0; i < 4; i++)
		elf_put_segment(e, file + 64 + i * 56, &segments[i]);
}

/* A shared library without sections that needs fork@GLIBC_2.34 and, weakly,
 * something of GLIBC_2.5. */
static void make(void)
{
	const struct elf e = { .is64 = true };
	const struct elf_symbol fork = { .name = 37, .bind = STB_GLOBAL, .type = STT_FUNC };
	const struct elf_symbol main = { .name = 32, .bind = STB_GLOBAL, .section = 1 };
	const uint32_t tags[] = { DT_NEEDED, 1, DT_STRTAB, BASE + STRINGS, DT_STRSZ, sizeof strings,
		DT_SYMTAB, BASE + SYMBOLS, DT_VERSYM, BASE + VERSYM, DT_VERNEED, BASE + VERNEED,
		DT_VERNEEDNUM, 1, DT_HASH, BASE + HASH, DT_RUNPATH, 42, DT_TEXTREL, 0, DT_NULL, 0 };
	const uint32_t hash[] = { 1, 3, 0, 0, 0, 0 };
	const uint32_t need[] = { 1 | 2 << 16, 1, 16, 0 };
	const uint32_t aux[] = { 0, 0 | 2 << 16, 11, 16, 0, 2 | 3 << 16, 22, 0 };
	const uint32_t note[] = { 4, 16, 5, 0x00554e47, 0xc0008002, 4, 7, 0 };
	memset(file, 0, sizeof file);
	memcpy(file, "\177ELF\2\1\1", 7);
	elf_put(&e, file + 16, 2, ELF_DYN);
	elf_put(&e, file + 18, 2, ELF_X86_64);
	put_segments(&e);
	memcpy(file + STRINGS, strings, sizeof strings);
	elf_put_symbol(&e, file + SYMBOLS + 24, &fork);
	elf_put_symbol(&e, file + SYMBOLS + 48, &main);
	elf_put(&e, file + VERSYM + 2, 2, 2);
	elf_put(&e, file + VERSYM + 4, 2, 1);
	put_words(&e, file + VERNEED, need, 4, 4);
	put_words(&e, file + VERNEED + 16, aux, 8, 4);
	put_words(&e, file + NOTES, note, 8, 4);
	put_words(&e, file + DYNAMIC, tags, sizeof tags / sizeof *tags, 8);
	put_words(&e, file + HASH, hash, 6, 4);
}

static void test_facts(void)
{
	struct inspect f;
	make();
	inspect(&f, "libx.so", (struct elf_bytes){ file, SIZE }, NULL);
	is_str(f.damage, NULL, "nothing is wrong with it");
	ok(f.kind == INSPECT_SHARED && f.bits == 64 && !f.big, "a shared library");
	is_str(inspect_machine_name(&f), "x86_64", "its machine");
	is_str(f.runpath, "/home/u/lib", "its search path");
	ok(f.needed.n == 1 && strcmp(f.needed.v[0], "libc.so.6") == 0, "what it needs");
	const struct inspect_version *v = inspect_highest(&f, "GLIBC_");
	ok(f.versions == 2 && v && strcmp(v->name, "GLIBC_2.34") == 0 && !v->weak && f.version[1].weak,
		"its versions");
	ok(v && v->symbols.n == 1 && strcmp(v->symbols.v[0], "fork") == 0, "and the symbol that needs one");
	ok(f.exported == 1, "what it exports");
	ok(f.isa_needed == 3 && f.textrel && f.execstack == INSPECT_YES, "its code and safety");
	ok(f.paths.in[BUILDPATH_RPATH].count == 1 && !f.paths.in[BUILDPATH_LOADED].count,
		"a search path is told once");
}

static size_t broken(const char *rules, const struct inspect *f, const char **found)
{
	struct require r = { 0 };
	size_t n;
	require_add(&r, rules);
	const struct require_broken *list = require_check(&r, f, &n);
	*found = n ? list[0].found : NULL;
	return n;
}

static void test_rules(void)
{
	struct inspect f;
	const char *found;
	make();
	inspect(&f, "libx.so", (struct elf_bytes){ file, SIZE }, NULL);
	broken("glibc<=2.28", &f, &found);
	is_str(found, "needs 2.34 (fork of libc.so.6)", "a version that is too new");
	ok(!broken("glibc<=2.34,arch=amd64,needed=libc.so.*", &f, &found), "rules that are kept");
	ok(broken("no-textrel,no-execstack,isa<=v2,no-rpath,static,no-build-paths", &f, &found) == 6,
		"rules that are not");
	f.kind = INSPECT_NONE;
	ok(!broken("static", &f, &found), "what is no program is not judged");
}

/* The header of each format, with numbers beyond the file behind it. */
static void test_headers(void)
{
	static const char *const starts[] = { "\177ELF\1\1\1", "\177ELF\2\2\1", "!<arch>\n", "!<thin>\n",
		"\xca\xfe\xba\xbe\0\0\0\2", "\xca\xfe\xba\xbf\0\0\0\2", "\xfe\xed\xfa\xce",
		"\xcf\xfa\xed\xfe", "MZ", "BC\xc0\xde", "\x64\x86\2", "\0\0\xff\xff",
		"\0\0\xff\xff\1\0\x64\x86" };
	static const size_t lengths[] = { 7, 7, 8, 8, 8, 8, 4, 4, 2, 4, 3, 4, 8 };
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		for (size_t n = 0; n < 200; n++)
			for (int fill = 0; fill < 3; fill++) {
				struct inspect f;
				unsigned char *p = malloc(n ? n : 1);
				if (!p)
					abort();
				memset(p, fill == 2 ? 255 : fill, n);
				memcpy(p, starts[i], lengths[i] < n ? lengths[i] : n);
				inspect(&f, "x", (struct elf_bytes){ p, n }, NULL);
				free(p);
			}
	ok(true, "headers cut off anywhere");
}

static void test_damaged(void)
{
	srand(1);
	for (int round = 0; round < 20000; round++) {
		struct inspect f;
		const char *found;
		size_t n = round % 5 ? SIZE : (size_t)rand() % SIZE + 1;
		make();
		for (int i = rand() % 8; i >= 0; i--)
			file[(size_t)rand() % SIZE] = (unsigned char)rand();
		if (round % 3 == 0)
			memset(file + (size_t)rand() % (SIZE - 8), 255, 8);
		unsigned char *p = malloc(n);
		if (!p)
			abort();
		memcpy(p, file, n);
		inspect(&f, "x", (struct elf_bytes){ p, n }, NULL);
		broken("glibc<=2.28,no-build-paths,needed=x,static", &f, &found);
		free(p);
	}
	ok(true, "damaged libraries");
}

/* The same bytes are not looked at again for each of many sections. */
static void test_overlap(void)
{
	enum { SECTIONS = 4000, WHOLE = 64 + SECTIONS * 64 };
	const struct elf e = { .is64 = true };
	const struct elf_section s = { .type = SHT_PROGBITS, .flags = SHF_ALLOC, .size = WHOLE };
	struct inspect f;
	unsigned char *p = calloc(1, WHOLE);
	if (!p)
		abort();
	memcpy(p, "\177ELF\2\1\1", 7);
	elf_put(&e, p + 16, 2, ELF_EXEC);
	elf_put_tables(&e, p, 64, SECTIONS, 0);
	for (size_t i = 1; i < SECTIONS; i++)
		elf_put_section(&e, p + 64 + i * 64, &s);
	inspect(&f, "x", (struct elf_bytes){ p, WHOLE }, NULL);
	ok(f.damage && strstr(f.damage, "overlap"), "sections that overlap are told");
	free(p);
}

int main(void)
{
	test_facts();
	test_rules();
	test_headers();
	test_damaged();
	test_overlap();
	return done_testing();
}
