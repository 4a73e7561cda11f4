/* COFF objects and PE programs in outline: headers, imported libraries, the number
 * of exports.  Source: Microsoft's "PE Format". */
#include <string.h>

#include "inspect.h"
#include "mem.h"

enum { MZ_HEADER = 64, COFF_HEADER = 20, SECTION = 40, SYMBOL = 18, BIG_HEADER = 56, BIG_SYMBOL = 20 };
enum { DLL = 0x2000, DYNAMIC_BASE = 0x40, NX_COMPAT = 0x100 };
enum { EXPORTS = 0, IMPORTS = 1, DELAYED = 13 };
enum { CLASS_EXTERNAL = 2, CLASS_WEAK = 105 };

static const struct elf little;

static uint64_t get(struct elf_bytes b, size_t at, size_t size)
{
	return at <= b.n && size <= b.n - at ? elf_get(&little, b.p + at, size) : 0;
}

static struct elf_bytes rest(struct elf_bytes b, uint64_t at)
{
	return at < b.n ? (struct elf_bytes){ b.p + at, b.n - (size_t)at } : (struct elf_bytes){ NULL, 0 };
}

static void take_machine(struct inspect *f, unsigned number)
{
	f->machine_number = number;
	f->machine = machine_of_coff(number);
	f->os = "windows";
	f->bits = f->machine && (f->machine->bits == 64 || number == 0x8664) ? 64 : 32;
}

/* --- objects ------------------------------------------------------------ */

/* Symbols with their auxiliary records: a defined one has a section, or is common
 * with a size. */
static void take_symbols(struct inspect *f, struct elf_bytes file, uint64_t at, size_t n, size_t size)
{
	struct elf_bytes b = rest(file, at);
	size_t wide = size == BIG_SYMBOL ? 4 : 2;
	if (!n)
		return;
	if (n > b.n / size) {
		f->damage = "its symbol table lies outside of the file";
		return;
	}
	f->symbols = true;
	for (size_t i = 0; i < n; i++) {
		const unsigned char *p = b.p + i * size;
		unsigned storage = p[size - 2];
		bool defined = elf_get(&little, p + 12, wide) || elf_get(&little, p + 8, 4);
		f->exported += storage == CLASS_EXTERNAL && defined;
		i += p[size - 1];
	}
}

/* Names longer than eight bytes stand in the string table behind the symbols. */
static const char *section_name(struct elf_bytes section, struct elf_bytes strings)
{
	size_t offset = 0;
	for (size_t k = 1; k < 8 && *section.p == '/' && section.p[k] >= '0' && section.p[k] <= '9'; k++)
		offset = offset * 10 + (section.p[k] - '0');
	return offset ? elf_string(strings, offset) : mem_dup((const char *)section.p, 8);
}

/* Sections of a sound file do not overlap, and a damaged one does not have its bytes
 * looked at for each of them. */
static void take_sections(
	struct inspect *f, struct elf_bytes file, struct elf_bytes b, size_t n, struct elf_bytes strings)
{
	size_t room = file.n;
	for (size_t i = 0; i < n && b.n >= SECTION; i++, b = rest(b, SECTION)) {
		const char *name = section_name(b, strings);
		struct elf_bytes contents = rest(file, get(b, 20, 4));
		size_t size = (size_t)get(b, 16, 4);
		bool debug = strncmp(name, ".debug", 6) == 0;
		f->debug |= debug;
		if (size > contents.n || size > room || !get(b, 20, 4))
			continue;
		room -= contents.n = size;
		buildpath_find(&f->paths, debug ? BUILDPATH_DEBUG : BUILDPATH_LOADED, name, contents);
	}
	if (f->symbols)
		buildpath_find(&f->paths, BUILDPATH_SYMBOLS, "", strings);
}

static void look_at_object(struct inspect *f, struct elf_bytes b, bool big)
{
	size_t header = big ? BIG_HEADER : COFF_HEADER, size = big ? BIG_SYMBOL : SYMBOL;
	size_t sections = (size_t)(big ? get(b, 44, 4) : get(b, 2, 2));
	uint64_t symbols = get(b, big ? 48 : 8, 4);
	size_t n = (size_t)get(b, big ? 52 : 12, 4);
	f->kind = INSPECT_OBJECT;
	take_machine(f, (unsigned)get(b, big ? 6 : 0, 2));
	if (sections > rest(b, header).n / SECTION) {
		f->damage = "its section table lies outside of the file";
		return;
	}
	take_symbols(f, b, symbols, n, size);
	take_sections(f, b, rest(b, header), sections, rest(b, symbols + (uint64_t)n * size));
}

/* A member of an import library: names a function and the library that has it. */
static void look_at_import(struct inspect *f, struct elf_bytes b)
{
	struct elf_bytes names = rest(b, COFF_HEADER);
	f->kind = INSPECT_OBJECT;
	take_machine(f, (unsigned)get(b, 6, 2));
	f->exported = 1;
	strv_push(&f->needed, elf_string(names, strlen(elf_string(names, 0)) + 1));
}

