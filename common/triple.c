/* A target, and every way people write it: see triple.h.
 *
 * A triple is cut at its dashes and the operating system is looked for; what is in
 * front of it is the architecture and perhaps a vendor, what follows is the
 * environment: C library, ABI, floor.  Everything that is known about an
 * architecture is in the two tables below and in triplefacts.c. */
#include <string.h>
#include "text.h"
#include "triple.h"
#include "triplerow.h"

struct triple_arch {
	const char *name[TRIPLE_ZIG + 1]; /* in each dialect; Debian's is GNU's but for i386 */
	const char *abi;                  /* follows gnu or musl */
	const char *emulation, *kernel;
	const char *pe; /* the emulation for Windows, where there is one */
	unsigned bits;
	bool big_endian;
};

/* clang-format off */
#define NAMES(rust, llvm, gnu, zig) \
	.name = { [TRIPLE_RUST] = rust, [TRIPLE_LLVM] = llvm, [TRIPLE_GNU] = gnu, [TRIPLE_ZIG] = zig }
#define ONE_NAME(s) NAMES(s, s, s, s)
#define ARM .kernel = "arm", .emulation = "armelf_linux_eabi", .bits = 32

static const struct triple_arch rows[ROWS] = {
	[X86_64] = { ONE_NAME("x86_64"), .abi = "", .bits = 64, .emulation = "elf_x86_64", .kernel = "x86",
		.pe = "i386pep" },
	[AARCH64] = { ONE_NAME("aarch64"), .abi = "", .bits = 64, .emulation = "aarch64linux",
		.kernel = "aarch64", .pe = "arm64pe" },
	[ARMV7_HF] = { NAMES("armv7", "armv7", "arm", "arm"), .abi = "eabihf", ARM },
	[ARMV7_SF] = { NAMES("armv7", "armv7", "arm", "arm"), .abi = "eabi", ARM },
	[ARM_HF] = { ONE_NAME("arm"), .abi = "eabihf", ARM },
	[ARM_SF] = { ONE_NAME("arm"), .abi = "eabi", ARM },
	[X86] = { NAMES("i686", "i686", "i686", "x86"), .abi = "", .bits = 32, .emulation = "elf_i386",
		.kernel = "x86", .pe = "i386pe" },
	[RISCV64] = { NAMES("riscv64gc", "riscv64", "riscv64", "riscv64"), .abi = "", .bits = 64,
		.emulation = "elf64lriscv", .kernel = "riscv" },
	[POWERPC64LE] = { ONE_NAME("powerpc64le"), .abi = "", .bits = 64, .emulation = "elf64lppc",
		.kernel = "powerpc" },
	[S390X] = { ONE_NAME("s390x"), .abi = "", .bits = 64, .big_endian = true, .emulation = "elf64_s390",
		.kernel = "s390x" },
};
/* clang-format on */

/* The words for an architecture.  The first one that fits the ABI, too, counts;
 * without an ABI the first one.  Some count only where no vendor is written:
 * arm-linux-gnueabihf is Debian's and zig's ARMv7, and
 * arm-unknown-linux-gnueabihf rust's ARMv6. */
static const struct word {
	const char *s;
	unsigned char n, row; /* enum row */
	bool bare;            /* only without a vendor */
} words[] = {
#define W(s) s, sizeof(s) - 1
	{ W("x86_64"), X86_64, false },
	{ W("aarch64"), AARCH64, false },
	{ W("arm"), ARMV7_HF, true },
	{ W("arm"), ARM_HF, false },
	{ W("arm"), ARM_SF, false },
	{ W("armv7"), ARMV7_HF, false },
	{ W("armv7"), ARMV7_SF, false },
	{ W("armv7a"), ARMV7_HF, false },
	{ W("armv7a"), ARMV7_SF, false },
	{ W("armv7l"), ARMV7_HF, false },
	{ W("armv7l"), ARMV7_SF, false },
	{ W("thumbv7neon"), ARMV7_HF, false },
	{ W("armhf"), ARMV7_HF, false },
	{ W("armv6"), ARM_HF, false },
	{ W("armv6"), ARM_SF, false },
	{ W("armv6l"), ARM_HF, false },
	{ W("armv6l"), ARM_SF, false },
	{ W("i686"), X86, false },
	{ W("i586"), X86, false },
	{ W("i386"), X86, false },
	{ W("386"), X86, false },
	{ W("x86"), X86, false },
	{ W("riscv64"), RISCV64, false },
	{ W("riscv64gc"), RISCV64, false },
	{ W("powerpc64le"), POWERPC64LE, false },
	{ W("ppc64le"), POWERPC64LE, false },
	{ W("ppc64el"), POWERPC64LE, false },
	{ W("s390x"), S390X, false },
	{ W("amd64"), X86_64, false },
	{ W("x86-64"), X86_64, false },
	{ W("x64"), X86_64, false },
	{ W("arm64"), AARCH64, false },
};

