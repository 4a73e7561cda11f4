/* elfedit_write: numbering, coding, laying out. */
#include <string.h>

#include "elfedit.h"
#include "mem.h"
#include "strtab.h"

enum { GROUP_FLAG_WORD = 4 };

/* The old file's string tables that are made anew, by their section. */
struct writer {
	struct elfedit *x;
	const struct elf *e;
	size_t names, texts; /* sections of the names of sections and of symbols */
	struct strtab table[2];
	size_t *name; /* per section: its text */
	size_t count; /* sections in the new file */
	uint64_t end; /* of what is laid out */
	uint64_t shoff;
};

static struct strtab *texts(struct writer *w)
{
	return &w->table[w->texts != w->names];
}

static void number_sections(struct writer *w)
{
	struct elfedit *x = w->x;
	w->count = 1;
	for (size_t i = 1; i < x->n; i++)
		x->section[i].number = x->section[i].keep ? (uint32_t)w->count++ : 0;
}

/* Locals come first. */
static uint32_t number_symbols(struct elfedit *x)
{
	uint32_t n = 1, first_global;
	for (size_t i = 1; i < x->symbols; i++)
		if (x->symbol[i].keep && x->symbol[i].s.bind == STB_LOCAL)
			x->symbol[i].number = n++;
	first_global = n;
	for (size_t i = 1; i < x->symbols; i++)
		if (x->symbol[i].keep && x->symbol[i].s.bind != STB_LOCAL)
			x->symbol[i].number = n++;
	x->symbol[0].number = n; /* how many there are */
	return first_global;
}

static void add_texts(struct writer *w)
{
	struct elfedit *x = w->x;
	w->name = mem_alloc(x->n * sizeof *w->name);
	for (size_t i = 1; i < x->n; i++)
		if (x->section[i].keep)
			w->name[i] = strtab_add(&w->table[0], x->section[i].name);
	if (w->texts)
		for (size_t i = 1; i < x->symbols; i++)
			if (x->symbol[i].keep)
				x->symbol[i].text = strtab_add(texts(w), x->symbol[i].name);
}

static void set_data(struct elfedit_section *s, struct elf_bytes data)
{
	s->data = data;
	s->changed = true;
}

static uint32_t new_number(const struct elfedit *x, uint32_t old)
{
	return old < x->old_n ? x->section[old].number : 0;
}

/* The extended numbers when some section's number needs them. */
static struct elf_bytes code_extended(struct elfedit *x)
{
	size_t n = x->symbol[0].number;
	unsigned char *p = mem_alloc(n * 4);
	for (size_t i = 1; i < x->symbols; i++) {
		const struct elfedit_symbol *s = &x->symbol[i];
		uint32_t number = s->s.special ? 0 : new_number(x, s->s.section);
		if (s->keep && number >= SHN_LORESERVE)
			elf_put(x->elf, p + s->number * 4, 4, number);
	}
	return (struct elf_bytes){ p, n * 4 };
}

static void code_symbols(struct writer *w, uint32_t first_global)
{
	struct elfedit *x = w->x;
	size_t size = elf_symbol_size(w->e), n = x->symbol[0].number;
	unsigned char *p = mem_alloc(n * size);
	for (size_t i = 1; i < x->symbols; i++) {
		struct elf_symbol s = x->symbol[i].s;
		if (!x->symbol[i].keep)
			continue;
		s.name = strtab_offset(texts(w), x->symbol[i].text);
		if (!s.special)
			s.section = new_number(x, s.section);
		elf_put_symbol(w->e, p + x->symbol[i].number * size, &s);
	}
	set_data(&x->section[x->symtab], (struct elf_bytes){ p, n * size });
	x->section[x->symtab].h.info = first_global;
	for (size_t i = 1; i < x->old_n; i++)
		if (x->section[i].h.type == SHT_SYMTAB_SHNDX && x->section[i].h.link == x->symtab)
			set_data(&x->section[i], code_extended(x));
}

