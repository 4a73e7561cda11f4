#include <string.h>

#include "elfselect.h"
#include "mem.h"
#include "sectionflags.h"
#include "symclass.h"
#include "text.h"

static bool is_dwo(const char *name)
{
	size_t n = strlen(name);
	return n >= 5 && strcmp(name + n - 4, ".dwo") == 0;
}

/* Tables that stay or go with what is in them. */
static bool is_structure(const struct elfedit *x, size_t i)
{
	const struct elf_section *h = &x->section[i].h;
	return i == x->symtab || i == x->elf->shstrndx || h->type == SHT_SYMTAB_SHNDX ||
	       (x->symtab && i == x->section[x->symtab].h.link && h->type == SHT_STRTAB);
}

static bool strips_debug(const struct elfselect *o)
{
	return o->strip == STRIP_DEBUG || o->strip == STRIP_UNNEEDED || o->strip == STRIP_ALL ||
	       o->discard == DISCARD_LOCAL;
}

static bool section_stays(const struct elfselect *o, const struct elfedit *x, size_t i)
{
	const struct elfedit_section *s = &x->section[i];
	bool relocations = elfedit_is_relocations(x, s);
	if (is_structure(x, i) || namelist_has(&o->keep, s->name, true))
		return true;
	if (namelist_has(&o->remove, s->name, true))
		return false;
	if (relocations) /* those of a program help only who links it again */
		return !(o->strip == STRIP_ALL && x->elf->type != ELF_REL);
	if (o->only.name.n && !namelist_has(&o->only, s->name, true))
		return false;
	if (symclass_debug_section(s->name, &s->h)) {
		if (strips_debug(o) || (o->strip == STRIP_DWO && is_dwo(s->name)))
			return false;
	}
	return !o->only_dwo || is_dwo(s->name);
}

static void select_sections(const struct elfselect *o, struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n; i++)
		x->section[i].keep = section_stays(o, x, i);
}

/* Without its contents a section still says where things are. */
static void empty_sections(struct elfedit *x)
{
	x->only_debug = true;
	for (size_t i = 1; i < x->old_n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (s->h.flags & SHF_ALLOC && s->h.type != SHT_NOTE && s->h.type != SHT_NOBITS)
			s->emptied = true;
	}
}

static bool is_global(const struct elf_symbol *s)
{
	return s->bind == STB_GLOBAL || s->bind == STB_WEAK || s->bind == STB_GNU_UNIQUE;
}

static bool is_generated(const char *name)
{
	return text_begins(name, ".L") || text_begins(name, "..") || text_begins(name, "_.L_");
}

/* By the options for all symbols, not those for some. */
static bool symbol_stays(const struct elfselect *o, const struct elfedit *x, const struct elfedit_symbol *s)
{
	enum symclass_place place = symclass_place(x->elf, &s->s);
	bool relocatable = x->elf->type == ELF_REL,
	     defined = place != PLACE_UNDEFINED && place != PLACE_COMMON;
	enum elfselect_strip strip = o->strip == STRIP_ALL && relocatable ? STRIP_UNNEEDED : o->strip;
	if (strip == STRIP_ALL)
		return false;
	if (s->needed)
		return true;
	if (relocatable &&
		((is_global(&s->s) && (defined || s->s.bind == STB_WEAK)) || place == PLACE_COMMON))
		return true;
	if (is_global(&s->s) || !defined)
		return strip != STRIP_UNNEEDED;
	if (s->s.type == STT_SECTION && o->keep_section_symbols)
		return true;
	if (s->s.type == STT_SECTION || s->s.type == STT_FILE)
		return strip != STRIP_DEBUG && strip != STRIP_UNNEEDED;
	return strip != STRIP_UNNEEDED && o->discard != DISCARD_LOCAL &&
	       !(o->discard == DISCARD_GENERATED && is_generated(s->name));
}

static bool in_dropped_section(const struct elfedit *x, const struct elf_symbol *s)
{
	return !s->special && s->section && s->section < x->old_n && !x->section[s->section].keep;
}

static const char *redefined(const struct elfselect *o, const char *name)
{
	const char *old = name;
	for (size_t i = 0; i + 1 < o->redefine.n; i += 2)
		if (strcmp(o->redefine.v[i], old) == 0)
			name = o->redefine.v[i + 1];
	return o->prefix_symbols && *name ? mem_cat(o->prefix_symbols, name, NULL) : name;
}

