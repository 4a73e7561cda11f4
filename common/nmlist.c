#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "nmlist.h"
#include "say.h"
#include "symclass.h"
#include "symver.h"

struct row {
	const char *name;
	uint64_t value, size, base; /* base: where its section is */
	uint32_t index;             /* in the symbol table */
	char letter;
	bool undefined, file;
};

struct list {
	const struct nm_options *o;
	const struct elf *e;
	const struct nm_place *place;
	struct symver versions;
	struct row *row, *spare;
	size_t n;
	bool mangled; /* a name was printed that -C should have changed */
};

/* A section's symbol without a name has the section's. */
static const char *symbol_name(const struct elf_symbols *t, const struct elf_symbol *s)
{
	const char *name = elf_symbols_name(t, s);
	if (s->type != STT_SECTION || *name || s->special || s->section >= t->elf->shnum)
		return name;
	struct elf_section section = elf_section(t->elf, s->section);
	return elf_section_name(t->elf, &section);
}

static bool wanted(const struct list *l, const struct elf_symbol *s, const char *name)
{
	const struct nm_options *o = l->o;
	enum symclass_place place = symclass_place(l->e, s);
	bool external = s->bind == STB_GLOBAL || s->bind == STB_WEAK || s->bind == STB_GNU_UNIQUE;
	if ((o->undefined && place != PLACE_UNDEFINED) || (o->defined && place == PLACE_UNDEFINED))
		return false;
	if (o->external && !o->undefined && !external && place != PLACE_UNDEFINED && place != PLACE_COMMON)
		return false;
	if (!o->debug && (s->type == STT_SECTION || s->type == STT_FILE))
		return false;
	if (o->sort == NM_BY_SIZE && (place == PLACE_UNDEFINED || place == PLACE_ABSOLUTE))
		return false;
	if (o->no_weak && s->bind == STB_WEAK)
		return false;
	return o->special || !symclass_mapping(l->e, s, name);
}

/* With --size-sort a section counts as long as it is from its symbol on. */
static uint64_t size_of(const struct list *l, const struct elf_symbol *s)
{
	if (s->type != STT_SECTION || s->special || s->section >= l->e->shnum)
		return s->size;
	struct elf_section section = elf_section(l->e, s->section);
	return l->o->sort == NM_BY_SIZE ? section.addr + section.size - s->value : 0;
}

static void add(struct list *l, const struct elf_symbols *t, size_t i)
{
	struct elf_symbol s = elf_symbols_at(t, i);
	const char *name = symbol_name(t, &s);
	if (!wanted(l, &s, name))
		return;
	struct row *r = &l->row[l->n++];
	enum symclass_place place = symclass_place(l->e, &s);
	*r = (struct row){ .name = name, .value = s.value, .size = size_of(l, &s), .index = (uint32_t)i };
	r->letter = symclass_letter(l->e, &s);
	r->undefined = place == PLACE_UNDEFINED;
	r->file = s.type == STT_FILE;
	if (place == PLACE_COMMON)
		r->value = s.size;
	if (place == PLACE_SECTION)
		r->base = elf_section(l->e, s.section).addr;
	if (place == PLACE_SECTION && l->e->type == ELF_REL)
		r->value += r->base;
}

static int by_name(const struct row *a, const struct row *b)
{
	return strcmp(a->name, b->name);
}