static void code_relocations(struct elfedit *x, struct elfedit_section *s)
{
	size_t size = elf_reloc_size(x->elf, s->h.type == SHT_RELA);
	unsigned char *p = (unsigned char *)mem_dup((const char *)s->data.p, s->data.n);
	for (size_t at = 0; at + size <= s->data.n; at += size) {
		uint32_t i = elf_get_reloc(x->elf, p + at).symbol;
		if (i)
			elf_put_reloc_symbol(x->elf, p + at, x->symbol[i].number);
	}
	set_data(s, (struct elf_bytes){ p, s->data.n });
}

static void code_group(struct elfedit *x, struct elfedit_section *s)
{
	unsigned char *p = mem_alloc(s->data.n + 1);
	size_t n = 0;
	if (s->data.n >= GROUP_FLAG_WORD) {
		memcpy(p, s->data.p, GROUP_FLAG_WORD);
		n = GROUP_FLAG_WORD;
	}
	for (size_t i = GROUP_FLAG_WORD; i + 4 <= s->data.n; i += 4) {
		uint32_t member = new_number(x, (uint32_t)elf_get(x->elf, s->data.p + i, 4));
		if (!member)
			continue;
		elf_put(x->elf, p + n, 4, member);
		n += 4;
	}
	set_data(s, (struct elf_bytes){ p, n });
	if (s->h.link == x->symtab && s->h.info < x->symbols)
		s->h.info = x->symbol[s->h.info].number;
}

static void code_contents(struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (!s->keep || s->emptied)
			continue;
		if (elfedit_is_relocations(x, s) && s->data.n)
			code_relocations(x, s);
		else if (s->h.type == SHT_GROUP)
			code_group(x, s);
	}
}

/* After everything that asks for old numbers in link and info. */
static void renumber_links(struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n; i++) {
		struct elf_section *h = &x->section[i].h;
		bool info = h->type == SHT_REL || h->type == SHT_RELA || h->flags & SHF_INFO_LINK;
		h->link = new_number(x, h->link);
		if (info)
			h->info = new_number(x, h->info);
	}
}

/* Where the bytes that must stay end: headers, segments and what is loaded. */
static uint64_t fixed_end(const struct elfedit *x)
{
	const struct elf *e = x->elf;
	uint64_t end = elf_header_size(e);
	if (!e->phnum || x->only_debug)
		return end;
	if (e->phoff + e->phnum * elf_segment_size(e) > end)
		end = e->phoff + e->phnum * elf_segment_size(e);
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.filesz && s.offset <= e->file.n && s.filesz <= e->file.n - s.offset &&
			s.offset + s.filesz > end)
			end = s.offset + s.filesz;
	}
	for (size_t i = 1; i < x->old_n; i++) {
		const struct elf_section *h = &x->section[i].h;
		if (x->section[i].keep && h->flags & SHF_ALLOC && x->section[i].data.n &&
			h->offset + h->size > end)
			end = h->offset + h->size;
	}
	return end;
}

static uint64_t align_up(uint64_t v, uint64_t align)
{
	return align > 1 && !(align & (align - 1)) && align <= 1 << 20 ? (v + align - 1) & ~(align - 1) : v;
}

static bool stays(const struct elfedit *x, const struct elfedit_section *s, uint64_t end)
{
	if (!x->elf->phnum || x->only_debug || s->added)
		return false;
	return s->h.flags & SHF_ALLOC || s->h.type == SHT_NOBITS ||
	       (!s->changed && s->h.offset <= end && s->h.size <= end - s->h.offset);
}