/* A longer name stands before one that it begins with. */
static const struct {
	const char *s;
	unsigned char n;
	unsigned char system; /* enum triple_system */
	unsigned char libc;   /* enum triple_libc */
} libcs[] = {
	{ W("gnu"), SYSTEM_LINUX, LIBC_GLIBC },
	{ W("musl"), SYSTEM_LINUX, LIBC_MUSL },
	{ W("gnullvm"), SYSTEM_WINDOWS, LIBC_MINGW_LLVM },
	{ W("gnu"), SYSTEM_WINDOWS, LIBC_MINGW },
	{ W("none"), SYSTEM_MACOS, LIBC_MACOS },
};

/* A longer name stands before one that it begins with, here, too. */
static const struct {
	const char *s;
	unsigned char n;
	unsigned char system;
} systems[] = {
	{ W("linux"), SYSTEM_LINUX },
	{ W("windows"), SYSTEM_WINDOWS },
	{ W("mingw32"), SYSTEM_WINDOWS },
	{ W("darwin"), SYSTEM_MACOS },
	{ W("macosx"), SYSTEM_MACOS },
	{ W("macos"), SYSTEM_MACOS },
};

static const char *const libc_names[] = { [LIBC_NONE] = "none",
	[LIBC_GLIBC] = "gnu",
	[LIBC_MUSL] = "musl",
	[LIBC_MINGW] = "gnu",
	[LIBC_MINGW_LLVM] = "gnullvm" };

static const struct {
	const char *system[3]; /* what follows the architecture */
	bool floor;            /* has a spelling for the floor */
} dialects[] = {
	[TRIPLE_RUST] = { { "-unknown-linux-", "-pc-windows-", "-apple-darwin" }, false },
	[TRIPLE_LLVM] = { { "-unknown-linux-", "-w64-windows-gnu", "-apple-darwin" }, false },
	[TRIPLE_GNU] = { { "-linux-", "-w64-mingw32", "-apple-darwin" }, false },
	[TRIPLE_ZIG] = { { "-linux-", "-windows-gnu", "-macos" }, true },
	[TRIPLE_DEBIAN] = { { "-linux-", "", "" }, false },
};

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define DIGITS "0123456789"

struct span {
	const char *s;
	size_t n;
};

static bool span_is(struct span a, const char *s, size_t n)
{
	return a.n == n && memcmp(a.s, s, n) == 0;
}

/* Where the parts of a spelling are. */
struct spelling {
	struct span arch, env, abi, floor;
	unsigned char system;
	bool vendor;  /* one is written */
	bool any_abi; /* none need be written */
};

/* The length of the longest architecture that s begins with and that a
 * character of stop, or the end, follows; so "x86-64" is one word.  Without
 * one, all up to the stop. */
static size_t arch_length(const char *s, char stop)
{
	size_t best = 0;
	for (size_t i = 0; i < LEN(words); i++) {
		const struct word *c = &words[i];
		if (c->n > best && text_begins(s, c->s) && (s[c->n] == stop || s[c->n] == '\0'))
			best = c->n;
	}
	return best ? best : strcspn(s, (char[]){ stop, '\0' });
}

/* linux, linux.5.10...6.1 (zig), linux5.10.0 (llvm), windows, mingw32; of macOS the
 * version counts: macos.11.0, macosx11.0.0, but not darwin20, which is its kernel's. */
static bool is_system(struct spelling *w, struct span a)
{
	for (size_t i = 0; i < LEN(systems); i++) {
		size_t n = systems[i].n;
		if (!text_begins(a.s, systems[i].s))
			continue;
		if (a.n != n && n + strspn(a.s + n, "." DIGITS) != a.n)
			continue;
		w->system = systems[i].system;
		if (w->system == SYSTEM_MACOS && (a.s[n] == '.' || a.s[0] == 'm'))
			w->floor = (struct span){ a.s + n, a.n - n };
		return true;
	}
	return false;
}

/* Go's linux/amd64, Bazel's linux_x86_64_gnu.2.28; s is behind "linux/". */
static const char *split_os_first(struct spelling *w, const char *s)
{
	w->arch = (struct span){ s, arch_length(s, '_') };
	s += w->arch.n;
	if (*s == '_')
		w->env = (struct span){ s + 1, strlen(s + 1) };
	w->any_abi = true;
	return NULL;
}

