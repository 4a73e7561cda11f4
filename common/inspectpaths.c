/* Which parts of an ELF file are searched for paths, and under what name. */
#include <string.h>

#include "inflate.h"
#include "inspectelf.h"
#include "mem.h"

static enum buildpath_place place_of(const struct elf_section *s, const char *name)
{
	if (s->flags & SHF_ALLOC)
		return BUILDPATH_LOADED;
	if (strncmp(name, ".debug_", 7) == 0)
		return BUILDPATH_DEBUG;
	return s->type == SHT_STRTAB ? BUILDPATH_SYMBOLS : BUILDPATH_OTHER;
}

/* --- compressed sections ------------------------------------------------- */

enum { ELFCOMPRESS_ZLIB = 1, TEXT_SIZE = 64 * 1024 };
#define MOST_UNCOMPRESSED (1u << 30)

/* Text that comes in pieces is searched up to the end of its last string. */
struct text {
	struct inspect *f;
	const char *section;
	size_t n;
	unsigned char *p; /* TEXT_SIZE bytes */
};

static void search(struct text *t, size_t n)
{
	buildpath_find(&t->f->paths, BUILDPATH_DEBUG, t->section, (struct elf_bytes){ t->p, n });
	memmove(t->p, t->p + n, t->n - n);
	t->n -= n;
}

static void search_strings(struct text *t)
{
	size_t n = t->n;
	while (n && t->p[n - 1])
		n--;
	search(t, n ? n : t->n);
}

static void take_piece(void *arg, struct elf_bytes piece)
{
	struct text *t = arg;
	while (piece.n) {
		size_t room = TEXT_SIZE - t->n, n = piece.n < room ? piece.n : room;
		memcpy(t->p + t->n, piece.p, n);
		t->n += n;
		piece.p += n;
		piece.n -= n;
		if (t->n == TEXT_SIZE)
			search_strings(t);
	}
}

/* What follows the header of a section that zlib compressed, and the size it says;
 * absent when it is compressed otherwise.  ".zdebug_" is GNU's older form. */
static struct elf_bytes compressed(
	const struct elf *e, const struct elf_section *s, struct elf_bytes b, uint64_t *size)
{
	static const struct elf big = { .big = true };
	bool old = !(s->flags & SHF_COMPRESSED);
	size_t header = old || !e->is64 ? 12 : 24;
	if (b.n < header || (old ? memcmp(b.p, "ZLIB", 4) != 0 : elf_get(e, b.p, 4) != ELFCOMPRESS_ZLIB))
		return (struct elf_bytes){ NULL, 0 };
	*size = old ? elf_get(&big, b.p + 4, 8) : elf_get(e, b.p + (e->is64 ? 8 : 4), e->is64 ? 8 : 4);
	return (struct elf_bytes){ b.p + header, b.n - header };
}

static bool find_compressed(
	struct text *t, const struct elf *e, const struct elf_section *s, struct elf_bytes b)
{
	uint64_t size = 0;
	struct elf_bytes in = compressed(e, s, b, &size);
	if (!in.p || size > MOST_UNCOMPRESSED)
		return false;
	if (!t->p)
		t->p = mem_alloc(TEXT_SIZE);
	bool good = inflate_zlib(in, size, take_piece, t);
	search(t, t->n);
	return good;
}

static bool is_compressed(const struct elf_section *s, const char *name)
{
	return s->flags & SHF_COMPRESSED || strncmp(name, ".zdebug_", 8) == 0;
}

/* --- all ---------------------------------------------------------------- */

/* The loader's search paths stand in the dynamic strings. They are told as such,
 * whatever they begin with, so their own bytes are left out here. */
static void find_around(
	struct inspect *f, const char *section, enum buildpath_place place, struct elf_bytes b)
{
	const char *apart[] = { f->rpath, f->runpath };
	for (size_t i = 0; i < 2; i++) {
		const unsigned char *p = (const unsigned char *)apart[i];
		if (!p || p < b.p || p >= b.p + b.n)
			continue;
		size_t before = (size_t)(p - b.p), skip = before + strlen(apart[i]);
		find_around(f, section, place, (struct elf_bytes){ b.p, before });
		b.p += skip;
		b.n -= skip;
	}
	buildpath_find(&f->paths, place, section, b);
}

void inspectelf_paths(struct inspect *f, const struct elf *e)
{
	struct text t = { .f = f };
	for (size_t i = 1; i < e->shnum; i++) {
		struct elf_section s = elf_section(e, i);
		struct elf_bytes b = elf_contents(e, &s);
		t.section = elf_section_name(e, &s);
		if (!b.p)
			continue;
		if (!is_compressed(&s, t.section))
			find_around(f, t.section, place_of(&s, t.section), b);
		else if (!find_compressed(&t, e, &s, b) && !f->unsearched)
			f->unsearched = t.section;
	}
	for (size_t i = 0; !e->shnum && i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.type == PT_LOAD)
			find_around(f, "", BUILDPATH_LOADED, elfload_slice(e, s.offset, s.filesz));
	}
	if (f->rpath)
		buildpath_search(&f->paths, "DT_RPATH", f->rpath);
	if (f->runpath)
		buildpath_search(&f->paths, "DT_RUNPATH", f->runpath);
}
