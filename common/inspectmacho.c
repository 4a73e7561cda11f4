/* Mach-O in outline: the header and the load commands.
 * Source: <mach-o/loader.h> and <mach-o/nlist.h>. */
#include <string.h>

#include "inspect.h"
#include "mem.h"
#include "say.h"

enum { MH_OBJECT = 1, MH_EXECUTE = 2, MH_CORE = 4, MH_DYLIB = 6, MH_DYLINKER = 7, MH_BUNDLE = 8 };
enum { MH_PIE = 0x200000, MH_ALLOW_STACK_EXECUTION = 0x20000 };

/* Without LC_REQ_DYLD, which only tells dyld not to pass over a command. */
#define LC_REQ_DYLD 0x80000000u
enum {
	LC_SEGMENT = 1,
	LC_SYMTAB = 2,
	LC_LOAD_DYLIB = 0xc,
	LC_ID_DYLIB = 0xd,
	LC_LOAD_DYLINKER = 0xe,
	LC_LOAD_WEAK_DYLIB = 0x18,
	LC_SEGMENT_64 = 0x19,
	LC_UUID = 0x1b,
	LC_RPATH = 0x1c,
	LC_REEXPORT_DYLIB = 0x1f,
	LC_LAZY_LOAD_DYLIB = 0x20,
	LC_LOAD_UPWARD_DYLIB = 0x23,
	LC_VERSION_MIN_MACOSX = 0x24,
	LC_VERSION_MIN_IPHONEOS = 0x25,
	LC_VERSION_MIN_TVOS = 0x2f,
	LC_VERSION_MIN_WATCHOS = 0x30,
	LC_BUILD_VERSION = 0x32,
};

enum { N_STAB = 0xe0, N_PEXT = 0x10, N_TYPE = 0x0e, N_EXT = 1 };

struct macho {
	struct inspect *f;
	struct elf order; /* for elf_get */
	struct elf_bytes file;
	size_t room; /* bytes of sections that may still be looked at */
};

/* A command: its bytes with the header of two words. */
struct command {
	uint32_t type;
	struct elf_bytes b;
};

static uint32_t get(const struct macho *m, struct elf_bytes b, size_t at)
{
	return at <= b.n && b.n - at >= 4 ? (uint32_t)elf_get(&m->order, b.p + at, 4) : 0;
}

/* The string whose place in the command stands at an offset. */
static const char *text_at(const struct macho *m, const struct command *c, size_t at)
{
	return elf_string(c->b, get(m, c->b, at));
}

/* xxxx.yy.zz in nibbles. */
static const char *version(uint32_t v)
{
	const char *major = say_number(v >> 16), *minor = say_number(v >> 8 & 255);
	if (!(v & 255))
		return mem_cat(major, ".", minor, NULL);
	return mem_cat(major, ".", minor, ".", say_number(v & 255), NULL);
}

static void take_system(struct macho *m, const struct command *c)
{
	static const char *const platforms[] = { NULL, "macos", "ios", "tvos", "watchos", "bridgeos",
		"maccatalyst", "ios-simulator", "tvos-simulator", "watchos-simulator", "driverkit",
		"visionos", "visionos-simulator" };
	uint32_t platform = get(m, c->b, 8);
	if (platform < sizeof platforms / sizeof *platforms)
		m->f->os = platforms[platform];
	m->f->os_version = version(get(m, c->b, 12));
}

static void take_old_system(struct macho *m, const struct command *c)
{
	m->f->os = c->type == LC_VERSION_MIN_MACOSX     ? "macos"
		   : c->type == LC_VERSION_MIN_IPHONEOS ? "ios"
		   : c->type == LC_VERSION_MIN_TVOS     ? "tvos"
							: "watchos";
	m->f->os_version = version(get(m, c->b, 8));
}

static void take_needed(struct macho *m, const struct command *c)
{
	strv_push(&m->f->needed, text_at(m, c, 8));
}

static void take_name(struct macho *m, const struct command *c)
{
	m->f->soname = text_at(m, c, 8);
}

static void take_loader(struct macho *m, const struct command *c)
{
	m->f->loader = text_at(m, c, 8);
}

/* Several are joined, as ELF has them. */
static void take_rpath(struct macho *m, const struct command *c)
{
	const char *path = text_at(m, c, 8), *old = m->f->rpath;
	m->f->rpath = old ? mem_cat(old, ":", path, NULL) : path;
	buildpath_search(&m->f->paths, "LC_RPATH", path);
}

static void take_uuid(struct macho *m, const struct command *c)
{
	static const char digits[] = "0123456789abcdef";
	char *text = mem_alloc(33);
	for (size_t i = 0; i < 16 && 8 + i < c->b.n; i++) {
		text[2 * i] = digits[c->b.p[8 + i] >> 4];
		text[2 * i + 1] = digits[c->b.p[8 + i] & 15];
	}
	m->f->build_id = text;
}