/* ARCH-[VENDOR-]linux[-ENV] */
static const char *split_dashed(struct spelling *w, const char *s)
{
	struct span part[4] = { { s, 0 } };
	size_t n = 0;
	w->arch = (struct span){ s, arch_length(s, '-') };
	for (s += w->arch.n; *s == '-' && n < LEN(part); s += part[n++].n) {
		s++;
		part[n] = (struct span){ s, strcspn(s, "-") };
	}
	size_t os = n > 0 && is_system(w, part[0]) ? 0 : 1;
	if (os >= n || (os && !is_system(w, part[os])))
		return "it names none of Linux, Windows and macOS";
	if (n > os + 2)
		return "it has too many parts";
	w->vendor = os == 1;
	w->any_abi = n == os + 1;
	if (!w->any_abi)
		w->env = part[os + 1];
	return NULL;
}

static const char *split(struct spelling *w, const char *s)
{
	*w = (struct spelling){ .arch = { s, 0 }, .abi = { "", 0 } };
	for (size_t i = 0; i < LEN(systems); i++) {
		const char *end = s + systems[i].n;
		if (!text_begins(s, systems[i].s) || (*end != '/' && *end != '_'))
			continue;
		w->system = systems[i].system;
		return split_os_first(w, end + 1);
	}
	return split_dashed(w, s);
}

/* Reads up to four digits; NULL when there are none, or more. */
static const char *read_number(const char *s, unsigned *v)
{
	size_t n = strspn(s, DIGITS);
	if (n < 1 || n > 4)
		return NULL;
	*v = 0;
	for (; n > 0; n--)
		*v = *v * 10 + (unsigned)(*s++ - '0');
	return s;
}

/* .2.28 or 2.28.0; what follows the second dot says nothing about symbols.  macOS
 * may have its first number only. */
static bool read_version(struct triple *t, const char *s, const char *end)
{
	unsigned patch;
	s = read_number(*s == '.' ? s + 1 : s, &t->glibc_major);
	if (s == end && triple_macos(t))
		return true;
	if (!s || *s != '.' || t->glibc_major == 0)
		return false;
	s = read_number(s + 1, &t->glibc_minor);
	if (s && *s == '.')
		s = read_number(s + 1, &patch);
	return s == end;
}

static const char *read_floor(struct triple *t, const struct spelling *w)
{
	t->glibc_major = t->glibc_minor = 0;
	if (w->floor.n == 0)
		return NULL;
	if (t->libc != LIBC_GLIBC && t->libc != LIBC_MACOS)
		return "only glibc takes a version";
	if (!read_version(t, w->floor.s, w->floor.s + w->floor.n))
		return "the version of glibc or macOS is not like .2.28";
	return NULL;
}

/* Cuts gnueabihf.2.28 (zig) and gnueabihf2.28.0 (llvm) into three. */
static const char *read_env(struct triple *t, struct spelling *w)
{
	static const unsigned char usual[] = {
		[SYSTEM_LINUX] = LIBC_GLIBC, [SYSTEM_WINDOWS] = LIBC_MINGW, [SYSTEM_MACOS] = LIBC_MACOS
	};
	size_t i = 0;
	t->libc = usual[w->system];
	if (!w->env.s)
		return NULL;
	while (i < LEN(libcs) && (libcs[i].system != w->system || !text_begins(w->env.s, libcs[i].s)))
		i++;
	if (i == LEN(libcs))
		return w->system ? "Windows has gnu and gnullvm, macOS none"
				 : "the C library is neither gnu nor musl";
	t->libc = libcs[i].libc;
	const char *s = w->env.s + libcs[i].n;
	w->abi = (struct span){ s, strcspn(s, "-." DIGITS) };
	s += w->abi.n;
	if (w->system == SYSTEM_MACOS)
		return NULL;
	w->floor = (struct span){ s, w->env.n - (size_t)(s - w->env.s) };
	return NULL;
}

static bool word_fits(const struct word *c, const struct spelling *w)
{
	const char *abi = rows[c->row].abi;
	if (c->bare && w->vendor)
		return false;
	if ((w->system && !rows[c->row].pe) || (w->system == SYSTEM_MACOS && rows[c->row].bits != 64))
		return false;
	return (w->any_abi && w->abi.n == 0) || span_is(w->abi, abi, strlen(abi));
}

