/* The sections tell of the relocations, also in a stripped program; without a
 * section table the dynamic section does.  Relocation types: the processors' ABI
 * supplements. */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "elfload.h"
#include "mem.h"
#include "say.h"
#include "staticout.h"

enum { DT_MAX = DT_JMPREL + 1 };

struct machine {
	unsigned short number, irelative, relative;
};

static const struct machine machines[] = {
	{ ELF_386, 42, 8 },
	{ 21 /* powerpc64 */, 248, 22 },
	{ 22 /* s390x */, 61, 12 },
	{ ELF_ARM, 160, 23 },
	{ ELF_X86_64, 37, 8 },
	{ ELF_AARCH64, 1032, 1027 },
	{ ELF_RISCV, 58, 3 },
};

struct look {
	struct staticout *out;
	struct elf elf;
	const struct machine *machine; /* NULL: its relocations are not known */
	uint64_t dynamic[DT_MAX];      /* the values that count, 0 when absent */
	struct strv weak;
	bool other; /* some wrong relocation is not against a weak undefined symbol */
};

static struct elf_bytes map(const char *path)
{
	struct elf_bytes none = { NULL, 0 };
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return none;
	void *p = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size
			  ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0)
			  : MAP_FAILED;
	close(fd);
	return p == MAP_FAILED ? none : (struct elf_bytes){ p, (size_t)st.st_size };
}

/* --- symbols ------------------------------------------------------------ */

/* A version says that a shared object defines the symbol: 0 and 1 are none (the
 * GNU extensions to the System V ABI, symbol versioning). */
static bool is_versioned(const struct elf *e, size_t table, size_t symbol)
{
	for (size_t i = 0; (i = elf_find_type(e, SHT_GNU_VERSYM, i));) {
		struct elf_section s = elf_section(e, i);
		struct elf_bytes b = elf_contents(e, &s);
		if (s.link == table && (symbol + 1) * 2 <= b.n)
			return (elf_get(e, b.p + symbol * 2, 2) & 0x7fff) > 1;
	}
	return false;
}

static void push_once(struct strv *list, const char *name)
{
	if (!strv_has(list, name))
		strv_push(list, name);
}

/* Note the symbol of a wrong relocation; its name. */
static const char *take_symbol(struct look *l, const struct elf_symbols *t, size_t i)
{
	if (!i || i >= t->n) {
		l->other = true;
		return "";
	}
	struct elf_symbol s = elf_symbols_at(t, i);
	const char *name = elf_symbols_name(t, &s);
	if (s.bind == STB_WEAK && s.section == SHN_UNDEF && *name && !strpbrk(name, "=@ ") &&
		!is_versioned(&l->elf, t->section, i))
		push_once(&l->weak, name);
	else
		l->other = true;
	return name;
}

/* --- relocations -------------------------------------------------------- */

static bool is_right(const struct look *l, unsigned type)
{
	return type == l->machine->irelative ||
	       (l->elf.type == ELF_DYN && (type == l->machine->relative || type == 0));
}

/* A relocation's type, the low part of its info: nothing else is read of the many
 * that are right. */
static unsigned type_of(const struct elf *e, const unsigned char *p)
{
	if (e->is64)
		return (unsigned)elf_get(e, p + (e->big ? 12 : 8), 4);
	return p[e->big ? 7 : 4];
}

static void take_relocs(struct look *l, struct elf_bytes b, bool addend, const struct elf_symbols *t)
{
	size_t size = elf_reloc_size(&l->elf, addend);
	for (; b.n >= size; b.p += size, b.n -= size) {
		unsigned type = type_of(&l->elf, b.p);
		l->out->irelative += type == l->machine->irelative;
		if (is_right(l, type))
			continue;
		const char *name = take_symbol(l, t, elf_get_reloc(&l->elf, b.p).symbol);
		if (!l->out->wrong++) {
			l->out->type = type;
			l->out->symbol = name;
		}
	}
}

static void take_sections(struct look *l)
{
	const struct elf *e = &l->elf;
	for (size_t i = 1; i < e->shnum; i++) {
		struct elf_section s = elf_section(e, i);
		if (!(s.flags & SHF_ALLOC) || (s.type != SHT_RELA && s.type != SHT_REL))
			continue;
		struct elf_symbols t = elf_symbols(e, s.link);
		take_relocs(l, elf_contents(e, &s), s.type == SHT_RELA, &t);
	}
}

