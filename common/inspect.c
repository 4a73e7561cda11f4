/* Which format a file has, by its first bytes; and the members of archives. */
#include <string.h>

#include "arread.h"
#include "dotted.h"
#include "inspect.h"
#include "mem.h"
#include "say.h"

/* Archives may be parts of universal files; deeper is nothing. */
enum { DEPTH_MOST = 2 };

static void look(struct inspect *f, struct elf_bytes b, unsigned depth);

static bool begins(struct elf_bytes b, const char *magic, size_t n)
{
	return b.n >= n && memcmp(b.p, magic, n) == 0;
}

static uint32_t big32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint64_t big64(const unsigned char *p)
{
	return (uint64_t)big32(p) << 32 | big32(p + 4);
}

/* --- archives ----------------------------------------------------------- */

static void add_member(struct inspect *f, size_t *cap, const char *name, struct elf_bytes b, unsigned depth)
{
	if (f->members == *cap) {
		struct inspect *old = f->member;
		*cap = *cap ? *cap * 2 : 8;
		f->member = mem_alloc(*cap * sizeof *f->member);
		if (old)
			memcpy(f->member, old, f->members * sizeof *old);
	}
	struct inspect *m = &f->member[f->members++];
	*m = (struct inspect){ .name = mem_cat(f->name, "(", name, ")", NULL),
		.paths.allowed = f->paths.allowed };
	look(m, b, depth + 1);
}

static void look_into_archive(struct inspect *f, struct elf_bytes b, unsigned depth)
{
	struct arread a;
	struct arread_member m;
	enum arread_next got = ARREAD_DAMAGED;
	size_t at = ARREAD_MAGIC, cap = 0;
	f->format = INSPECT_ARCHIVE;
	if (arread_open(&a, b, f->name))
		while ((got = arread_next(&a, &at, &m)) == ARREAD_MEMBER)
			if (!m.special && !a.thin)
				add_member(f, &cap, m.name, m.data, depth);
	if (got == ARREAD_DAMAGED)
		f->damage = "the archive is truncated or damaged";
	else if (a.thin)
		f->damage = "is a thin archive, which only names its members; look at these";
}

/* Java's class files begin with the same bytes, and then have a version beyond
 * the number of machines that anybody joins. */
enum { FAT_MOST = 30 };

static bool is_universal(struct elf_bytes b)
{
	return (begins(b, "\xca\xfe\xba\xbe", 4) || begins(b, "\xca\xfe\xba\xbf", 4)) && b.n >= 8 &&
	       big32(b.p + 4) < FAT_MOST;
}

/* Source: <mach-o/fat.h>; all is in big order. */
static void look_into_universal(struct inspect *f, struct elf_bytes b, unsigned depth)
{
	bool wide = b.p[3] == 0xbf;
	size_t n = big32(b.p + 4), size = wide ? 32 : 20, cap = 0;
	f->format = INSPECT_UNIVERSAL;
	for (size_t i = 0; i < n && 8 + (i + 1) * size <= b.n; i++) {
		const unsigned char *p = b.p + 8 + i * size;
		uint64_t offset = wide ? big64(p + 8) : big32(p + 8);
		uint64_t length = wide ? big64(p + 16) : big32(p + 12);
		const struct machine *m = machine_of_macho(big32(p));
		if (offset > b.n || length > b.n - offset) {
			f->damage = "a part of it lies outside of the file";
			return;
		}
		add_member(f, &cap, m ? m->name : "?", (struct elf_bytes){ b.p + offset, (size_t)length },
			depth);
	}
	if (f->members < n)
		f->damage = "its table lies outside of the file";
}

/* --- formats ------------------------------------------------------------ */

static bool is_elf(struct elf_bytes b)
{
	return begins(b, "\177ELF", 4);
}

static bool is_macho(struct elf_bytes b)
{
	return begins(b, "\xfe\xed\xfa\xce", 4) || begins(b, "\xfe\xed\xfa\xcf", 4) ||
	       begins(b, "\xce\xfa\xed\xfe", 4) || begins(b, "\xcf\xfa\xed\xfe", 4);
}

static bool is_pe(struct elf_bytes b)
{
	return begins(b, "MZ", 2);
}

/* An object for a known machine without an optional header, or the header that
 * short imports and objects with many sections have. */
static bool is_coff(struct elf_bytes b)
{
	if (b.n < 20)
		return false;
	bool special = begins(b, "\0\0\xff\xff", 4);
	const unsigned char *machine = b.p + (special ? 6 : 0);
	return machine_of_coff(machine[0] | (unsigned)machine[1] << 8) && (special || !(b.p[16] | b.p[17]));
}

static bool is_bitcode(struct elf_bytes b)
{
	return begins(b, "BC\xc0\xde", 4) || begins(b, "\xde\xc0\x17\x0b", 4);
}

static void look_at_bitcode(struct inspect *f, struct elf_bytes b)
{
	f->format = INSPECT_BITCODE;
	f->kind = INSPECT_OBJECT;
	buildpath_find(&f->paths, BUILDPATH_OTHER, "", b);
}

static const struct {
	bool (*is)(struct elf_bytes b);
	void (*look)(struct inspect *f, struct elf_bytes b); /* one of these two */
	void (*into)(struct inspect *f, struct elf_bytes b, unsigned depth);
} formats[] = {
	{ is_elf, inspect_elf, NULL },
	{ arread_is, NULL, look_into_archive },
	{ is_universal, NULL, look_into_universal },
	{ is_macho, inspect_macho, NULL },
	{ is_pe, inspect_pe, NULL },
	{ is_bitcode, look_at_bitcode, NULL },
	{ is_coff, inspect_coff, NULL },
};

static void look(struct inspect *f, struct elf_bytes b, unsigned depth)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		if (!formats[i].is(b) || (formats[i].into && depth == DEPTH_MOST))
			continue;
		formats[i].look ? formats[i].look(f, b) : formats[i].into(f, b, depth);
		return;
	}
	if (!depth)
		f->damage = "is no object file, program, library or archive of a known format";
}

void inspect(struct inspect *f, const char *name, struct elf_bytes bytes, const struct strv *allowed)
{
	*f = (struct inspect){ .name = name, .paths.allowed = allowed };
	look(f, bytes, 0);
}

/* --- names -------------------------------------------------------------- */

const char *inspect_format_name(enum inspect_format format)
{
	static const char *const names[] = { "unknown", "ELF", "Mach-O", "COFF", "PE", "LLVM bitcode",
		"archive", "universal Mach-O" };
	return names[format];
}

const char *inspect_kind_name(enum inspect_kind kind)
{
	static const char *const names[] = { "none", "object", "program", "shared", "core" };
	return names[kind];
}

const char *inspect_machine_name(const struct inspect *f)
{
	return f->machine ? f->machine->name : mem_cat("machine ", say_number(f->machine_number), NULL);
}

const struct inspect_version *inspect_highest(const struct inspect *f, const char *family)
{
	const struct inspect_version *best = NULL;
	size_t n = strlen(family);
	for (size_t i = 0; i < f->versions; i++) {
		const struct inspect_version *v = &f->version[i];
		if (v->weak || strncmp(v->name, family, n) != 0 || !dotted_is(v->name + n))
			continue;
		if (!best || dotted_compare(v->name + n, best->name + n) > 0)
			best = v;
	}
	return best;
}