static const char *find_arch(struct triple *t, const struct spelling *w)
{
	bool known = false;
	for (size_t i = 0; i < LEN(words); i++) {
		if (!span_is(w->arch, words[i].s, words[i].n))
			continue;
		known = true;
		if (!word_fits(&words[i], w))
			continue;
		t->arch = &rows[words[i].row];
		if (t->libc == LIBC_MINGW && t->arch == &rows[AARCH64])
			t->libc = LIBC_MINGW_LLVM;
		return NULL;
	}
	if (known && w->system)
		return "Windows has x86_64, i686 and aarch64, macOS no i686";
	return known ? "the architecture has no such ABI (only arm has any: eabi and eabihf)"
		     : "the architecture is not known";
}

bool triple_parse(struct triple *t, const char *s, const char **why)
{
	struct spelling w;
	const char *bad = split(&w, s);
	if (!bad)
		bad = read_env(t, &w);
	if (!bad)
		bad = find_arch(t, &w);
	if (!bad)
		bad = read_floor(t, &w);
	if (bad && why)
		*why = bad;
	return !bad;
}

struct out {
	char *s;
	size_t room; /* with the NUL */
};

static void put(struct out *o, const char *s)
{
	size_t n = strlen(s);
	if (o->room == 0)
		return;
	if (n >= o->room)
		n = o->room - 1;
	memcpy(o->s, s, n);
	o->s += n;
	o->room -= n;
	*o->s = '\0';
}

static void put_number(struct out *o, unsigned v)
{
	char digits[3 * sizeof(v) + 1], *s = digits + sizeof(digits) - 1;
	*s = '\0';
	do
		*--s = (char)('0' + v % 10);
	while (v /= 10);
	put(o, s);
}

char *triple_write(const struct triple *t, enum triple_dialect d, char *buf, size_t n)
{
	struct out o = { buf, n };
	enum triple_system system = triple_system(t);
	if (d == TRIPLE_DEBIAN && t->libc != LIBC_GLIBC)
		d = TRIPLE_GNU;
	put(&o, d != TRIPLE_DEBIAN      ? t->arch->name[d]
		: t->arch == &rows[X86] ? "i386"
					: t->arch->name[TRIPLE_GNU]);
	put(&o, dialects[d].system[system]);
	if (system == SYSTEM_LINUX || (system == SYSTEM_WINDOWS && d == TRIPLE_RUST))
		put(&o, libc_names[t->libc]);
	put(&o, t->arch->abi);
	if (dialects[d].floor && t->glibc_major) {
		put(&o, ".");
		put_number(&o, t->glibc_major);
		put(&o, ".");
		put_number(&o, t->glibc_minor);
	}
	return buf;
}

const char *triple_floor(const struct triple *t, char *buf, size_t n)
{
	const char *dot = strchr(triple_write(t, TRIPLE_ZIG, buf, n), '.');
	return dot ? dot + 1 : NULL;
}

bool triple_same(const struct triple *a, const struct triple *b)
{
	return a->arch == b->arch && (a->libc == b->libc || (triple_windows(a) && triple_windows(b)));
}

size_t triple_row(const struct triple *t)
{
	return (size_t)(t->arch - rows);
}

const char *triple_arch_zig(const struct triple *t)
{
	return t->arch->name[TRIPLE_ZIG];
}

const char *triple_emulation(const struct triple *t)
{
	return triple_windows(t) ? t->arch->pe : t->arch->emulation;
}

const char *triple_arch_kernel(const struct triple *t)
{
	return t->arch->kernel;
}

bool triple_big_endian(const struct triple *t)
{
	return t->arch->big_endian;
}

unsigned triple_bits(const struct triple *t)
{
	return t->arch->bits;
}

bool triple_nth(size_t i, struct triple *t)
{
	static const struct {
		unsigned char row, libc;
	} others[] = { { X86_64, LIBC_MINGW }, { X86_64, LIBC_MINGW_LLVM }, { X86, LIBC_MINGW },
		{ X86, LIBC_MINGW_LLVM }, { AARCH64, LIBC_MINGW_LLVM }, { X86_64, LIBC_MACOS },
		{ AARCH64, LIBC_MACOS } };
	if (i >= ROWS * 2 + LEN(others))
		return false;
	if (i < ROWS * 2)
		*t = (struct triple){ &rows[i / 2], libcs[i % 2].libc, 0, 0 };
	else
		*t = (struct triple){ &rows[others[i - ROWS * 2].row], others[i - ROWS * 2].libc, 0, 0 };
	return true;
}
