/* One function describes each record; a coder walks through it in either
 * direction.  Offsets of the file header: the ABI's Elf32_Ehdr, Elf64_Ehdr. */
#include <string.h>

#include "elf.h"

struct coder {
	const struct elf *e;
	unsigned char *p;
	bool write;
};

uint64_t elf_get(const struct elf *e, const unsigned char *p, size_t size)
{
	uint64_t v = 0;
	for (size_t i = 0; i < size; i++)
		v = v << 8 | p[e->big ? i : size - 1 - i];
	return v;
}

void elf_put(const struct elf *e, unsigned char *p, size_t size, uint64_t v)
{
	for (size_t i = 0; i < size; i++, v >>= 8)
		p[e->big ? size - 1 - i : i] = (unsigned char)v;
}

static uint64_t field(struct coder *c, size_t size, uint64_t v)
{
	if (c->write)
		elf_put(c->e, c->p, size, v);
	else
		v = elf_get(c->e, c->p, size);
	c->p += size;
	return v;
}

static void half(struct coder *c, uint32_t *v)
{
	*v = (uint32_t)field(c, 4, *v);
}

static void word(struct coder *c, uint64_t *v)
{
	*v = field(c, c->e->is64 ? 8 : 4, *v);
}

static void code_section(struct coder *c, struct elf_section *s)
{
	half(c, &s->name);
	half(c, &s->type);
	word(c, &s->flags);
	word(c, &s->addr);
	word(c, &s->offset);
	word(c, &s->size);
	half(c, &s->link);
	half(c, &s->info);
	word(c, &s->align);
	word(c, &s->entsize);
}

static void code_segment(struct coder *c, struct elf_segment *s)
{
	half(c, &s->type);
	if (c->e->is64)
		half(c, &s->flags);
	word(c, &s->offset);
	word(c, &s->vaddr);
	word(c, &s->paddr);
	word(c, &s->filesz);
	word(c, &s->memsz);
	if (!c->e->is64)
		half(c, &s->flags);
	word(c, &s->align);
}

static void code_symbol(struct coder *c, struct elf_symbol *s)
{
	half(c, &s->name);
	if (!c->e->is64) {
		word(c, &s->value);
		word(c, &s->size);
	}
	uint64_t info = field(c, 1, (uint64_t)(s->bind << 4 | s->type));
	s->bind = (unsigned char)(info >> 4);
	s->type = info & 15;
	s->other = (unsigned char)field(c, 1, s->other);
	s->section = (uint32_t)field(c, 2, s->section);
	if (c->e->is64) {
		word(c, &s->value);
		word(c, &s->size);
	}
}

size_t elf_header_size(const struct elf *e)
{
	return e->is64 ? 64 : 52;
}

size_t elf_section_size(const struct elf *e)
{
	return e->is64 ? 64 : 40;
}

size_t elf_segment_size(const struct elf *e)
{
	return e->is64 ? 56 : 32;
}

size_t elf_symbol_size(const struct elf *e)
{
	return e->is64 ? 24 : 16;
}

size_t elf_reloc_size(const struct elf *e, bool addend)
{
	return (e->is64 ? 16u : 8u) + (addend ? (e->is64 ? 8u : 4u) : 0u);
}

/* n records of a size at offset lie inside the file. */
static bool inside(const struct elf *e, uint64_t offset, uint64_t n, size_t size)
{
	return offset <= e->file.n && n <= (e->file.n - offset) / size;
}

static bool read_identity(struct elf *e)
{
	const unsigned char *p = e->file.p;
	if (e->file.n < 52 || memcmp(p, "\177ELF", 4) != 0)
		return false;
	e->is64 = p[4] == 2;
	e->big = p[5] == 2;
	return (p[4] == 1 || p[4] == 2) && (p[5] == 1 || p[5] == 2) && e->file.n >= elf_header_size(e);
}

