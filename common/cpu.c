/* Names of processors and of architecture levels: see cpu.h.
 *
 * zig's names are LLVM's with _ for -, -; only what differs besides is in the
 * tables.  A value is never refused here: what no table knows is handed on,
 * and clang says what it thinks of it. */
#include <string.h>
#include "cpu.h"
#include "text.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

enum family { NO_FAMILY, FAMILY_X86, FAMILY_ARM, FAMILY_RISCV, FAMILY_POWER, FAMILY_S390 };

/* An architecture level of Arm: 8, 2, 'a'; major 0 is none. */
struct level {
	unsigned major, minor;
	char profile;
};

static const struct machine {
	const char *kernel; /* as triple_arch_kernel names it */
	enum family family;
	const char *option;  /* sets a processor */
	struct level lowest; /* of generic, where it is certain */
} machines[] = {
	{ "x86", FAMILY_X86, "-march=", { 0, 0, 0 } },
	{ "aarch64", FAMILY_ARM, "-mcpu=", { 8, 0, 'a' } },
	{ "arm", FAMILY_ARM, "-mcpu=", { 0, 0, 0 } },
	{ "riscv", FAMILY_RISCV, "-mcpu=", { 0, 0, 0 } },
	{ "powerpc", FAMILY_POWER, "-mcpu=", { 0, 0, 0 } },
	{ "s390x", FAMILY_S390, "-march=", { 0, 0, 0 } },
	{ "wasm", NO_FAMILY, "-mcpu=", { 0, 0, 0 } },
};

/* What a name begins with that is no processor but a level. */
static const struct {
	const char *prefix;
	enum family family;
} level_names[] = {
	{ "v1", FAMILY_X86 },
	{ "v2", FAMILY_X86 },
	{ "v3", FAMILY_X86 },
	{ "v4", FAMILY_X86 },
	{ "x86-64", FAMILY_X86 },
	{ "x86_64", FAMILY_X86 },
	{ "v7", FAMILY_ARM },
	{ "v8", FAMILY_ARM },
	{ "v9", FAMILY_ARM },
	{ "armv", FAMILY_ARM },
	{ "rv", FAMILY_RISCV },
	{ "arch", FAMILY_S390 },
};

/* Names that are other words in clang.  zig's baseline of riscv64 is no
 * processor of clang's, that of s390x differs between versions. */
static const struct {
	const char *arch; /* zig's name of it begins so; the first row counts */
	const char *name, *clang;
} aliases[] = {
	{ "x86_64", "baseline", "x86-64" },
	{ "x86", "baseline", "pentium4" },
	{ "x86", "v1", "x86-64" },
	{ "x86", "v2", "x86-64-v2" },
	{ "x86", "v3", "x86-64-v3" },
	{ "x86", "v4", "x86-64-v4" },
	{ "aarch64", "baseline", "generic" },
	{ "arm", "baseline", "generic" },
	{ "powerpc64le", "baseline", "ppc64le" },
};

/* Beginnings of names that have their underscores in clang, too: the names of
 * Intel's cpu_dispatch, and RISC-V's ISA strings (rv64gc_zba). */
static const char *const underscored[] = {
	"rv",
	"core_2",
	"core_3",
	"core_4",
	"core_5",
	"core_aes",
	"core_i7",
	"mic_",
	"atom_sse4_2",
	"pentium_4",
	"pentium_i",
	"pentium_pro",
};

/* zig names the features of aarch64 as LLVM's code generator does, clang's
 * options as Arm does; besides _ and - these differ. */
static const struct {
	const char *zig, *clang;
} extensions[] = {
	{ "fp_armv8", "fp" },
	{ "neon", "simd" },
	{ "fullfp16", "fp16" },
	{ "jsconv", "jscvt" },
	{ "complxnum", "fcma" },
	{ "mte", "memtag" },
	{ "rand", "rng" },
	{ "spe", "profile" },
	{ "perfmon", "pmuv3" },
	{ "specres2", "predres2" },
};

/* What each level of ARMv8 adds, in names that every clang since 16 takes
 * after -mcpu=.  ARMv9.n is ARMv8.(n+5) and sve2. */
static const char *const added[] = {
	"",
	"+crc+lse+rdm",
	"+ras",
	"+rcpc+pauth",
	"+dotprod+flagm",
	"+sb+ssbs+predres",
	"+bf16+i8mm",
	"",
	"+hbc+mops",
	"+cssc+rasv2",
};

