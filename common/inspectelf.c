/* Kinds follow what the loader and the linkers do: a position-independent program
 * says so by DF_1_PIE, and older ones by DT_DEBUG, which linkers write into
 * programs alone; a shared library may name a loader, as libc.so.6 does.
 * Sources: the System V ABI, the processors' supplements, glibc's elf.h. */
#include <string.h>

#include "inspectelf.h"
#include "staticout.h"
#include "text.h"

enum { DF_TEXTREL = 4, DF_BIND_NOW = 8, DF_1_NOW = 1, DF_1_PIE = 0x08000000 };

/* --- header ------------------------------------------------------------- */

struct abi {
	unsigned short machine;
	unsigned char bits; /* or 0 */
	uint32_t mask, value;
	const char *name;
};

/* By e_flags; the first row that fits counts. */
static const struct abi abis[] = {
	{ ELF_X86_64, 32, 0, 0, "x32" },
	{ ELF_ARM, 0, 0x400, 0x400, "hard-float" },
	{ ELF_ARM, 0, 0x200, 0x200, "soft-float" },
	{ ELF_RISCV, 0, 6, 0, "soft-float" },
	{ ELF_RISCV, 0, 6, 2, "single-float" },
	{ ELF_RISCV, 0, 6, 4, "double-float" },
	{ ELF_RISCV, 0, 6, 6, "quad-float" },
	{ 21 /* powerpc64 */, 0, 3, 2, "elfv2" },
	{ 21, 0, 3, 1, "elfv1" },
	{ ELF_MIPS, 32, 0x20, 0x20, "n32" },
	{ ELF_MIPS, 32, 0xf000, 0x1000, "o32" },
	{ ELF_MIPS, 64, 0, 0, "n64" },
};

static const char *abi_of(const struct elf *e)
{
	uint64_t flags = elf_get(e, e->file.p + (e->is64 ? 48 : 36), 4);
	for (size_t i = 0; i < sizeof abis / sizeof *abis; i++) {
		const struct abi *a = &abis[i];
		if (a->machine == e->machine && (!a->bits || a->bits == (e->is64 ? 64 : 32)) &&
			(flags & a->mask) == a->value)
			return a->name;
	}
	return NULL;
}

/* EI_OSABI; Linux programs are marked as System V's most of the time, so that is
 * Linux as long as no note names another system. */
static const char *system_of(unsigned char osabi)
{
	static const struct {
		unsigned char osabi;
		const char *name;
	} systems[] = { { 0, "linux" }, { 3, "linux" }, { 2, "netbsd" }, { 4, "hurd" }, { 6, "solaris" },
		{ 7, "aix" }, { 8, "irix" }, { 9, "freebsd" }, { 12, "openbsd" } };
	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
		if (systems[i].osabi == osabi)
			return systems[i].name;
	return NULL;
}

static void take_header(struct inspect *f, const struct elf *e)
{
	f->machine = machine_of_elf(e->machine, e->is64, e->big);
	f->machine_number = e->machine;
	f->bits = e->is64 ? 64 : 32;
	f->big = e->big;
	f->abi = abi_of(e);
	f->os = system_of(e->file.p[7]);
}

/* --- sections ----------------------------------------------------------- */

/* Sections of a sound file do not overlap. Without this a damaged one could have
 * the same bytes looked at again for each of a million sections. */
static bool overlaps(const struct elf *e)
{
	uint64_t total = 0;
	for (size_t i = 1; i < e->shnum; i++) {
		struct elf_section s = elf_section(e, i);
		total += elf_contents(e, &s).n;
	}
	return total > 2 * (uint64_t)e->file.n;
}

static bool segments_overlap(const struct elf *e)
{
	uint64_t total = 0;
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.type == PT_LOAD || s.type == PT_NOTE || s.type == PT_DYNAMIC)
			total += elfload_slice(e, s.offset, s.filesz).n;
	}
	return total > 2 * (uint64_t)e->file.n;
}

static bool is_debug(const char *name)
{
	return strncmp(name, ".debug_", 7) == 0 || strncmp(name, ".zdebug_", 8) == 0;
}

static void take_sections(struct inspect *f, const struct elf *e)
{
	for (size_t i = 1; i < e->shnum; i++) {
		struct elf_section s = elf_section(e, i);
		const char *name = elf_section_name(e, &s);
		f->symbols |= s.type == SHT_SYMTAB;
		f->debug |= is_debug(name);
		if (strcmp(name, ".note.GNU-stack") == 0)
			f->execstack = s.flags & SHF_EXECINSTR ? INSPECT_YES : INSPECT_NO;
	}
}

/* --- segments and the dynamic section ----------------------------------- */

static void take_entry(struct inspect *f, struct inspect_dynamic *d, const struct elf_dynamic *entry)
{
	const struct {
		uint64_t tag, *value;
	} numbers[] = { { DT_SYMTAB, &d->symtab }, { DT_VERSYM, &d->versym }, { DT_VERNEED, &d->verneed },
		{ DT_VERNEEDNUM, &d->verneednum }, { DT_HASH, &d->hash }, { DT_GNU_HASH, &d->gnu_hash },
		{ DT_FLAGS, &d->flags }, { DT_FLAGS_1, &d->flags_1 } };
	const struct {
		uint64_t tag;
		bool *present;
	} marks[] = { { DT_DEBUG, &d->debug }, { DT_BIND_NOW, &d->now }, { DT_TEXTREL, &d->textrel },
		{ DT_RELR, &f->relr } };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (numbers[i].tag == entry->tag)
			*numbers[i].value = entry->value;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		*marks[i].present |= marks[i].tag == entry->tag;
}

