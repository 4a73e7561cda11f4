/* Which parts of an ELF file are searched for paths, and under what name. */
#include <string.h>

#include "inspectelf.h"

static enum buildpath_place place_of(const struct elf_section *s, const char *name)
{
	if (s->flags & SHF_ALLOC)
		return BUILDPATH_LOADED;
	if (strncmp(name, ".debug_", 7) == 0)
		return BUILDPATH_DEBUG;
	return s->type == SHT_STRTAB ? BUILDPATH_SYMBOLS : BUILDPATH_OTHER;
}

static bool is_compressed(const struct elf_section *s, const char *name)
{
	return s->flags & SHF_COMPRESSED || strncmp(name, ".zdebug_", 8) == 0;
}

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
	for (size_t i = 1; i < e->shnum; i++) {
		struct elf_section s = elf_section(e, i);
		const char *name = elf_section_name(e, &s);
		struct elf_bytes b = elf_contents(e, &s);
		if (b.p && is_compressed(&s, name))
			f->unsearched = f->unsearched ? f->unsearched : name;
		else if (b.p)
			find_around(f, name, place_of(&s, name), b);
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