struct span {
	const char *s;
	size_t n;
};

static bool span_is(struct span a, const char *s)
{
	return strncmp(a.s, s, a.n) == 0 && s[a.n] == '\0';
}

struct out {
	char *s;
	size_t n, cap;
	bool full; /* something did not fit */
};

static void put_char(struct out *o, char c)
{
	if (o->n + 1 < o->cap) {
		o->s[o->n++] = c;
		o->s[o->n] = '\0';
	} else {
		o->full = true;
	}
}

static void put(struct out *o, const char *s)
{
	for (; *s; s++)
		put_char(o, *s);
}

static const struct machine *machine_of(const struct triple *t)
{
	const char *kernel = triple_arch_kernel(t);
	size_t i = 0;
	while (i < LEN(machines) - 1 && strcmp(machines[i].kernel, kernel) != 0)
		i++;
	return &machines[i];
}

static enum family level_family(const char *name)
{
	for (size_t i = 0; i < LEN(level_names); i++)
		if (text_begins(name, level_names[i].prefix))
			return level_names[i].family;
	return NO_FAMILY;
}

/* armv8.2-a, armv8.2a, v8.2a, v8_2a, v8a; major is 0 for anything else. */
static struct level read_level(struct span a)
{
	static const struct level none = { 0, 0, 0 };
	const char *s = a.s, *end = a.s + a.n;
	struct level l = none;
	if (a.n > 3 && text_begins(s, "arm"))
		s += 3;
	if (end - s < 3 || s[0] != 'v' || s[1] < '7' || s[1] > '9')
		return none;
	l.major = (unsigned)(s[1] - '0');
	s += 2;
	if (end - s > 2 && (*s == '.' || *s == '_') && s[1] >= '0' && s[1] <= '9') {
		l.minor = (unsigned)(s[1] - '0');
		s += 2;
	}
	if (end - s == 2 && *s == '-')
		s++;
	l.profile = *s;
	return end - s == 1 && strchr("arm", *s) ? l : none;
}

static bool level_above(struct level a, struct level b)
{
	return a.major != b.major ? a.major > b.major : a.minor > b.minor;
}

/* A value taken apart: cortex_a72+crc-crypto.
 *
 * A value with an underscore in front of its first dash is zig's: there a dash
 * takes a feature away.  In clang's it is part of a name: cortex-a72+sve2-aes. */
struct value {
	struct span name;
	const char *features; /* the rest of the string */
	const char *signs;    /* what may begin a feature */
	struct level level;   /* the highest there is */
	bool generic;         /* the level says all, no processor is named */
};

struct feature {
	bool off;
	struct span name;
	struct level level;
};

static bool next_feature(const struct value *v, const char **at, struct feature *f)
{
	if (**at == '\0')
		return false;
	f->off = **at == '-';
	f->name.s = *at + 1;
	f->name.n = strcspn(f->name.s, v->signs);
	f->level = f->off ? (struct level){ 0, 0, 0 } : read_level(f->name);
	*at = f->name.s + f->name.n;
	return true;
}

static struct span alias_of(const struct triple *t, struct span name)
{
	for (size_t i = 0; i < LEN(aliases); i++)
		if (span_is(name, aliases[i].name) && text_begins(triple_arch_zig(t), aliases[i].arch))
			return (struct span){ aliases[i].clang, strlen(aliases[i].clang) };
	return name;
}

static struct value take_apart(const struct triple *t, const char *s)
{
	struct value v;
	struct feature f;
	bool zig = s[strcspn(s, "+_-")] != '-' && strchr(s, '_');
	v.signs = zig ? "+-" : "+";
	v.name = (struct span){ s, strcspn(s, v.signs) };
	v.features = s + v.name.n;
	v.name = alias_of(t, v.name);
	v.level = read_level(v.name);
	v.generic = v.level.major || span_is(v.name, "generic");
	for (const char *at = v.features; next_feature(&v, &at, &f);)
		if (level_above(f.level, v.level))
			v.level = f.level;
	return v;
}

/* A name ends where the string does, or at a + or -; so no beginning can reach
 * past it. */
static bool keeps_underscores(struct span name)
{
	for (size_t i = 0; i < LEN(underscored); i++)
		if (text_begins(name.s, underscored[i]))
			return true;
	return false;
}