/* The relocations as the dynamic section tells of them. */
static void take_table(struct look *l, uint64_t address, uint64_t size, bool addend)
{
	const struct elf_symbols none = { .n = 0 };
	struct elf_bytes b = address ? elfload_at(&l->elf, address) : (struct elf_bytes){ NULL, 0 };
	b.n = size < b.n ? (size_t)size : b.n;
	take_relocs(l, b, addend, &none);
}

static void take_tables(struct look *l)
{
	const uint64_t *d = l->dynamic;
	take_table(l, d[DT_RELA], d[DT_RELASZ], true);
	take_table(l, d[DT_REL], d[DT_RELSZ], false);
	take_table(l, d[DT_JMPREL], d[DT_PLTRELSZ], d[DT_PLTREL] != DT_REL);
}

/* --- segments ----------------------------------------------------------- */

static void take_dynamic(struct look *l, struct elf_bytes b)
{
	struct elf_dynamic d;
	for (struct elf_bytes rest = b; elfload_next(&l->elf, &rest, &d);)
		if (d.tag < DT_MAX && d.tag != DT_NEEDED)
			l->dynamic[d.tag] = d.value;
	struct elf_bytes strings = elfload_at(&l->elf, l->dynamic[DT_STRTAB]);
	while (elfload_next(&l->elf, &b, &d))
		if (d.tag == DT_NEEDED)
			strv_push(&l->out->needed, elf_string(strings, d.value));
}

static void take_segments(struct look *l)
{
	for (size_t i = 0; i < l->elf.phnum; i++) {
		struct elf_segment s = elf_segment(&l->elf, i);
		struct elf_bytes b = elfload_slice(&l->elf, s.offset, s.filesz);
		if (s.type == PT_INTERP)
			l->out->loader = elf_string(b, 0);
		if (s.type == PT_DYNAMIC)
			take_dynamic(l, b);
	}
}

/* rcrt1.o for i386 loads main's address from the GOT before anything is relocated,
 * and relies on the linker to turn that mov into a lea (glibc's
 * sysdeps/i386/start.S); lld does not. */
static bool reads_early(const struct elf *e)
{
	enum { NEAR = 64, LENGTH = 8 };
	struct elf_bytes b = e->machine == ELF_386 && e->type == ELF_DYN ? elfload_at(e, e->entry)
									 : (struct elf_bytes){ NULL, 0 };
	for (size_t i = 0; i < NEAR && i + LENGTH <= b.n; i++)
		/* mov N(%ebx),%eax; push %eax; call */
		if (b.p[i] == 0x8b && b.p[i + 1] == 0x83 && b.p[i + 6] == 0x50 && b.p[i + 7] == 0xe8)
			return true;
	return false;
}

bool staticout_sound_bytes(struct staticout *o, const char *path, struct elf_bytes file)
{
	const char *why;
	struct look l = { .out = o };
	*o = (struct staticout){ .path = path, .symbol = "" };
	strv_init(&o->needed, 4);
	strv_init(&o->weak, 16);
	strv_init(&l.weak, 16);
	if (!file.p || !elf_open(&l.elf, file.p, file.n, &why))
		return true;
	if (l.elf.type != ELF_EXEC && l.elf.type != ELF_DYN)
		return true;
	for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
		if (machines[i].number == l.elf.machine)
			l.machine = &machines[i];
	take_segments(&l);
	if (l.machine)
		l.elf.shnum ? take_sections(&l) : take_tables(&l);
	if (!l.other)
		o->weak = l.weak;
	o->early = reads_early(&l.elf);
	return !o->loader && !o->needed.n && !o->wrong && !o->early;
}

bool staticout_sound(struct staticout *o, const char *path)
{
	return staticout_sound_bytes(o, path, map(path));
}

void staticout_say(const struct staticout *o)
{
	if (o->loader) {
		say("static link: %s asks for a loader, %s; leave out what names it, or link without -static",
			o->path, o->loader);
		return;
	}
	if (!o->needed.n && !o->wrong) {
		say("static link: %s reads the address of main before start-up relocates it, as lld leaves "
		    "it; link with -static, or by gcc and its ld",
			o->path);
		return;
	}
	if (!o->needed.n) {
		say("static link: %s has relocations (%u) that static start-up cannot apply, the first "
		    "of type %u for '%s'; link archives only",
			o->path, o->wrong, (size_t)o->type, o->symbol);
		return;
	}
	const char *list = o->needed.v[0];
	for (size_t i = 1; i < o->needed.n; i++)
		list = mem_cat(list, ", ", o->needed.v[i], NULL);
	say("static link: %s needs shared libraries when it runs: %s; link their archives, or without "
	    "-static",
		o->path, list);
}