/* Symbols are of 12 or 16 bytes: name, type, section, description, value. */
static void take_symbols(struct macho *m, const struct command *c)
{
	size_t offset = get(m, c->b, 8), n = get(m, c->b, 12), size = m->f->bits == 64 ? 16 : 12;
	if (offset > m->file.n || n > (m->file.n - offset) / size) {
		m->f->damage = "its symbol table lies outside of the file";
		return;
	}
	const unsigned char *p = m->file.p + offset;
	size_t strings = get(m, c->b, 16), length = get(m, c->b, 20);
	if (strings <= m->file.n && length <= m->file.n - strings)
		buildpath_find(&m->f->paths, BUILDPATH_SYMBOLS, "",
			(struct elf_bytes){ m->file.p + strings, length });
	m->f->symbols = n > 0;
	m->f->exported = 0;
	for (size_t i = 0; i < n; i++, p += size)
		m->f->exported += p[4] & N_EXT && !(p[4] & (N_STAB | N_PEXT)) && (p[4] & N_TYPE);
}

/* What a section has in the file; sections of a sound file do not overlap, and a
 * damaged one does not have its bytes looked at for each of a million. */
static struct elf_bytes contents(struct macho *m, const unsigned char *section, bool wide)
{
	uint64_t size = elf_get(&m->order, section + (wide ? 40 : 36), wide ? 8 : 4);
	uint64_t offset = elf_get(&m->order, section + (wide ? 48 : 40), 4);
	if (!offset || offset > m->file.n || size > m->file.n - offset || size > m->room)
		return (struct elf_bytes){ NULL, 0 };
	m->room -= (size_t)size;
	return (struct elf_bytes){ m->file.p + offset, (size_t)size };
}

/* Names are of 16 bytes: the section's, then the segment's, which in an object is
 * the one it will be in. Sections of zeros have no offset. */
static void take_segment(struct macho *m, const struct command *c)
{
	bool wide = c->type == LC_SEGMENT_64;
	size_t at = wide ? 72 : 56, size = wide ? 80 : 68;
	for (; at <= c->b.n && c->b.n - at >= size; at += size) {
		const unsigned char *p = c->b.p + at;
		bool debug = memcmp(p + 16, "__DWARF", 8) == 0;
		m->f->debug |= debug;
		buildpath_find(&m->f->paths, debug ? BUILDPATH_DEBUG : BUILDPATH_LOADED,
			mem_dup((const char *)p, 16), contents(m, p, wide));
	}
}

static const struct {
	uint32_t type;
	void (*take)(struct macho *m, const struct command *c);
} commands[] = {
	{ LC_SEGMENT, take_segment },
	{ LC_SEGMENT_64, take_segment },
	{ LC_SYMTAB, take_symbols },
	{ LC_LOAD_DYLIB, take_needed },
	{ LC_LOAD_WEAK_DYLIB, take_needed },
	{ LC_REEXPORT_DYLIB, take_needed },
	{ LC_LAZY_LOAD_DYLIB, take_needed },
	{ LC_LOAD_UPWARD_DYLIB, take_needed },
	{ LC_ID_DYLIB, take_name },
	{ LC_LOAD_DYLINKER, take_loader },
	{ LC_UUID, take_uuid },
	{ LC_RPATH, take_rpath },
	{ LC_BUILD_VERSION, take_system },
	{ LC_VERSION_MIN_MACOSX, take_old_system },
	{ LC_VERSION_MIN_IPHONEOS, take_old_system },
	{ LC_VERSION_MIN_TVOS, take_old_system },
	{ LC_VERSION_MIN_WATCHOS, take_old_system },
};

static void take_command(struct macho *m, const struct command *c)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (commands[i].type == (c->type & ~LC_REQ_DYLD))
			commands[i].take(m, c);
}

/* Each command begins with its type and size. */
static void take_commands(struct macho *m, size_t n, struct elf_bytes b)
{
	for (; n; n--) {
		size_t size = get(m, b, 4);
		if (size < 8 || size > b.n) {
			m->f->damage = "its load commands are damaged";
			return;
		}
		take_command(m, &(struct command){ get(m, b, 0), { b.p, size } });
		b.p += size;
		b.n -= size;
	}
}

static enum inspect_kind kind_of(uint32_t type)
{
	return type == MH_OBJECT                           ? INSPECT_OBJECT
	       : type == MH_EXECUTE || type == MH_DYLINKER ? INSPECT_PROGRAM
	       : type == MH_DYLIB || type == MH_BUNDLE     ? INSPECT_SHARED
	       : type == MH_CORE                           ? INSPECT_CORE
							   : INSPECT_NONE;
}

void inspect_macho(struct inspect *f, struct elf_bytes b)
{
	struct macho m = { .f = f, .order.big = b.p[0] == 0xfe, .file = b, .room = b.n };
	bool wide = b.p[m.order.big ? 3 : 0] == 0xcf;
	size_t header = wide ? 32 : 28;
	f->format = INSPECT_MACHO;
	f->bits = wide ? 64 : 32;
	f->big = m.order.big;
	if (b.n < header) {
		f->damage = "is truncated";
		return;
	}
	uint32_t flags = get(&m, b, 24);
	f->machine_number = get(&m, b, 4);
	f->machine = machine_of_macho(f->machine_number);
	f->abi = f->machine_number == 0x0100000c && (get(&m, b, 8) & 0xffffff) == 2 ? "arm64e" : NULL;
	f->kind = kind_of(get(&m, b, 12));
	f->pie = f->kind == INSPECT_PROGRAM && flags & MH_PIE;
	f->execstack = flags & MH_ALLOW_STACK_EXECUTION ? INSPECT_YES : INSPECT_NO;
	take_commands(&m, get(&m, b, 16), (struct elf_bytes){ b.p + header, b.n - header });
	f->is_static = f->kind == INSPECT_PROGRAM && !f->loader && !f->needed.n;
}