static void lay_out(struct writer *w)
{
	struct elfedit *x = w->x;
	uint64_t fixed = fixed_end(x);
	w->end = fixed;
	if (x->only_debug && x->elf->phnum)
		w->end += x->elf->phnum * elf_segment_size(x->elf);
	for (size_t i = 1; i < x->n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (!s->keep || stays(x, s, fixed))
			continue;
		s->h.offset = w->end = align_up(w->end, s->emptied ? 1 : s->h.align);
		if (s->emptied)
			s->h.type = SHT_NOBITS;
		if (s->h.type == SHT_NOBITS)
			continue;
		s->h.size = s->data.n;
		w->end += s->data.n;
	}
	w->shoff = align_up(w->end, w->e->is64 ? 8 : 4);
	w->end = w->shoff + w->count * elf_section_size(w->e);
}

/* Where the notes of a segment stand now, if they were kept. */
static void find_notes(const struct writer *w, struct elf_segment *s)
{
	uint64_t from = 0, to = 0;
	for (size_t i = 1; i < w->x->old_n; i++) {
		const struct elfedit_section *n = &w->x->section[i];
		if (!n->keep || n->h.type != SHT_NOTE || n->h.addr < s->vaddr ||
			n->h.addr - s->vaddr >= s->memsz)
			continue;
		from = from ? from : n->h.offset;
		to = n->h.offset + n->h.size;
	}
	s->offset = from;
	s->filesz = to - from;
}

/* A debug file's segments say where things are loaded and hold nothing but the
 * headers and notes. */
static void empty_segment(const struct writer *w, struct elf_segment *s)
{
	size_t base = elf_header_size(w->e), end = base + w->e->phnum * elf_segment_size(w->e);
	bool headers = s->type == PT_LOAD && s->offset <= w->e->phoff && w->e->phoff - s->offset < s->filesz;
	if (s->type == PT_NOTE) {
		find_notes(w, s);
	} else if (s->type == PT_PHDR) {
		s->offset = base;
	} else if (headers && s->offset < end) {
		s->filesz = end - s->offset;
	} else {
		s->offset = s->align > 1 ? s->vaddr % s->align : 0;
		s->filesz = 0;
	}
}

static void put_debug_segments(struct writer *w, unsigned char *p)
{
	const struct elf *e = w->e;
	size_t base = elf_header_size(e), size = elf_segment_size(e);
	elf_put(e, p + 24 + (e->is64 ? 8 : 4), e->is64 ? 8 : 4, e->phnum ? base : 0);
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		empty_segment(w, &s);
		elf_put_segment(e, p + base + i * size, &s);
	}
}

/* Whether a segment held sections that are dropped and none that is kept. */
static bool lost_all(const struct elfedit *x, const struct elf_segment *s)
{
	bool lost = false;
	for (size_t i = 1; i < x->old_n; i++) {
		const struct elfedit_section *n = &x->section[i];
		if (!n->data.n || n->h.offset < s->offset || n->h.offset - s->offset >= s->filesz)
			continue;
		if (n->keep)
			return false;
		lost = true;
	}
	return lost;
}

/* What was loaded and is dropped becomes zeros, and notes of which nothing is
 * left are no longer pointed to. */
static void erase_dropped(const struct writer *w, unsigned char *p)
{
	const struct elf *e = w->e;
	uint64_t fixed = fixed_end(w->x), headers = e->phoff + e->phnum * elf_segment_size(e);
	for (size_t i = 1; i < w->x->old_n; i++) {
		const struct elfedit_section *s = &w->x->section[i];
		if (!s->keep && s->h.flags & SHF_ALLOC && s->data.n && s->h.offset >= headers &&
			s->h.offset + s->data.n <= fixed)
			memset(p + s->h.offset, 0, s->data.n);
	}
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if ((s.type != PT_NOTE && s.type != PT_GNU_PROPERTY) || !lost_all(w->x, &s))
			continue;
		s.filesz = s.memsz = 0;
		elf_put_segment(e, p + e->phoff + i * elf_segment_size(e), &s);
	}
}

