/* Any spelling of a target: see triple.h.
 *
 * A triple is cut at its dashes and the operating system is looked for; what is in
 * front of it is the architecture and perhaps a vendor, what follows is the
 * environment: C library, ABI, floor. */
#include <string.h>
#include "text.h"
#include "triplerow.h"

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
	{ W("wasm32"), WASM32, false },
	{ W("wasm"), WASM32, false },
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
	{ W("musl"), SYSTEM_WASI, LIBC_WASI },
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
	{ W("wasip1"), SYSTEM_WASI },
	{ W("wasi"), SYSTEM_WASI },
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
		return "it names none of Linux, Windows, macOS and WASI";
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
	static const unsigned char usual[] = { [SYSTEM_LINUX] = LIBC_GLIBC,
		[SYSTEM_WINDOWS] = LIBC_MINGW,
		[SYSTEM_MACOS] = LIBC_MACOS,
		[SYSTEM_WASI] = LIBC_WASI };
	size_t i = 0;
	t->libc = usual[w->system];
	if (!w->env.s)
		return NULL;
	while (i < LEN(libcs) && (libcs[i].system != w->system || !text_begins(w->env.s, libcs[i].s)))
		i++;
	if (i == LEN(libcs))
		return w->system ? "Windows has gnu and gnullvm, macOS none, WASI musl"
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
	const char *abi = triple_rows[c->row].abi;
	if (c->bare && w->vendor)
		return false;
	if ((w->system == SYSTEM_WASI) != (c->row == WASM32))
		return false;
	if ((w->system == SYSTEM_WINDOWS || w->system == SYSTEM_MACOS) && !triple_rows[c->row].pe)
		return false;
	if (w->system == SYSTEM_MACOS && triple_rows[c->row].bits != 64)
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
		t->arch = &triple_rows[words[i].row];
		if (t->libc == LIBC_MINGW && t->arch == &triple_rows[AARCH64])
			t->libc = LIBC_MINGW_LLVM;
		return NULL;
	}
	if (known && (w->system || text_begins(w->arch.s, "wasm")))
		return "Windows has x86_64, i686 and aarch64, macOS no i686, and only WASI wasm32";
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