void inspect_coff(struct inspect *f, struct elf_bytes b)
{
	f->format = INSPECT_COFF;
	bool special = get(b, 0, 4) == 0xffff0000;
	if (special && get(b, 4, 2) == 0)
		look_at_import(f, b);
	else
		look_at_object(f, b, special);
}

/* --- programs ----------------------------------------------------------- */

struct pe {
	struct inspect *f;
	struct elf_bytes file, sections;
	size_t section_count;
	struct elf_bytes directories; /* eight bytes each */
};

/* The bytes at an address of the loaded image, to the end of its section. */
static struct elf_bytes at_address(const struct pe *p, uint64_t address)
{
	for (size_t i = 0; i < p->section_count; i++) {
		struct elf_bytes s = rest(p->sections, i * SECTION);
		uint64_t start = get(s, 12, 4), size = get(s, 16, 4);
		if (address < start || address - start >= size)
			continue;
		struct elf_bytes b = rest(p->file, get(s, 20, 4) + (address - start));
		b.n = size - (address - start) < b.n ? (size_t)(size - (address - start)) : b.n;
		return b;
	}
	return (struct elf_bytes){ NULL, 0 };
}

static struct elf_bytes directory(const struct pe *p, size_t i)
{
	uint64_t address = get(p->directories, i * 8, 4);
	return address ? at_address(p, address) : (struct elf_bytes){ NULL, 0 };
}

/* Rows of a size, up to one without a name; the name's address stands at an
 * offset. */
static void take_imports(const struct pe *p, size_t i, size_t size, size_t name_at)
{
	struct elf_bytes b = directory(p, i);
	for (; b.n >= size; b = rest(b, size)) {
		uint64_t name = get(b, name_at, 4);
		if (!name)
			return;
		strv_push(&p->f->needed, elf_string(at_address(p, name), 0));
	}
}

static void take_exports(const struct pe *p)
{
	struct elf_bytes b = directory(p, EXPORTS);
	if (!b.p)
		return;
	struct elf_bytes functions = at_address(p, get(b, 28, 4));
	for (size_t i = 0, n = (size_t)get(b, 20, 4); i < n && i < functions.n / 4; i++)
		p->f->exported += get(functions, i * 4, 4) != 0; /* numbers may be left out */
	p->f->soname = elf_string(at_address(p, get(b, 12, 4)), 0);
}

static void take_optional(const struct pe *p, struct elf_bytes b)
{
	bool wide = get(b, 0, 2) == 0x20b;
	uint64_t flags = get(b, 70, 2);
	p->f->bits = wide ? 64 : 32;
	p->f->pie = p->f->kind == INSPECT_PROGRAM && flags & DYNAMIC_BASE;
	p->f->execstack = flags & NX_COMPAT ? INSPECT_NO : INSPECT_YES;
}

static struct elf_bytes directories(struct elf_bytes optional)
{
	bool wide = get(optional, 0, 2) == 0x20b;
	struct elf_bytes b = rest(optional, wide ? 112 : 96);
	uint64_t n = get(optional, wide ? 108 : 92, 4);
	b.n = n < b.n / 8 ? (size_t)n * 8 : b.n;
	return b;
}

void inspect_pe(struct inspect *f, struct elf_bytes b)
{
	size_t at = (size_t)get(b, 60, 4);
	struct elf_bytes coff = rest(b, at + 4);
	f->format = INSPECT_PE;
	if (b.n < MZ_HEADER || coff.n < COFF_HEADER || get(b, at, 4) != 0x4550) {
		f->damage = "is a DOS program, or is damaged: it has no PE header";
		return;
	}
	size_t size = (size_t)get(coff, 16, 2);
	struct elf_bytes optional = rest(coff, COFF_HEADER);
	struct pe p = { .f = f, .file = b, .sections = rest(coff, COFF_HEADER + size) };
	optional.n = size < optional.n ? size : optional.n;
	p.section_count = (size_t)get(coff, 2, 2);
	p.directories = directories(optional);
	if (p.section_count > p.sections.n / SECTION) {
		f->damage = "its section table lies outside of the file";
		return;
	}
	take_machine(f, (unsigned)get(coff, 0, 2));
	f->kind = get(coff, 18, 2) & DLL ? INSPECT_SHARED : INSPECT_PROGRAM;
	take_optional(&p, optional);
	take_imports(&p, IMPORTS, 20, 12);
	take_imports(&p, DELAYED, 32, 4);
	take_exports(&p);
	f->symbols = get(coff, 12, 4) != 0;
	take_sections(f, b, p.sections, p.section_count,
		rest(b, get(coff, 8, 4) + get(coff, 12, 4) * (uint64_t)SYMBOL));
	f->is_static = f->kind == INSPECT_PROGRAM && !f->needed.n;
}