static void put_headers(struct writer *w, unsigned char *p)
{
	struct elfedit *x = w->x;
	size_t size = elf_section_size(w->e), names = x->section[w->names].number;
	struct elf_section zero = elf_count_section(w->e, w->count, names);
	elf_put_section(w->e, p + w->shoff, &zero);
	elf_put_tables(w->e, p, w->shoff, w->count, names);
	for (size_t i = 1; i < x->n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (!s->keep)
			continue;
		s->h.name = strtab_offset(&w->table[0], w->name[i]);
		elf_put_section(w->e, p + w->shoff + s->number * size, &s->h);
	}
}

static struct elf_bytes put_file(struct writer *w)
{
	struct elfedit *x = w->x;
	unsigned char *p = mem_alloc((size_t)w->end);
	uint64_t fixed = fixed_end(x);
	memcpy(p, w->e->file.p, fixed <= w->e->file.n ? (size_t)fixed : w->e->file.n);
	if (!x->only_debug)
		erase_dropped(w, p);
	for (size_t i = 1; i < x->n; i++) {
		const struct elfedit_section *s = &x->section[i];
		if (s->keep && s->h.type != SHT_NOBITS && s->data.n)
			memcpy(p + s->h.offset, s->data.p, s->data.n);
	}
	if (x->only_debug)
		put_debug_segments(w, p);
	put_headers(w, p);
	return (struct elf_bytes){ p, (size_t)w->end };
}

/* No file is so laid out that its sections take more than its own bytes. */
static bool is_sane(const struct elfedit *x)
{
	uint64_t sum = 0, limit = (uint64_t)x->elf->file.n * 2 + (1 << 20);
	for (size_t i = 1; i < x->old_n && sum <= limit; i++)
		if (x->section[i].keep && !x->section[i].changed)
			sum += x->section[i].data.n;
	return sum <= limit;
}

static const char *open_tables(struct writer *w)
{
	struct elfedit *x = w->x;
	w->names = w->e->shstrndx;
	if (!w->names || x->section[w->names].h.type != SHT_STRTAB)
		return "has no table of section names";
	x->section[w->names].keep = true;
	if (x->symtab && x->section[x->symtab].keep)
		w->texts = x->section[x->symtab].h.link;
	if (w->texts >= x->old_n || (w->texts && x->section[w->texts].h.type != SHT_STRTAB))
		return "has a symbol table without names";
	if (w->texts)
		x->section[w->texts].keep = true;
	if (x->section[w->names].h.flags & SHF_ALLOC || x->section[w->texts].h.flags & SHF_ALLOC)
		return "has its string table among what is loaded";
	return x->symtab && x->section[x->symtab].keep && !w->texts ? "has a symbol table without names"
								    : NULL;
}

/* What is loaded can neither grow nor shrink. */
static const char *check_sizes(const struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n && x->elf->phnum && !x->only_debug; i++) {
		const struct elfedit_section *s = &x->section[i];
		struct elf_section old = elf_section(x->elf, i);
		if (s->keep && s->changed && s->h.flags & SHF_ALLOC &&
			s->data.n != elf_contents(x->elf, &old).n)
			return mem_cat("section ", s->name, " is loaded and cannot change its size", NULL);
	}
	return NULL;
}

const char *elfedit_write(struct elfedit *x, struct elf_bytes *out)
{
	struct writer w = { .x = x, .e = x->elf };
	const char *why = open_tables(&w);
	if (!why)
		why = check_sizes(x);
	if (why || !is_sane(x))
		return why ? why : "has sections that lie over each other";
	number_sections(&w);
	if (w.count >= SHN_LORESERVE && x->old_n < SHN_LORESERVE)
		return "would have too many sections";
	uint32_t first_global = x->symbols ? number_symbols(x) : 0;
	add_texts(&w);
	strtab_finish(&w.table[0]);
	set_data(&x->section[w.names], w.table[0].bytes);
	if (w.texts && w.texts != w.names) {
		strtab_finish(&w.table[1]);
		set_data(&x->section[w.texts], w.table[1].bytes);
	}
	code_contents(x);
	if (w.texts)
		code_symbols(&w, first_global);
	renumber_links(x);
	lay_out(&w);
	*out = put_file(&w);
	return NULL;
}