static void take_string(struct inspect *f, const struct elf_dynamic *entry, const char *text)
{
	if (entry->tag == DT_NEEDED)
		strv_push(&f->needed, text);
	else if (entry->tag == DT_SONAME)
		f->soname = text;
	else if (entry->tag == DT_RPATH)
		f->rpath = text;
	else if (entry->tag == DT_RUNPATH)
		f->runpath = text;
}

/* The strings' table may be named behind entries that need it. */
static void take_dynamic(struct inspect *f, const struct elf *e, struct inspect_dynamic *d)
{
	const struct elf_bytes b = elfload_segment(e, PT_DYNAMIC);
	struct elf_dynamic entry = { 0 };
	uint64_t strings = 0, size = 0;
	for (struct elf_bytes rest = b; elfload_next(e, &rest, &entry);) {
		d->present = true;
		take_entry(f, d, &entry);
		strings = entry.tag == DT_STRTAB ? entry.value : strings;
		size = entry.tag == DT_STRSZ ? entry.value : size;
	}
	d->strings = elfload_at(e, strings);
	d->strings.n = size < d->strings.n ? (size_t)size : d->strings.n;
	for (struct elf_bytes rest = b; elfload_next(e, &rest, &entry);)
		take_string(f, &entry, elf_string(d->strings, entry.value));
	f->now = d->now || d->flags & DF_BIND_NOW || d->flags_1 & DF_1_NOW;
	f->textrel = d->textrel || d->flags & DF_TEXTREL;
}

static void take_segments(struct inspect *f, const struct elf *e)
{
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.type == PT_INTERP && !f->loader)
			f->loader = elf_string(elfload_slice(e, s.offset, s.filesz), 0);
		if (s.type == PT_GNU_STACK)
			f->execstack = s.flags & PF_X ? INSPECT_YES : INSPECT_NO;
		f->relro |= s.type == PT_GNU_RELRO;
	}
}

/* --- what follows ------------------------------------------------------- */

static enum inspect_kind kind_of(const struct elf *e, const struct inspect_dynamic *d)
{
	if (e->type == ELF_DYN) {
		bool program = d->flags_1 & DF_1_PIE || d->debug;
		return program ? INSPECT_PROGRAM : INSPECT_SHARED;
	}
	return e->type == ELF_REL    ? INSPECT_OBJECT
	       : e->type == ELF_EXEC ? INSPECT_PROGRAM
	       : e->type == ELF_CORE ? INSPECT_CORE
				     : INSPECT_NONE;
}

/* By the names of loaders and of the library itself; the first row that fits
 * counts: glibc's loaders are ld.so.1, ld64.so.2, ld-linux-x86-64.so.2, ... */
static const char *libc_by(const char *path)
{
	static const struct {
		const char *name;
		bool whole;
		const char *libc;
	} names[] = { { "ld-musl-", false, "musl" }, { "libc.musl-", false, "musl" },
		{ "ld-linux", false, "glibc" }, { "ld64.so.", false, "glibc" }, { "ld.so.1", true, "glibc" },
		{ "libc.so.6", true, "glibc" }, { "libc.so.6.1", true, "glibc" },
		{ "linker", true, "bionic" }, { "linker64", true, "bionic" }, { "libc.so", true, "musl" } };
	const char *name = text_base(path);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].whole ? strcmp(name, names[i].name) == 0
				   : strncmp(name, names[i].name, strlen(names[i].name)) == 0)
			return names[i].libc;
	return NULL;
}

static const char *libc_of(const struct inspect *f)
{
	if (!f->os || (strcmp(f->os, "linux") != 0 && strcmp(f->os, "android") != 0))
		return NULL;
	const char *libc = f->loader ? libc_by(f->loader) : NULL;
	for (size_t i = 0; !libc && i < f->needed.n; i++)
		libc = libc_by(f->needed.v[i]);
	return libc && strcmp(f->os, "android") == 0 ? "bionic" : libc;
}

static void take_static(struct inspect *f, struct elf_bytes bytes)
{
	struct staticout o;
	staticout_sound_bytes(&o, f->name, bytes);
	f->irelative = o.irelative;
	f->wrong = o.wrong;
	f->wrong_type = o.type;
	f->wrong_symbol = o.symbol;
}

void inspect_elf(struct inspect *f, struct elf_bytes bytes)
{
	struct elf e;
	struct inspect_dynamic d = { 0 };
	f->format = INSPECT_ELF;
	if (!elf_open(&e, bytes.p, bytes.n, &f->damage))
		return;
	take_header(f, &e);
	f->damage =
		overlaps(&e) || segments_overlap(&e) ? "is damaged: its sections or segments overlap" : NULL;
	if (f->damage)
		return;
	take_sections(f, &e);
	take_segments(f, &e);
	take_dynamic(f, &e, &d);
	inspectelf_notes(f, &e);
	inspectelf_symbols(f, &e, &d);
	f->kind = kind_of(&e, &d);
	f->pie = f->kind == INSPECT_PROGRAM && e.type == ELF_DYN;
	f->is_static = f->kind == INSPECT_PROGRAM && !f->loader && !f->needed.n;
	f->libc = libc_of(f);
	if (f->is_static)
		take_static(f, bytes);
	inspectelf_paths(f, &e);
}
