/* From -t and its companions to a toolchain. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../common/cpu.h"
#include "../../common/cpuprobe.h"
#include "../../common/files.h"
#include "../../common/hash.h"
#include "../../common/mem.h"
#include "../../common/say.h"
#include "../../common/seal.h"
#include "cache.h"
#include "request.h"

/* glibc 2.28 is what zig itself takes since 0.12: Debian 10, RHEL 8. */
enum { DEFAULT_MAJOR = 2, DEFAULT_MINOR = 28 };

/* The first macOS for Apple's own processors, and what rustc takes for them. */
enum { OLDEST_MACOS = 11 };

struct flag {
	const char *name;
	size_t offset;
	enum { FLAG_VALUE, FLAG_TARGET, FLAG_BOOL } kind;
	unsigned group;
};

#define AT(member) offsetof(struct request, member)

static const struct flag flags[] = {
	{ "-t", 0, FLAG_TARGET, FOR_TARGET },
	{ "--target", 0, FLAG_TARGET, FOR_TARGET },
	{ "--zig", AT(zig), FLAG_VALUE, FOR_ZIG },
	{ "--backend", AT(backend), FLAG_VALUE, FOR_MAKING },
	{ "--cc", AT(cc), FLAG_VALUE, FOR_MAKING },
	{ "--ld", AT(ld), FLAG_VALUE, FOR_MAKING },
	{ "--cpu", AT(cpu), FLAG_VALUE, FOR_MAKING },
	{ "--libc", AT(libc), FLAG_VALUE, FOR_MAKING },
	{ "--sysroot", AT(sysroot), FLAG_VALUE, FOR_MAKING },
	{ "--stdlib", AT(stdlib), FLAG_VALUE, FOR_MAKING },
	{ "--no-c++", AT(no_cxx), FLAG_BOOL, FOR_MAKING },
	{ "--shared-c++", AT(shared_cxx), FLAG_BOOL, FOR_MAKING },
	{ "--quiet", AT(quiet), FLAG_BOOL, FOR_MAKING },
	{ "-q", AT(quiet), FLAG_BOOL, FOR_MAKING },
	{ "--format", AT(format), FLAG_VALUE, FOR_ENV },
	{ "--emulator", AT(emulator), FLAG_BOOL, FOR_ENV },
	{ "--json", AT(json), FLAG_BOOL, FOR_JSON },
	{ "--names", AT(names), FLAG_BOOL, FOR_TARGETS },
	{ "--options", AT(options), FLAG_BOOL, FOR_RULES },
	{ "--nix", AT(nix), FLAG_BOOL, FOR_NEW },
};

/* The flag that word spells, "--name=value" included; *value then. */
static const struct flag *flag_find(const struct request *r, const char *word, const char **value)
{
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
		size_t n = strlen(flags[i].name);
		if (!(flags[i].group & r->accepts) || strncmp(word, flags[i].name, n) != 0)
			continue;
		*value = word[n] == '=' && word[1] == '-' ? word + n + 1 : NULL;
		if (!word[n] || *value)
			return &flags[i];
	}
	return NULL;
}

static void set(struct request *r, const struct flag *f, const char *value)
{
	char *at = (char *)r + f->offset;
	if (f->kind == FLAG_TARGET)
		strv_push(&r->targets, value);
	else if (f->kind == FLAG_BOOL)
		*(bool *)at = true;
	else
		*(const char **)at = value;
}

char **request_read(struct request *r, unsigned accepts, char **argv, const char *help)
{
	*r = (struct request){ .accepts = accepts };
	strv_init(&r->targets, 4);
	return request_read_more(r, argv, help);
}

void request_end(char *const *rest, const char *command)
{
	if (*rest)
		die(EXIT_USAGE, "%s: unexpected; see 'sealcc %s --help'", *rest, command);
}

char **request_read_more(struct request *r, char **argv, const char *help)
{
	for (; *argv && **argv == '-'; argv++) {
		const char *value = NULL;
		if (strcmp(*argv, "--") == 0)
			return argv + 1;
		if (strcmp(*argv, "--help") == 0 || strcmp(*argv, "-h") == 0) {
			if (fputs(help, stdout) < 0 || fflush(stdout) != 0)
				die(EXIT_FAILED, "standard output:");
			exit(0);
		}
		const struct flag *f = flag_find(r, *argv, &value);
		if (!f)
			die(EXIT_USAGE, "%s: unknown option; see --help", *argv);
		if (f->kind == FLAG_BOOL && value)
			die(EXIT_USAGE, "%s: takes no value; see --help", f->name);
		if (f->kind != FLAG_BOOL && !value && !(value = *++argv))
			die(EXIT_USAGE, "%s: value missing; see --help", f->name);
		set(r, f, value);
	}
	return argv;
}