/* A unique symbol is neither made local nor global, as in binutils. */
static void set_bind(const struct elfselect *o, const struct elfedit *x, struct elfedit_symbol *s)
{
	bool global = s->s.bind == STB_GLOBAL || s->s.bind == STB_WEAK;
	bool defined = symclass_place(x->elf, &s->s) != PLACE_UNDEFINED;
	bool hidden = (s->s.other & 3) == STV_HIDDEN || (s->s.other & 3) == STV_INTERNAL;
	bool special = s->s.type == STT_FILE || s->s.type == STT_SECTION;
	if (defined && global &&
		(namelist_has(&o->localize, s->name, o->patterns) || (o->localize_hidden && hidden) ||
			(o->keep_global.name.n && !namelist_has(&o->keep_global, s->name, o->patterns))))
		s->s.bind = STB_LOCAL;
	else if (defined && s->s.bind == STB_LOCAL && !special &&
		 namelist_has(&o->globalize, s->name, o->patterns))
		s->s.bind = STB_GLOBAL;
	if ((s->s.bind == STB_GLOBAL || s->s.bind == STB_GNU_UNIQUE || !defined) &&
		(o->weaken || namelist_has(&o->weaken_symbols, s->name, o->patterns)))
		s->s.bind = STB_WEAK;
}

static const char *select_symbol(const struct elfselect *o, struct elfedit *x, struct elfedit_symbol *s)
{
	bool section = s->s.type == STT_SECTION;
	s->name = section ? s->name : redefined(o, s->name);
	s->keep = symbol_stays(o, x, s);
	if (s->keep && namelist_has(&o->strip_symbols, s->name, o->patterns)) {
		if (s->needed)
			return mem_cat("symbol ", s->name, " cannot be removed: a relocation needs it", NULL);
		s->keep = false;
	}
	if (!s->needed && namelist_has(&o->strip_unneeded_symbols, s->name, o->patterns))
		s->keep = false;
	if ((o->keep_file_symbols && s->s.type == STT_FILE) ||
		namelist_has(&o->keep_symbols, s->name, o->patterns))
		s->keep = true;
	if (in_dropped_section(x, &s->s)) {
		s->keep = false;
		if (s->needed)
			return mem_cat("section ", x->section[s->s.section].name,
				" cannot be removed: a relocation needs its symbol ", s->name, NULL);
	}
	if (s->keep)
		set_bind(o, x, s);
	return NULL;
}

static const char *rename_section(const struct elfselect *o, struct elfedit_section *s)
{
	const char *old = s->name, *why = NULL;
	for (size_t i = 0; i + 1 < o->rename.n && !why; i += 2)
		if (strcmp(o->rename.v[i], old) == 0) {
			s->name = o->rename.v[i + 1];
			if (*o->rename_flags.v[i / 2])
				why = sectionflags_set(s, o->rename_flags.v[i / 2]);
		}
	for (size_t i = 0; i + 1 < o->set_flags.n && !why; i += 2)
		if (strcmp(o->set_flags.v[i], old) == 0)
			why = sectionflags_set(s, o->set_flags.v[i + 1]);
	if (o->prefix_alloc && s->h.flags & SHF_ALLOC)
		s->name = mem_cat(o->prefix_alloc, s->name, NULL);
	else if (o->prefix_sections)
		s->name = mem_cat(o->prefix_sections, s->name, NULL);
	return why;
}

static const char *rename_sections(const struct elfselect *o, struct elfedit *x)
{
	const char *why = NULL;
	for (size_t i = 1; i < x->n && !why; i++) {
		struct elfedit_section *s = &x->section[i];
		if (s->keep && !is_structure(x, i) && !elfedit_is_relocations(x, s))
			why = rename_section(o, s);
	}
	return why;
}

/* Relocations are called after the section that they are for. */
static void rename_relocations(struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n; i++) {
		struct elfedit_section *s = &x->section[i];
		if (!s->keep || !elfedit_is_relocations(x, s) || s->h.info >= x->old_n)
			continue;
		const char *prefix = s->h.type == SHT_RELA ? ".rela" : ".rel";
		struct elf_section of = x->section[s->h.info].h;
		if (strcmp(s->name, mem_cat(prefix, elf_section_name(x->elf, &of), NULL)) == 0)
			s->name = mem_cat(prefix, x->section[s->h.info].name, NULL);
	}
}

const char *elfselect_apply(const struct elfselect *o, struct elfedit *x)
{
	select_sections(o, x);
	elfedit_drop_dependents(x);
	const char *why = elfedit_mark_needed(x);
	for (size_t i = 1; i < x->symbols && !why; i++)
		why = select_symbol(o, x, &x->symbol[i]);
	if (!why)
		why = rename_sections(o, x);
	if (why)
		return why;
	if (o->rename.n || o->prefix_sections || o->prefix_alloc)
		rename_relocations(x);
	elfedit_drop_dependents(x);
	if (o->strip == STRIP_NONDEBUG)
		empty_sections(x);
	return NULL;
}