/* The tables' places, and the counts that do not fit 16 bits from section 0. */
static bool read_tables(struct elf *e)
{
	const unsigned char *p = e->file.p, *tail = p + (e->is64 ? 54 : 42);
	size_t word_size = e->is64 ? 8 : 4;
	e->entry = elf_get(e, p + 24, word_size);
	e->phoff = elf_get(e, p + 24 + word_size, word_size);
	e->shoff = elf_get(e, p + 24 + 2 * word_size, word_size);
	size_t phentsize = elf_get(e, tail, 2), shentsize = elf_get(e, tail + 4, 2);
	e->phnum = elf_get(e, tail + 2, 2);
	e->shnum = elf_get(e, tail + 6, 2);
	e->shstrndx = elf_get(e, tail + 8, 2);
	if (!e->shoff)
		e->shnum = e->shstrndx = 0;
	if (e->shoff && (shentsize != elf_section_size(e) || !inside(e, e->shoff, 1, shentsize)))
		return false;
	if (e->shoff) {
		struct elf_section zero = elf_section(e, 0);
		if (!e->shnum)
			e->shnum = zero.size < e->file.n ? (size_t)zero.size : e->file.n;
		if (e->shstrndx == SHN_XINDEX)
			e->shstrndx = zero.link;
		if (e->phnum == 0xffff)
			e->phnum = zero.info;
	}
	return (!e->phnum ||
		       (phentsize == elf_segment_size(e) && inside(e, e->phoff, e->phnum, phentsize))) &&
	       (!e->shnum || inside(e, e->shoff, e->shnum, elf_section_size(e)));
}

bool elf_open(struct elf *e, const void *p, size_t n, const char **why)
{
	*e = (struct elf){ .file = { p, n } };
	*why = "file format not recognized";
	if (!read_identity(e))
		return false;
	e->type = (unsigned)elf_get(e, e->file.p + 16, 2);
	e->machine = (unsigned)elf_get(e, e->file.p + 18, 2);
	*why = "file truncated or damaged: its ELF tables lie outside of it";
	if (!read_tables(e))
		return false;
	if (e->shstrndx >= e->shnum)
		e->shstrndx = 0;
	if (e->shstrndx) {
		struct elf_section s = elf_section(e, e->shstrndx);
		e->names = elf_contents(e, &s);
	}
	return true;
}

/* A coder that only reads does not write through its pointer. */
static struct coder reader(const struct elf *e, const unsigned char *p)
{
	return (struct coder){ e, (unsigned char *)p, false };
}

struct elf_section elf_section(const struct elf *e, size_t i)
{
	struct elf_section s = { 0 };
	struct coder c = reader(e, e->file.p + e->shoff + i * elf_section_size(e));
	code_section(&c, &s);
	return s;
}

struct elf_segment elf_segment(const struct elf *e, size_t i)
{
	struct elf_segment s = { 0 };
	struct coder c = reader(e, e->file.p + e->phoff + i * elf_segment_size(e));
	code_segment(&c, &s);
	return s;
}

struct elf_bytes elf_contents(const struct elf *e, const struct elf_section *s)
{
	if (s->type == SHT_NOBITS || s->type == SHT_NULL || s->offset > e->file.n ||
		s->size > e->file.n - s->offset)
		return (struct elf_bytes){ NULL, 0 };
	return (struct elf_bytes){ e->file.p + s->offset, (size_t)s->size };
}

const char *elf_string(struct elf_bytes table, uint64_t offset)
{
	if (offset >= table.n || !memchr(table.p + offset, 0, table.n - offset))
		return "";
	return (const char *)table.p + offset;
}

const char *elf_section_name(const struct elf *e, const struct elf_section *s)
{
	return elf_string(e->names, s->name);
}

size_t elf_find_type(const struct elf *e, uint32_t type, size_t from)
{
	for (size_t i = from + 1; i < e->shnum; i++)
		if (elf_section(e, i).type == type)
			return i;
	return 0;
}

/* The SHT_SYMTAB_SHNDX section of symbol table number i. */
static struct elf_bytes extended_numbers(const struct elf *e, size_t i)
{
	for (size_t k = 0; (k = elf_find_type(e, SHT_SYMTAB_SHNDX, k));) {
		struct elf_section s = elf_section(e, k);
		if (s.link == i)
			return elf_contents(e, &s);
	}
	return (struct elf_bytes){ NULL, 0 };
}