static int compare(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int by_value(const struct row *a, const struct row *b)
{
	int order = b->undefined - a->undefined;
	if (!order && !a->undefined)
		order = compare(a->value, b->value);
	return order ? order : by_name(a, b);
}

static int by_size(const struct row *a, const struct row *b)
{
	int order = compare(a->size, b->size);
	return order ? order : by_name(a, b);
}

/* GNU nm sorts by place before it sorts by size, which decides among symbols of
 * the same size and name. */
static int by_place(const struct row *a, const struct row *b)
{
	int order = compare(a->value, b->value);
	if (!order)
		order = compare(a->base, b->base);
	if (!order)
		order = b->file - a->file;
	return order ? order : by_name(a, b);
}

typedef int order(const struct row *, const struct row *);

/* A stable sort: the order of equal rows is part of the output.  sign is -1 for
 * the reverse order, which leaves equal rows as they are. */
static void merge_sort(struct row *v, struct row *spare, size_t n, order *cmp, int sign)
{
	if (n < 2)
		return;
	size_t half = n / 2, i = 0, k = half, to = 0;
	merge_sort(v, spare, half, cmp, sign);
	merge_sort(v + half, spare, n - half, cmp, sign);
	memcpy(spare, v, n * sizeof *v);
	while (i < half && k < n)
		v[to++] = sign * cmp(&spare[i], &spare[k]) <= 0 ? spare[i++] : spare[k++];
	memcpy(v + to, spare + (i < half ? i : k), (n - to) * sizeof *v);
}

static void drop_empty(struct list *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		if (l->row[i].size)
			l->row[n++] = l->row[i];
	l->n = n;
}

static void sort(struct list *l)
{
	static order *const orders[] = {
		[NM_BY_NAME] = by_name, [NM_BY_VALUE] = by_value, [NM_BY_SIZE] = by_size
	};
	if (l->o->sort == NM_UNSORTED)
		return;
	if (l->o->sort == NM_BY_SIZE) {
		merge_sort(l->row, l->spare, l->n, by_place, 1);
		drop_empty(l);
	}
	merge_sort(l->row, l->spare, l->n, orders[l->o->sort], l->o->reverse ? -1 : 1);
}

static void print_name(struct list *l, const struct row *r)
{
	struct out *out = l->o->out;
	bool hidden;
	const char *version = l->o->versions ? symver_name(&l->versions, r->index, r->name, &hidden) : NULL;
	out_text(out, r->name);
	if (version && *version) {
		out_text(out, hidden || r->undefined ? "@" : "@@");
		out_text(out, version);
	}
	if (strncmp(r->name, "_Z", 2) == 0 || strncmp(r->name, "_R", 2) == 0)
		l->mangled = true;
}

static void print_file(const struct list *l)
{
	struct out *out = l->o->out;
	const struct nm_place *at = l->place;
	if (!l->o->file_names || l->o->format == NM_NAMES)
		return;
	bool posix = l->o->format == NM_POSIX;
	if (at->archive) {
		out_text(out, at->archive);
		out_char(out, posix ? '[' : ':');
	}
	out_text(out, at->file);
	out_text(out, !posix ? ":" : at->archive ? "]: " : ": ");
}

static void print_bsd(struct list *l, const struct row *r)
{
	const struct nm_options *o = l->o;
	size_t width = l->e->is64 ? 16 : 8;
	if (r->undefined) {
		for (size_t i = 0; i < width; i++)
			out_char(o->out, ' ');
	} else {
		out_number(o->out, o->sort == NM_BY_SIZE && !o->sizes ? r->size : r->value, o->base, width);
		if (o->sizes && r->size) {
			out_char(o->out, ' ');
			out_number(o->out, r->size, o->base, width);
		}
	}
	out_char(o->out, ' ');
	out_char(o->out, r->letter);
	out_char(o->out, ' ');
	print_name(l, r);
}

static void print_posix(struct list *l, const struct row *r)
{
	struct out *out = l->o->out;
	print_name(l, r);
	out_char(out, ' ');
	out_char(out, r->letter);
	out_char(out, ' ');
	if (r->undefined) {
		out_text(out, "        ");
		return;
	}
	out_number(out, r->value, l->o->base, 0);
	out_char(out, ' ');
	if (r->size)
		out_number(out, r->size, l->o->base, 0);
}

static void print(struct list *l)
{
	static void (*const printers[])(struct list *, const struct row *) = {
		[NM_BSD] = print_bsd, [NM_POSIX] = print_posix, [NM_NAMES] = print_name
	};
	for (size_t i = 0; i < l->n; i++) {
		print_file(l);
		printers[l->o->format](l, &l->row[i]);
		out_char(l->o->out, '\n');
	}
}

static struct row *rows(struct nm_scratch *s, size_t n)
{
	size_t size = n * sizeof(struct row);
	if (size > s->size) {
		s->p = mem_alloc(size * 2);
		s->size = size * 2;
	}
	return s->p;
}

bool nmlist_print(const struct nm_options *o, const struct elf *e, const struct nm_place *place)
{
	struct list l = { .o = o, .e = e, .place = place };
	struct elf_symbols t = elf_symbols(e, elf_find_type(e, o->dynamic ? SHT_DYNSYM : SHT_SYMTAB, 0));
	if (t.n < 2) {
		out_flush(o->out);
		if (!o->quiet)
			say("%s: no symbols", place->file);
		return true;
	}
	if (o->dynamic && o->versions)
		symver_open(&l.versions, &t);
	l.row = rows(o->scratch, t.n * 2);
	l.spare = l.row + t.n;
	for (size_t i = 1; i < t.n; i++)
		add(&l, &t, i);
	sort(&l);
	print(&l);
	return !(o->demangle && l.mangled);
}
