/* Everything is found as the loader finds it, by the dynamic section, so that a
 * file without section headers tells as much; only the number of symbols, which
 * no loader needs, is taken from a section when there is one.
 * Sources: the System V ABI; the LSB's Symbol Versioning; for DT_GNU_HASH
 * binutils' and glibc's use of it. */
#include <string.h>

#include "inspectelf.h"
#include "mem.h"

/* Elf32 and Elf64 have the same Verneed and Vernaux. */
enum { NEED_SIZE = 16, NEED_AUX_SIZE = 16, VER_NUMBER = 0x7fff, VER_FLG_WEAK = 2 };

/* --- the number of symbols ---------------------------------------------- */

static size_t get(const struct elf *e, struct elf_bytes b, size_t i, size_t size)
{
	return b.n / size > i ? (size_t)elf_get(e, b.p + i * size, size) : 0;
}

/* DT_HASH: the number of buckets, that of chains, which is one a symbol. */
static size_t count_by_hash(const struct elf *e, struct elf_bytes b)
{
	bool wide = e->is64 && e->machine == 22 /* s390x */;
	return get(e, b, 1, wide ? 8 : 4);
}

/* DT_GNU_HASH: the symbol of the highest bucket, and those behind it in its chain
 * up to one with the lowest bit set. */
static size_t count_by_gnu_hash(const struct elf *e, struct elf_bytes b)
{
	size_t buckets = get(e, b, 0, 4), first = get(e, b, 1, 4), bloom = get(e, b, 2, 4), last = 0;
	size_t at = 4 + bloom * (e->is64 ? 2 : 1), most = b.n / 4;
	if (at > most || buckets > most - at)
		return 0;
	for (size_t i = 0; i < buckets; i++) {
		size_t symbol = get(e, b, at + i, 4);
		last = symbol > last ? symbol : last;
	}
	if (last < first)
		return first;
	for (at += buckets; at + (last - first) < most && !(get(e, b, at + (last - first), 4) & 1);)
		last++;
	return last + 1;
}

static struct elf_symbols dynamic_symbols(const struct elf *e, const struct inspect_dynamic *d)
{
	size_t section = elf_find_type(e, SHT_DYNSYM, 0);
	if (section)
		return elf_symbols(e, section);
	struct elf_symbols t = { .elf = e, .strings = d->strings, .table = elfload_at(e, d->symtab) };
	size_t n = d->gnu_hash ? count_by_gnu_hash(e, elfload_at(e, d->gnu_hash))
		   : d->hash   ? count_by_hash(e, elfload_at(e, d->hash))
			       : 0;
	size_t room = t.table.n / elf_symbol_size(e);
	t.n = n < room ? n : room;
	return t;
}

/* --- exported symbols --------------------------------------------------- */

static bool is_exported(const struct elf_symbol *s)
{
	unsigned visibility = s->other & 3;
	return s->section != SHN_UNDEF &&
	       (s->bind == STB_GLOBAL || s->bind == STB_WEAK || s->bind == STB_GNU_UNIQUE) &&
	       visibility != STV_HIDDEN && visibility != STV_INTERNAL;
}

static size_t count_exported(const struct elf_symbols *t)
{
	size_t n = 0;
	for (size_t i = 1; i < t->n; i++) {
		struct elf_symbol s = elf_symbols_at(t, i);
		n += is_exported(&s);
	}
	return n;
}

/* --- versions ----------------------------------------------------------- */

struct needs {
	const struct elf *elf;
	struct elf_bytes b, strings;
	size_t steps; /* that are left: a damaged list may be circular */
	size_t cap, highest;
	struct inspect_version *version;
	unsigned short *number; /* of each */
	size_t n;
};

static size_t field(const struct needs *l, size_t at, size_t size)
{
	return (size_t)elf_get(l->elf, l->b.p + at, size);
}

static bool step(struct needs *l, size_t at)
{
	if (!l->steps || at > l->b.n || NEED_SIZE > l->b.n - at)
		return false;
	l->steps--;
	return true;
}

static void make_room(struct needs *l)
{
	struct needs old = *l;
	if (l->n < l->cap)
		return;
	l->cap = l->cap ? l->cap * 2 : 16;
	l->version = mem_alloc(l->cap * sizeof *l->version);
	l->number = mem_alloc(l->cap * sizeof *l->number);
	if (!old.n)
		return;
	memcpy(l->version, old.version, old.n * sizeof *old.version);
	memcpy(l->number, old.number, old.n * sizeof *old.number);
}

static void take_need(struct needs *l, size_t need)
{
	const char *library = elf_string(l->strings, field(l, need + 4, 4));
	size_t at = need + field(l, need + 8, 4);
	for (size_t next = 1; next && step(l, at); at += next) {
		make_room(l);
		size_t number = field(l, at + 6, 2) & VER_NUMBER;
		l->number[l->n] = (unsigned short)number;
		l->highest = number > l->highest ? number : l->highest;
		l->version[l->n++] = (struct inspect_version){
			.name = elf_string(l->strings, field(l, at + 8, 4)),
			.library = library,
			.weak = field(l, at + 4, 2) & VER_FLG_WEAK,
		};
		next = field(l, at + 12, 4);
	}
}

static void take_needs(struct needs *l, uint64_t most)
{
	size_t at = 0;
	for (size_t next = 1; most && next && step(l, at); at += next, most--) {
		take_need(l, at);
		next = field(l, at + 12, 4);
	}
}

/* A defined symbol may have a version of another file's, too: that of a variable
 * which was copied from there. */
static void name_symbols(struct needs *l, const struct elf_symbols *t, struct elf_bytes versym)
{
	struct inspect_version **by = mem_alloc((l->highest + 1) * sizeof *by);
	for (size_t i = 0; i < l->n; i++)
		by[l->number[i]] = &l->version[i];
	for (size_t i = 1; i < t->n && (i + 1) * 2 <= versym.n; i++) {
		size_t number = (size_t)elf_get(l->elf, versym.p + i * 2, 2) & VER_NUMBER;
		if (number > l->highest || !by[number])
			continue;
		struct elf_symbol s = elf_symbols_at(t, i);
		strv_push(&by[number]->symbols, elf_symbols_name(t, &s));
	}
}

void inspectelf_symbols(struct inspect *f, const struct elf *e, const struct inspect_dynamic *d)
{
	if (!d->present) {
		struct elf_symbols t = elf_symbols(e, elf_find_type(e, SHT_SYMTAB, 0));
		f->exported = e->type == ELF_REL ? count_exported(&t) : 0;
		return;
	}
	struct elf_symbols t = dynamic_symbols(e, d);
	struct needs l = { .elf = e, .b = elfload_at(e, d->verneed), .strings = d->strings };
	l.steps = l.b.n / NEED_AUX_SIZE + 1;
	f->exported = count_exported(&t);
	take_needs(&l, d->verneednum);
	name_symbols(&l, &t, elfload_at(e, d->versym));
	f->version = l.version;
	f->versions = l.n;
}
