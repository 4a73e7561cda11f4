#include <ctype.h>
#include <string.h>

#include "elfbinary.h"
#include "mem.h"

/* The names are BFD's (binutils, bfd/targets.c), some of LLVM's behind them. */
static const struct target {
	const char *name;
	bool is64, big;
	unsigned machine;
} targets[] = {
	{ "elf64-x86-64", true, false, 62 },
	{ "elf32-x86-64", false, false, 62 },
	{ "elf32-i386", false, false, 3 },
	{ "elf64-littleaarch64", true, false, 183 },
	{ "elf64-aarch64", true, false, 183 },
	{ "elf64-bigaarch64", true, true, 183 },
	{ "elf32-littlearm", false, false, 40 },
	{ "elf32-bigarm", false, true, 40 },
	{ "elf64-littleriscv", true, false, 243 },
	{ "elf32-littleriscv", false, false, 243 },
	{ "elf64-powerpcle", true, false, 21 },
	{ "elf64-powerpc", true, true, 21 },
	{ "elf32-powerpc", false, true, 20 },
	{ "elf64-s390", true, true, 22 },
	{ "elf64-loongarch", true, false, 258 },
	{ "elf32-tradlittlemips", false, false, 8 },
	{ "elf32-tradbigmips", false, true, 8 },
	{ "elf64-tradlittlemips", true, false, 8 },
	{ "elf64-tradbigmips", true, true, 8 },
};

static const struct target *find(const char *name)
{
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
		if (strcmp(targets[i].name, name) == 0)
			return &targets[i];
	return NULL;
}

bool elfbinary_target(const char *name)
{
	return find(name) != NULL;
}

bool elfbinary_matches(const char *name, const struct elf *e)
{
	const struct target *t = find(name);
	return t && t->is64 == e->is64 && t->big == e->big && t->machine == e->machine;
}

const char *elfbinary_name(const struct elf *e)
{
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
		if (elfbinary_matches(targets[i].name, e))
			return targets[i].name;
	}
	return "elf";
}

static const char *symbol_name(const char *file, const char *end)
{
	char *name = mem_cat("_binary_", file, "_", end, NULL);
	for (char *p = name; *p; p++)
		if (!isalnum((unsigned char)*p))
			*p = '_';
	return name;
}

enum { DATA = 1, SYMTAB, STRTAB, SHSTRTAB, SECTIONS };
enum { SYMBOLS = 4, FIRST_GLOBAL = 1 };

struct maker {
	struct elf e;
	struct strtab names, texts;
	unsigned char *p;
	size_t n;
	struct elf_section h[SECTIONS];
};

static void put(struct maker *m, size_t i, struct elf_bytes b, size_t align)
{
	m->n = (m->n + align - 1) / align * align;
	m->h[i].offset = m->n;
	m->h[i].size = b.n;
	m->h[i].align = align;
	if (b.n)
		memcpy(m->p + m->n, b.p, b.n);
	m->n += b.n;
}

static struct elf_bytes symbols(struct maker *m, const char *file, size_t n)
{
	const struct elf_symbol s[SYMBOLS] = {
		{ 0 },
		{ .bind = STB_GLOBAL, .section = DATA },
		{ .bind = STB_GLOBAL, .section = DATA, .value = n },
		{ .bind = STB_GLOBAL, .section = SHN_ABS, .special = true, .value = n },
	};
	static const char *const ends[SYMBOLS] = { "", "start", "end", "size" };
	size_t size = elf_symbol_size(&m->e), text[SYMBOLS];
	unsigned char *p = mem_alloc(SYMBOLS * size);
	for (size_t i = 1; i < SYMBOLS; i++)
		text[i] = strtab_add(&m->texts, symbol_name(file, ends[i]));
	strtab_finish(&m->texts);
	for (size_t i = 1; i < SYMBOLS; i++) {
		struct elf_symbol one = s[i];
		one.name = strtab_offset(&m->texts, text[i]);
		elf_put_symbol(&m->e, p + i * size, &one);
	}
	return (struct elf_bytes){ p, SYMBOLS * size };
}