struct elf_symbols elf_symbols(const struct elf *e, size_t i)
{
	struct elf_symbols t = { .elf = e, .section = i };
	if (!i || i >= e->shnum)
		return t;
	struct elf_section s = elf_section(e, i);
	t.table = elf_contents(e, &s);
	t.n = t.table.n / elf_symbol_size(e);
	if (s.link && s.link < e->shnum) {
		struct elf_section strings = elf_section(e, s.link);
		t.strings = elf_contents(e, &strings);
	}
	t.shndx = extended_numbers(e, i);
	return t;
}

struct elf_symbol elf_symbols_at(const struct elf_symbols *t, size_t i)
{
	struct elf_symbol s = { 0 };
	struct coder c = reader(t->elf, t->table.p + i * elf_symbol_size(t->elf));
	code_symbol(&c, &s);
	if (s.section == SHN_XINDEX && (i + 1) * 4 <= t->shndx.n)
		s.section = (uint32_t)elf_get(t->elf, t->shndx.p + i * 4, 4);
	else
		s.special = s.section >= SHN_LORESERVE;
	return s;
}

const char *elf_symbols_name(const struct elf_symbols *t, const struct elf_symbol *s)
{
	return elf_string(t->strings, s->name);
}

void elf_put_section(const struct elf *e, unsigned char *p, const struct elf_section *s)
{
	struct elf_section copy = *s;
	struct coder c = { e, p, true };
	code_section(&c, &copy);
}

void elf_put_segment(const struct elf *e, unsigned char *p, const struct elf_segment *s)
{
	struct elf_segment copy = *s;
	struct coder c = { e, p, true };
	code_segment(&c, &copy);
}

void elf_put_symbol(const struct elf *e, unsigned char *p, const struct elf_symbol *s)
{
	struct elf_symbol copy = *s;
	struct coder c = { e, p, true };
	if (!s->special && s->section >= SHN_LORESERVE)
		copy.section = SHN_XINDEX;
	code_symbol(&c, &copy);
}

/* Where the number of a relocation's symbol stands: four bytes, but three on 32
 * bits; mips64 has it first in either byte order (its ABI's supplement). */
static size_t reloc_symbol_at(const struct elf *e)
{
	if (!e->is64)
		return e->big ? 4 : 5;
	return e->big || e->machine == ELF_MIPS ? 8 : 12;
}

struct elf_reloc elf_get_reloc(const struct elf *e, const unsigned char *p)
{
	size_t size = e->is64 ? 8 : 4;
	struct elf_reloc r = { .offset = elf_get(e, p, size), .info = elf_get(e, p + size, size) };
	r.symbol = (uint32_t)elf_get(e, p + reloc_symbol_at(e), e->is64 ? 4 : 3);
	return r;
}

void elf_put_reloc_symbol(const struct elf *e, unsigned char *p, uint32_t symbol)
{
	elf_put(e, p + reloc_symbol_at(e), e->is64 ? 4 : 3, symbol);
}

void elf_put_tables(const struct elf *e, unsigned char *p, uint64_t shoff, size_t shnum, size_t shstrndx)
{
	unsigned char *tail = p + (e->is64 ? 54 : 42);
	size_t size = e->is64 ? 8 : 4;
	elf_put(e, p + 24 + 2 * size, size, shnum ? shoff : 0);
	elf_put(e, tail + 4, 2, elf_section_size(e));
	elf_put(e, tail + 6, 2, shnum < SHN_LORESERVE ? shnum : 0);
	elf_put(e, tail + 8, 2, shstrndx < SHN_LORESERVE ? shstrndx : SHN_XINDEX);
}

struct elf_section elf_count_section(const struct elf *e, size_t shnum, size_t shstrndx)
{
	struct elf_section s = { 0 };
	s.size = shnum < SHN_LORESERVE ? 0 : shnum;
	s.link = shstrndx < SHN_LORESERVE ? 0 : (uint32_t)shstrndx;
	s.info = e->phnum < 0xffff ? 0 : (uint32_t)e->phnum;
	return s;
}