static void put_name(struct out *o, struct span name)
{
	bool keep = keeps_underscores(name);
	for (size_t i = 0; i < name.n; i++)
		put_char(o, name.s[i] == '_' && !keep ? '-' : name.s[i]);
}

/* armv8-a, armv8.2-a */
static void put_level(struct out *o, struct level l)
{
	put(o, "armv");
	put_char(o, (char)('0' + l.major));
	if (l.minor) {
		put_char(o, '.');
		put_char(o, (char)('0' + l.minor));
	}
	put_char(o, '-');
	put_char(o, l.profile);
}

static void put_level_as_extensions(struct out *o, struct level l)
{
	unsigned last = l.major == 9 ? l.minor + 5 : l.minor;
	for (unsigned i = 0; i <= last && i < LEN(added); i++)
		put(o, added[i]);
	if (l.major == 9)
		put(o, "+sve2");
}

static void put_extension(struct out *o, const struct feature *f)
{
	put(o, f->off ? "+no" : "+");
	for (size_t i = 0; i < LEN(extensions); i++) {
		if (span_is(f->name, extensions[i].zig)) {
			put(o, extensions[i].clang);
			return;
		}
	}
	for (size_t i = 0; i < f->name.n; i++)
		put_char(o, f->name.s[i] == '_' ? '-' : f->name.s[i]);
}

/* generic+v8_2a in clang's words: after -march= the level is the name, after
 * -mcpu= clang knows no levels, but what they are made of.  (The 32-bit Arm has
 * no such list: clang will refuse it.) */
static void put_arm(struct out *o, const struct machine *m, struct value *v, bool march)
{
	struct feature f;
	if (march && v->generic && !v->level.major)
		v->level = m->lowest;
	bool as_name = march && v->generic && v->level.major;
	bool as_extensions = !march && m->lowest.major && v->level.profile == 'a' && v->level.major >= 8 &&
			     !read_level(v->name).major;
	if (as_name)
		put_level(o, v->level);
	else
		put_name(o, v->name);
	if (as_extensions)
		put_level_as_extensions(o, v->level);
	for (const char *at = v->features; next_feature(v, &at, &f);)
		if (!f.level.major || !(as_name || as_extensions))
			put_extension(o, &f);
}

static void put_value(struct out *o, const struct machine *m, struct value *v, bool march)
{
	if (m->family == FAMILY_ARM) {
		put_arm(o, m, v, march);
		return;
	}
	put_name(o, v->name);
	put(o, v->features);
}

const char *cpu_for_clang(const struct triple *t, const char *opt, const char *value, char *buf, size_t n)
{
	struct out o = { buf, 0, n, false };
	if (!value[strcspn(value, "_+")] && strcmp(value, "generic") != 0 && strcmp(value, "baseline") != 0)
		return NULL;
	struct value v = take_apart(t, value);
	put_value(&o, machine_of(t), &v, strcmp(opt, "-march=") == 0);
	return o.full || strcmp(buf, value) == 0 ? NULL : buf;
}

const char *cpu_level_option(const struct triple *t, const char *name, char *buf, size_t n)
{
	struct out o = { buf, 0, n, false };
	const struct machine *m = machine_of(t);
	enum family family = level_family(name);
	if (!*name || (family && family != m->family))
		return NULL;
	struct value v = take_apart(t, name);
	bool march = family || (v.generic && v.level.major);
	put(&o, march ? "-march=" : m->option);
	put_value(&o, m, &v, march);
	return o.full ? NULL : buf;
}

const char *cpu_option_for_clang(
	const struct triple *t, const char *opt, const char *value, char *buf, size_t n)
{
	const char *kernel = triple_arch_kernel(t);
	bool mcpu = strcmp(opt, "-mcpu=") == 0, march = strcmp(opt, "-march=") == 0;
	bool generic = text_begins(value, "generic+"), x86 = strcmp(kernel, "x86") == 0;
	bool level = generic || read_level(take_apart(t, value).name).major;
	if (!strchr(value, '_') ||
		!(x86 ? mcpu : strcmp(kernel, "aarch64") == 0 && (generic ? mcpu : march && !level)))
		return NULL;
	const char *option = cpu_level_option(t, value, buf, n);
	return option && !text_begins(option, opt) ? option : NULL;
}
