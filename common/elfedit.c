#include <string.h>

#include "elfedit.h"
#include "mem.h"

enum { SHT_LLVM_OLD_CALL_GRAPH = 0x6fff4c02, SHT_CREL = 0x40000014 };

static const char *read_sections(struct elfedit *x)
{
	const struct elf *e = x->elf;
	x->n = x->old_n = e->shnum;
	x->section = mem_alloc(x->n * sizeof *x->section);
	for (size_t i = 1; i < x->n; i++) {
		struct elfedit_section *s = &x->section[i];
		s->h = elf_section(e, i);
		s->name = elf_section_name(e, &s->h);
		s->data = elf_contents(e, &s->h);
		s->keep = true;
		if (!s->data.p && s->h.size && s->h.type != SHT_NOBITS && s->h.type != SHT_NULL)
			return mem_cat("section ", s->name, " lies outside of the file", NULL);
	}
	return NULL;
}

/* Texts that lie in each other would take up a multiple of the file. */
static bool texts_are_sane(const struct elfedit *x)
{
	size_t sum = 0, limit = x->elf->file.n * 32 + (16 << 20);
	for (size_t i = 0; i < x->n && sum <= limit; i++)
		sum += x->section[i].name ? strlen(x->section[i].name) : 0;
	for (size_t i = 0; i < x->symbols && sum <= limit; i++)
		sum += strlen(x->symbol[i].name);
	return sum <= limit;
}

static const char *read_symbols(struct elfedit *x)
{
	x->symtab = elf_find_type(x->elf, SHT_SYMTAB, 0);
	if (!x->symtab)
		return NULL;
	if (elf_find_type(x->elf, SHT_SYMTAB, x->symtab))
		return "has two symbol tables";
	struct elf_symbols t = elf_symbols(x->elf, x->symtab);
	x->symbols = t.n;
	x->symbol = mem_alloc((t.n + 1) * sizeof *x->symbol);
	for (size_t i = 0; i < t.n; i++) {
		struct elfedit_symbol *s = &x->symbol[i];
		s->s = elf_symbols_at(&t, i);
		s->name = elf_symbols_name(&t, &s->s);
		s->keep = i > 0;
		if (!s->s.special && s->s.section >= x->n)
			return mem_cat("symbol ", s->name, " is in a section that does not exist", NULL);
	}
	return NULL;
}

const char *elfedit_open(struct elfedit *x, const struct elf *e)
{
	*x = (struct elfedit){ .elf = e };
	if (e->type != ELF_REL && e->type != ELF_EXEC && e->type != ELF_DYN)
		return "is neither an object, a program nor a shared library";
	if (e->shnum < 2)
		return "has no sections";
	const char *why = read_sections(x);
	if (!why)
		why = read_symbols(x);
	return why ? why : texts_are_sane(x) ? NULL : "has a damaged string table";
}

void elfedit_reserve(struct elfedit *x, size_t count)
{
	struct elfedit_section *old = x->section;
	x->section = mem_alloc((x->n + count) * sizeof *old);
	memcpy(x->section, old, x->n * sizeof *old);
}

void elfedit_add(struct elfedit *x, const char *name, uint32_t type, uint64_t flags, uint64_t align,
	struct elf_bytes data)
{
	struct elfedit_section *s = &x->section[x->n++];
	*s = (struct elfedit_section){
		.name = name, .data = data, .keep = true, .added = true, .changed = true
	};
	s->h.type = type;
	s->h.flags = flags;
	s->h.align = align;
}

bool elfedit_is_relocations(const struct elfedit *x, const struct elfedit_section *s)
{
	bool kind = s->h.type == SHT_REL || s->h.type == SHT_RELA || s->h.type == SHT_CREL;
	return kind && !s->added && !(s->h.flags & SHF_ALLOC) && s->h.link == x->symtab && x->symtab;
}

static bool dropped(const struct elfedit *x, uint32_t i)
{
	return i && i < x->old_n && !x->section[i].keep;
}

static size_t members(const struct elfedit *x, const struct elfedit_section *s)
{
	size_t n = 0;
	for (size_t i = 4; i + 4 <= s->data.n; i += 4) {
		uint32_t member = (uint32_t)elf_get(x->elf, s->data.p + i, 4);
		n += member && member < x->old_n && x->section[member].keep;
	}
	return n;
}