const struct zig *request_zig(struct request *r)
{
	if (!r->found.path)
		zig_find(&r->found, r->zig);
	return &r->found;
}

/* What --backend says, or what the program that --cc names is. */
static enum backend_kind kind(const struct request *r)
{
	enum backend_kind k = BACKEND_ZIG;
	if (r->backend && !backend_kind_named(r->backend, &k))
		die(EXIT_USAGE, "--backend %s: unknown; choose zig, zig-cc, clang or gcc", r->backend);
	if (!r->backend && r->cc)
		k = backend_kind_of(r->cc);
	if (k == BACKEND_ZIG && (r->cc || r->ld))
		die(EXIT_USAGE, "--%s: is for clang and gcc; add --backend, or name a zig by --zig",
			r->cc ? "cc" : "ld");
	if (k != BACKEND_ZIG && r->zig)
		die(EXIT_USAGE, "--zig: is for zig; leave it out, or the --backend and --cc of another");
	return k;
}

/* Whether "zig cc" is to link. */
static bool zig_links(const struct request *r)
{
	return r->backend && strcmp(r->backend, "zig-cc") == 0;
}

static void check_zig_links(const struct request *r, const struct triple *t)
{
	if (triple_system(t) != SYSTEM_LINUX)
		die(EXIT_USAGE,
			"--backend zig-cc: is for Linux; leave it out, %s is linked without zig's driver",
			triple_system_title(t));
	if (r->sysroot || r->shared_cxx)
		die(EXIT_USAGE, "--%s: zig cc has its own libraries; leave it out, or --backend zig-cc",
			r->sysroot ? "sysroot" : "shared-c++");
}

static void check_floor(const struct zig *z, const struct triple *t)
{
	unsigned major, minor, low[2] = { 0 }, high[2] = { 0 };
	for (size_t i = 0; zig_glibc(z, i, &major, &minor); i++) {
		if (major == t->glibc_major && minor == t->glibc_minor)
			return;
		if (i == 0)
			low[0] = major, low[1] = minor;
		high[0] = major, high[1] = minor;
	}
	die(EXIT_FAILED, "glibc %u.%u: zig %s knows %u.%u to %u.%u; choose one of these",
		(size_t)t->glibc_major, (size_t)t->glibc_minor, z->version, (size_t)low[0], (size_t)low[1],
		(size_t)high[0], (size_t)high[1]);
}

struct triple request_target(struct request *r, size_t i)
{
	struct triple t;
	const char *why, *name = r->targets.v[i];
	if (r->libc && strspn(r->libc, "0123456789.") != strlen(r->libc))
		die(EXIT_USAGE, "--libc %s: is no glibc version; write it as 2.28", r->libc);
	if (r->libc)
		name = mem_cat(name, ".", r->libc, NULL);
	if (!triple_parse(&t, name, &why))
		die(EXIT_USAGE, "target %s: %s; see 'sealcc targets'", name, why);
	bool zig = kind(r) == BACKEND_ZIG;
	if ((r->sysroot || !zig) && (t.libc != LIBC_GLIBC || t.glibc_major))
		die(EXIT_USAGE, "target %s: %s has its own glibc; name none, or leave out %s", name,
			r->sysroot ? "a given sysroot" : "this backend",
			zig ? "--sysroot" : "--backend and --cc");
	if (triple_macos(&t) && r->libc)
		die(EXIT_USAGE, "--libc: macOS has no glibc; write its oldest version as %s.11.0",
			r->targets.v[i]);
	if (triple_macos(&t) && !t.glibc_major)
		t.glibc_major = OLDEST_MACOS;
	if (t.libc != LIBC_GLIBC || r->sysroot || !zig)
		return t;
	if (!t.glibc_major) {
		t.glibc_major = DEFAULT_MAJOR;
		t.glibc_minor = DEFAULT_MINOR;
	}
	check_floor(request_zig(r), &t);
	return t;
}

static const char *given_sysroot(const struct request *r)
{
	char *real = r->sysroot ? realpath(r->sysroot, NULL) : NULL;
	if (r->sysroot && !real)
		die(EXIT_FAILED, "--sysroot %s:", r->sysroot);
	if (real && r->shared_cxx)
		die(EXIT_USAGE,
			"--shared-c++: is for zig's libc++; leave it out, a given sysroot has its own");
	return real;
}

/* Of an archive; NULL for a directory. */
static const char *digest(const char *sysroot)
{
	struct stat st;
	size_t n;
	char *bytes, *buf = mem_alloc(17);
	if (!sysroot || stat(sysroot, &st) != 0 || S_ISDIR(st.st_mode))
		return NULL;
	if (!S_ISREG(st.st_mode) || !(bytes = files_read(sysroot, &n)))
		die(EXIT_FAILED, "--sysroot %s: is neither a directory nor an archive", sysroot);
	snprintf(buf, 17, "%016llx", (unsigned long long)hash_bytes(HASH_START, bytes, n));
	return buf;
}

