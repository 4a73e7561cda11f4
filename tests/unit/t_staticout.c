/* What is said of programs, whole and damaged: no byte may lead out of the file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/elf.h"
#include "../../common/staticout.h"
#include "tap.h"

enum { BASE = 0x400000, SYMBOLS = 0x100, STRINGS = 0x200, RELOCS = 0x300, DYNAMIC = 0x400, SECTIONS = 0x500 };
enum { SIZE = 0x700 };

static unsigned char file[SIZE];

/* A program with two relocations against a weak undefined symbol, a dynamic
 * section that tells of them, and, when sections, a section table. */
static void make(bool sections)
{
	static const char strings[] = "\0statx\0libx.so";
	struct elf e = { .is64 = true };
	const struct elf_segment load = { .type = PT_LOAD, .vaddr = BASE, .filesz = SIZE, .memsz = SIZE };
	const struct elf_segment dynamic = {
		.type = 2, .offset = DYNAMIC, .vaddr = BASE + DYNAMIC, .filesz = 96
	};
	const struct elf_section table[] = {
		{ 0 },
		{ .type = SHT_DYNSYM, .flags = SHF_ALLOC, .offset = SYMBOLS, .size = 48, .link = 2 },
		{ .type = SHT_STRTAB, .flags = SHF_ALLOC, .offset = STRINGS, .size = sizeof strings },
		{ .type = SHT_RELA, .flags = SHF_ALLOC, .offset = RELOCS, .size = 72, .link = 1 },
	};
	const struct elf_symbol weak = { .name = 1, .bind = STB_WEAK };
	const uint64_t tags[] = { 7, BASE + RELOCS, 8, 72, 5, BASE + STRINGS, 0, 0 };
	const uint64_t types[] = { 37, 6 | (uint64_t)1 << 32, 7 | (uint64_t)1 << 32 };
	memset(file, 0, sizeof file);
	memcpy(file, "\177ELF\2\1\1", 7);
	elf_put(&e, file + 16, 2, ELF_EXEC);
	elf_put(&e, file + 18, 2, ELF_X86_64);
	elf_put(&e, file + 32, 8, 64);
	elf_put(&e, file + 54, 2, elf_segment_size(&e));
	elf_put(&e, file + 56, 2, 2);
	elf_put_segment(&e, file + 64, &load);
	elf_put_segment(&e, file + 64 + 56, &dynamic);
	memcpy(file + STRINGS, strings, sizeof strings);
	elf_put_symbol(&e, file + SYMBOLS + 24, &weak);
	for (size_t i = 0; i < 3; i++)
		elf_put(&e, file + RELOCS + i * 24 + 8, 8, types[i]);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		elf_put(&e, file + DYNAMIC + i * 8, 8, tags[i]);
	elf_put_tables(&e, file, SECTIONS, sections ? 4 : 0, 0);
	for (size_t i = 0; i < 4; i++)
		elf_put_section(&e, file + SECTIONS + i * 64, &table[i]);
}

/* A static PIE for i386 whose _start loads main's address as rcrt1.o does, by mov
 * (0x8b), or as GNU ld leaves it, by lea (0x8d). */
static void make_386(unsigned char load_byte)
{
	enum { ENTRY = 0x100, LOAD = 0x1c };
	struct elf e = { .is64 = false };
	const struct elf_segment load = { .type = PT_LOAD, .vaddr = BASE, .filesz = SIZE, .memsz = SIZE };
	const unsigned char start[] = { load_byte, 0x83, 0, 0, 0, 0, 0x50, 0xe8 };
	memset(file, 0, sizeof file);
	memcpy(file, "\177ELF\1\1\1", 7);
	elf_put(&e, file + 16, 2, ELF_DYN);
	elf_put(&e, file + 18, 2, ELF_386);
	elf_put(&e, file + 24, 4, BASE + ENTRY);
	elf_put(&e, file + 28, 4, 52);
	elf_put(&e, file + 42, 2, elf_segment_size(&e));
	elf_put(&e, file + 44, 2, 1);
	elf_put_segment(&e, file + 52, &load);
	memcpy(file + ENTRY + LOAD, start, sizeof start);
}

static bool look(struct staticout *o, size_t n)
{
	FILE *f = fopen("program", "wb");
	if (!f || fwrite(file, 1, n, f) != n || fclose(f) != 0)
		abort();
	return staticout_sound(o, "program");
}

int main(void)
{
	struct staticout o;
	make(true);
	ok(!look(&o, SIZE) && o.wrong == 2 && o.type == 6 && strcmp(o.symbol, "statx") == 0, "two are wrong");
	ok(o.weak.n == 1 && strcmp(o.weak.v[0], "statx") == 0, "of one symbol, weak and undefined");
	make(false);
	ok(!look(&o, SIZE) && o.wrong == 2 && !o.weak.n, "without sections the dynamic section tells");
	make_386(0x8b);
	ok(!look(&o, SIZE) && o.early && !o.wrong, "i386: main's address is read too early");
	make_386(0x8d);
	ok(look(&o, SIZE) && !o.early, "i386: it is not read, but calculated");
	ok(staticout_sound(&o, "nowhere") && staticout_sound(&o, "/dev/null") && staticout_sound(&o, "."),
		"what is no file is not judged");
	srand(1);
	for (int round = 0; round < 4000; round++) {
		make(round % 2);
		for (int i = rand() % 8; i >= 0; i--)
			file[(size_t)rand() % SIZE] = (unsigned char)rand();
		if (round % 3 == 0) /* a field of a table: all ones */
			memset(file + (size_t)rand() % (SIZE - 8), 255, 8);
		look(&o, round % 5 ? SIZE : (size_t)rand() % SIZE + 1);
	}
	ok(true, "damaged programs");
	return done_testing();
}
