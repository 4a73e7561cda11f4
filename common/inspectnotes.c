/* Notes, of segments and of sections: Go's linker has its build id in a section
 * that its PT_NOTE does not span, objects have sections only.
 * Sources: the System V ABI; glibc's elf.h; the Linux Extensions to gABI and the
 * processors' supplements for .note.gnu.property; the owners' own notes. */
#include <string.h>

#include "inspectelf.h"
#include "mem.h"

enum { NT_GNU_ABI_TAG = 1, NT_GNU_BUILD_ID = 3, NT_GNU_PROPERTY_TYPE_0 = 5, NT_SYSTEM = 1 };

#define PROPERTY_PROCESSOR_1_AND 0xc0000000u /* AArch64, RISC-V */
#define PROPERTY_X86_1_AND       0xc0000002u
#define PROPERTY_X86_ISA_NEEDED  0xc0008002u
#define PROPERTY_X86_ISA_USED    0xc0010002u

struct note {
	const char *owner; /* a string */
	uint32_t type;
	struct elf_bytes b;
};

/* --- properties --------------------------------------------------------- */

static const struct {
	unsigned short machine;
	uint32_t property, bit;
	const char *name;
} features[] = {
	{ ELF_X86_64, PROPERTY_X86_1_AND, 1, "IBT" },
	{ ELF_X86_64, PROPERTY_X86_1_AND, 2, "SHSTK" },
	{ ELF_386, PROPERTY_X86_1_AND, 1, "IBT" },
	{ ELF_386, PROPERTY_X86_1_AND, 2, "SHSTK" },
	{ ELF_AARCH64, PROPERTY_PROCESSOR_1_AND, 1, "BTI" },
	{ ELF_AARCH64, PROPERTY_PROCESSOR_1_AND, 2, "PAC" },
	{ ELF_AARCH64, PROPERTY_PROCESSOR_1_AND, 4, "GCS" },
	{ ELF_RISCV, PROPERTY_PROCESSOR_1_AND, 1, "ZICFILP" },
	{ ELF_RISCV, PROPERTY_PROCESSOR_1_AND, 2, "ZICFISS" },
};

/* The highest level of a set: bit 0 is x86-64-v1's. */
static unsigned level_of(uint64_t set)
{
	unsigned level = 0;
	for (unsigned i = 1; i <= 4; i++)
		level = set & 1u << (i - 1) ? i : level;
	return level;
}

static void take_property(struct inspect *f, const struct elf *e, uint32_t type, uint64_t set)
{
	bool x86 = e->machine == ELF_X86_64 || e->machine == ELF_386;
	if (x86 && type == PROPERTY_X86_ISA_NEEDED)
		f->isa_needed = level_of(set);
	if (x86 && type == PROPERTY_X86_ISA_USED)
		f->isa_used = level_of(set);
	for (size_t i = 0; i < sizeof features / sizeof *features; i++)
		if (features[i].machine == e->machine && features[i].property == type &&
			set & features[i].bit)
			strv_push(&f->features, features[i].name);
}

static void take_properties(struct inspect *f, const struct elf *e, struct elf_bytes b)
{
	size_t align = e->is64 ? 8 : 4;
	while (b.n >= 8) {
		uint32_t type = (uint32_t)elf_get(e, b.p, 4);
		size_t size = (size_t)elf_get(e, b.p + 4, 4);
		if (size > b.n - 8)
			return;
		if (size == 4)
			take_property(f, e, type, elf_get(e, b.p + 8, 4));
		size_t step = 8 + (size + align - 1) / align * align;
		step = step < b.n ? step : b.n;
		b.p += step;
		b.n -= step;
	}
}

/* --- notes -------------------------------------------------------------- */

static const char *hex(struct elf_bytes b)
{
	static const char digits[] = "0123456789abcdef";
	char *text = mem_alloc(2 * b.n + 1);
	for (size_t i = 0; i < b.n; i++) {
		text[2 * i] = digits[b.p[i] >> 4];
		text[2 * i + 1] = digits[b.p[i] & 15];
	}
	return text;
}

static void take_system(struct inspect *f, const struct elf *e, const struct note *n)
{
	static const char *const systems[] = { "linux", "hurd", "solaris", "freebsd", "netbsd" };
	uint64_t number = n->b.n >= 4 ? elf_get(e, n->b.p, 4) : ~(uint64_t)0;
	if (number < sizeof systems / sizeof *systems)
		f->os = systems[number];
}

static void take_gnu(struct inspect *f, const struct elf *e, const struct note *n)
{
	if (n->type == NT_GNU_ABI_TAG)
		take_system(f, e, n);
	else if (n->type == NT_GNU_BUILD_ID && !f->build_id && n->b.n <= 64)
		f->build_id = hex(n->b);
	else if (n->type == NT_GNU_PROPERTY_TYPE_0 && !f->features.n && !f->isa_needed && !f->isa_used)
		take_properties(f, e, n->b);
}

static void take_note(struct inspect *f, const struct elf *e, const struct note *n)
{
	static const char *const systems[][2] = { { "FreeBSD", "freebsd" }, { "NetBSD", "netbsd" },
		{ "OpenBSD", "openbsd" }, { "DragonFly", "dragonfly" }, { "Android", "android" } };
	if (strcmp(n->owner, "GNU") == 0)
		take_gnu(f, e, n);
	for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
		if (n->type == NT_SYSTEM && strcmp(n->owner, systems[i][0]) == 0)
			f->os = systems[i][1];
}

static size_t aligned(size_t n, size_t align)
{
	return (n + align - 1) / align * align;
}

/* Lengths are of 32 bits: their sums do not wrap in 64, and are cut off where the
 * notes end. */
static void take_notes(struct inspect *f, const struct elf *e, struct elf_bytes b, size_t align)
{
	while (b.n >= 12) {
		uint64_t name = elf_get(e, b.p, 4), size = elf_get(e, b.p + 4, 4);
		if (name > b.n - 12)
			return;
		size_t at = aligned(12 + (size_t)name, align);
		if (at > b.n || size > b.n - at)
			return;
		const struct note n = { elf_string((struct elf_bytes){ b.p + 12, (size_t)name }, 0),
			(uint32_t)elf_get(e, b.p + 8, 4), { b.p + at, (size_t)size } };
		take_note(f, e, &n);
		size_t step = aligned(at + (size_t)size, align);
		step = step < b.n ? step : b.n;
		b.p += step;
		b.n -= step;
	}
}

/* Notes are aligned to 4 bytes, but for those that say 8: GNU properties. */
static size_t note_align(uint64_t align)
{
	return align == 8 ? 8 : 4;
}

void inspectelf_notes(struct inspect *f, const struct elf *e)
{
	for (size_t i = 0; i < e->phnum; i++) {
		struct elf_segment s = elf_segment(e, i);
		if (s.type == PT_NOTE)
			take_notes(f, e, elfload_slice(e, s.offset, s.filesz), note_align(s.align));
	}
	for (size_t i = 1; i < e->shnum; i++) {
		struct elf_section s = elf_section(e, i);
		if (s.type == SHT_NOTE)
			take_notes(f, e, elf_contents(e, &s), note_align(s.align));
	}
}