static const struct backend *find_backend(struct request *r, const struct triple *t)
{
	struct backend *b = mem_alloc(sizeof *b);
	const struct backend_wish w = { r->cc, r->ld, !r->no_cxx };
	switch (kind(r)) {
	case BACKEND_ZIG:
		backend_zig(b, request_zig(r), zig_links(r));
		break;
	case BACKEND_CLANG:
		backend_clang(b, &w, t);
		break;
	case BACKEND_GCC:
		backend_gcc(b, &w, t);
		break;
	}
	return b;
}

static void check_cxx(const struct request *r, const struct seal *s)
{
	if (r->shared_cxx && triple_system(&s->target) != SYSTEM_LINUX)
		die(EXIT_USAGE, "--shared-c++: zig's libc++ for %s is static only; leave it out",
			triple_system_title(&s->target));
	if (r->no_cxx && (r->shared_cxx || r->stdlib))
		die(EXIT_USAGE, "--no-c++: and --%s contradict each other; give one of them",
			r->shared_cxx ? "shared-c++" : "stdlib");
	if (r->shared_cxx && s->backend->kind != BACKEND_ZIG)
		die(EXIT_USAGE, "--shared-c++: is for zig's libc++; leave it out");
	if (!r->stdlib)
		return;
	if (strcmp(r->stdlib, "libc++") != 0 && strcmp(r->stdlib, "libstdc++") != 0)
		die(EXIT_USAGE, "--stdlib %s: unknown; choose libstdc++ or libc++", r->stdlib);
	if (strcmp(r->stdlib, s->backend->kind == BACKEND_GCC ? "libc++" : "libstdc++") == 0 &&
		(s->backend->kind == BACKEND_GCC || !s->sysroot))
		die(EXIT_USAGE, "--stdlib %s: %s has only its own; leave it out", r->stdlib,
			s->backend->name);
}

static void set_cpu(const struct request *r, struct seal *s)
{
	char *buf = mem_alloc(128);
	if (!r->cpu)
		return;
	s->cpu_name = r->cpu;
	s->cpu = cpu_level_option(&s->target, r->cpu, buf, 128);
	if (!s->cpu)
		cpuprobe_check(s->backend, &s->target, NULL, r->cpu);
}

static void fill(struct request *r, size_t i, struct seal *s)
{
	*s = (struct seal){ .target = request_target(r, i), .quiet = r->quiet };
	if (zig_links(r))
		check_zig_links(r, &s->target);
	s->cxx = !r->no_cxx;
	s->cxx_shared = r->shared_cxx;
	s->stdlib = r->stdlib;
	s->nix = r->nix;
	s->sysroot = given_sysroot(r);
	s->backend = find_backend(r, &s->target);
	s->sysroot_digest = digest(s->sysroot);
	check_cxx(r, s);
	if (s->backend->kind == BACKEND_CLANG && !s->sysroot)
		die(EXIT_FAILED,
			"%s: has no C library; give a sysroot by --sysroot ('sealcc sysroot' makes one)",
			s->backend->name);
	set_cpu(r, s);
}

static bool make(const struct seal *s)
{
	char name[64];
	triple_write(&s->target, TRIPLE_ZIG, name, sizeof name);
	bool made = seal_make(s);
	if (made && !s->quiet)
		say("sealed %s from %s into %s", name, s->backend->name, s->dir);
	return made;
}

bool request_seal(struct request *r, size_t i, const char *dir)
{
	struct seal s;
	fill(r, i, &s);
	s.dir = dir;
	return make(&s);
}

static const char *cache(void)
{
	const char *dir = cache_directory();
	if (!dir)
		die(EXIT_FAILED, "cache: there is no HOME; set SEALCC_CACHE to a directory for toolchains");
	return dir;
}

/* The fingerprint may leave out where the compiler is, the configuration names it: two
 * places need two toolchains in the cache. */
static const char *place(const struct seal *s)
{
	char name[64], print[17], where[17];
	uint64_t h = hash_bytes(HASH_START, s->backend->cc, strlen(s->backend->cc));
	snprintf(where, sizeof where, "%08lx", (unsigned long)(h & 0xffffffff));
	return mem_cat(cache(), "/", triple_write(&s->target, TRIPLE_ZIG, name, sizeof name), "-",
		seal_fingerprint(s, print), "-", where, NULL);
}

void request_open(struct request *r, size_t i, struct toolchain *tc)
{
	struct seal s;
	fill(r, i, &s);
	s.dir = place(&s);
	make(&s);
	char *real = realpath(s.dir, NULL);
	toolchain_open_at(tc, real ? real : s.dir);
}