/* Members of a group that goes are no members any more. */
static void dissolve(struct elfedit *x, const struct elfedit_section *s)
{
	for (size_t i = 4; i + 4 <= s->data.n; i += 4) {
		uint32_t member = (uint32_t)elf_get(x->elf, s->data.p + i, 4);
		if (member < x->old_n)
			x->section[member].h.flags &= ~(uint64_t)SHF_GROUP;
	}
}

static bool symbols_left(const struct elfedit *x)
{
	for (size_t i = 1; i < x->symbols; i++)
		if (x->symbol[i].keep)
			return true;
	return false;
}

static bool linked(const struct elfedit *x, size_t to)
{
	if (x->elf->shstrndx == to)
		return true;
	for (size_t i = 1; i < x->old_n; i++)
		if (x->section[i].keep && x->section[i].h.link == to)
			return true;
	return false;
}

/* The lists of LLVM that hold numbers of symbols: without them its linker takes
 * every symbol for one whose address matters, which is right for all files. */
static void drop_symbol_lists(struct elfedit *x)
{
	bool same = true;
	for (size_t i = 1; i < x->symbols; i++)
		same = same && x->symbol[i].keep;
	for (size_t i = 1; i < x->old_n && !same; i++)
		if (x->section[i].h.type == SHT_LLVM_ADDRSIG ||
			x->section[i].h.type == SHT_LLVM_OLD_CALL_GRAPH)
			x->section[i].keep = false;
}

static void drop_symbol_table(struct elfedit *x)
{
	struct elfedit_section *symtab = &x->section[x->symtab];
	for (size_t i = 1; i < x->old_n; i++)
		if (elfedit_is_relocations(x, &x->section[i]) && x->section[i].keep)
			return;
	symtab->keep = symtab->keep && symbols_left(x);
	if (symtab->keep)
		return;
	for (size_t i = 1; i < x->old_n; i++)
		if (x->section[i].h.type == SHT_SYMTAB_SHNDX && x->section[i].h.link == x->symtab)
			x->section[i].keep = false;
	size_t strings = symtab->h.link;
	if (strings && strings < x->old_n && x->section[strings].h.type == SHT_STRTAB && !linked(x, strings))
		x->section[strings].keep = false;
}

static void drop_relocations(struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (elfedit_is_relocations(x, s) && dropped(x, s->h.info))
			s->keep = false;
	}
}

static void drop_groups(struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (s->h.type != SHT_GROUP)
			continue;
		s->keep = s->keep && members(x, s) > 0;
		if (!s->keep)
			dissolve(x, s);
	}
}

void elfedit_drop_dependents(struct elfedit *x)
{
	drop_relocations(x);
	drop_groups(x);
	if (!x->symtab)
		return;
	drop_symbol_lists(x);
	drop_symbol_table(x);
}

static const char *mark_section(struct elfedit *x, const struct elfedit_section *s)
{
	size_t size = elf_reloc_size(x->elf, s->h.type == SHT_RELA);
	if (s->h.type == SHT_CREL)
		return mem_cat("section ", s->name,
			" has compact relocations (CREL), which are not known here", NULL);
	for (size_t at = 0; at + size <= s->data.n; at += size) {
		uint32_t i = elf_get_reloc(x->elf, s->data.p + at).symbol;
		if (i && i >= x->symbols)
			return mem_cat(
				"a relocation in ", s->name, " is to a symbol that does not exist", NULL);
		if (i)
			x->symbol[i].needed = true;
	}
	return NULL;
}

const char *elfedit_mark_needed(struct elfedit *x)
{
	const char *why = NULL;
	for (size_t i = 1; i < x->old_n && !why; i++) {
		const struct elfedit_section *s = &x->section[i];
		if (!s->keep)
			continue;
		if (elfedit_is_relocations(x, s))
			why = mark_section(x, s);
		else if (s->h.type == SHT_GROUP && s->h.link == x->symtab && s->h.info < x->symbols)
			x->symbol[s->h.info].needed = true;
	}
	return why;
}