static void put_header(struct maker *m)
{
	unsigned char *p = m->p;
	memcpy(p, "\177ELF", 4);
	p[4] = m->e.is64 ? 2 : 1;
	p[5] = m->e.big ? 2 : 1;
	p[6] = 1;
	elf_put(&m->e, p + 16, 2, ELF_REL);
	elf_put(&m->e, p + 18, 2, m->e.machine);
	elf_put(&m->e, p + 20, 4, 1);
	elf_put(&m->e, p + (m->e.is64 ? 52 : 40), 2, elf_header_size(&m->e));
}

struct elf_bytes elfbinary_make(const char *target, const char *file, struct elf_bytes bytes)
{
	const struct target *t = find(target);
	static const char *const names[SECTIONS] = { "", ".data", ".symtab", ".strtab", ".shstrtab" };
	struct maker m = { .e = { .is64 = t->is64, .big = t->big, .machine = t->machine } };
	size_t name[SECTIONS], size = elf_section_size(&m.e);
	for (size_t i = 1; i < SECTIONS; i++)
		name[i] = strtab_add(&m.names, names[i]);
	strtab_finish(&m.names);
	struct elf_bytes table = symbols(&m, file, bytes.n);
	m.p = mem_alloc(bytes.n + table.n + m.texts.bytes.n + m.names.bytes.n + 1024);
	m.n = elf_header_size(&m.e);
	put_header(&m);
	m.h[DATA] = (struct elf_section){ .type = SHT_PROGBITS, .flags = SHF_ALLOC | SHF_WRITE };
	m.h[SYMTAB] = (struct elf_section){ .type = SHT_SYMTAB, .link = STRTAB, .info = FIRST_GLOBAL };
	m.h[SYMTAB].entsize = elf_symbol_size(&m.e);
	m.h[STRTAB].type = m.h[SHSTRTAB].type = SHT_STRTAB;
	put(&m, DATA, bytes, 1);
	put(&m, SYMTAB, table, 8);
	put(&m, STRTAB, m.texts.bytes, 1);
	put(&m, SHSTRTAB, m.names.bytes, 1);
	m.n = (m.n + 7) / 8 * 8;
	elf_put_tables(&m.e, m.p, m.n, SECTIONS, SHSTRTAB);
	for (size_t i = 1; i < SECTIONS; i++) {
		m.h[i].name = strtab_offset(&m.names, name[i]);
		elf_put_section(&m.e, m.p + m.n + i * size, &m.h[i]);
	}
	return (struct elf_bytes){ m.p, m.n + SECTIONS * size };
}

/* Where a section is loaded: as its segment's physical address says, as in BFD. */
static uint64_t load_address(const struct elf *e, const struct elf_section *h)
{
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.type == PT_LOAD && h->offset >= s.offset && h->offset - s.offset < s.filesz &&
			h->addr >= s.vaddr && h->addr - s.vaddr < s.memsz)
			return s.paddr + (h->addr - s.vaddr);
	}
	return h->addr;
}

static bool is_loaded(const struct elfedit_section *s)
{
	return s->keep && s->h.flags & SHF_ALLOC && s->h.type != SHT_NOBITS && s->data.n;
}

const char *elfbinary_flatten(const struct elfedit *x, const struct elfbinary_gaps *g, struct elf_bytes *out)
{
	uint64_t low = UINT64_MAX, high = 0;
	for (size_t i = 1; i < x->n; i++) {
		const struct elfedit_section *s = &x->section[i];
		if (!is_loaded(s))
			continue;
		uint64_t at = load_address(x->elf, &s->h);
		low = at < low ? at : low;
		high = at + s->data.n > high ? at + s->data.n : high;
	}
	if (g->pad_to > high && high)
		high = g->pad_to;
	if (low > high)
		low = high;
	if (high - low > 1u << 30)
		return "would become a binary of more than 1 GiB: its sections are far apart; choose some "
		       "with -j";
	size_t n = (size_t)(high - low);
	unsigned char *p = mem_alloc(n + 1);
	memset(p, g->fill, n);
	for (size_t i = 1; i < x->n; i++) {
		const struct elfedit_section *s = &x->section[i];
		uint64_t at = is_loaded(s) ? load_address(x->elf, &s->h) : 0;
		if (is_loaded(s) && at >= low && at - low <= n && s->data.n <= n - (at - low))
			memcpy(p + (at - low), s->data.p, s->data.n);
	}
	*out = (struct elf_bytes){ p, n };
	return NULL;
}
