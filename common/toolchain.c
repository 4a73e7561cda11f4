/* Finding and reading sealcc.conf; one open, one read, one stat a call. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif
#include <sys/stat.h>
#include <unistd.h>

#include "mem.h"
#include "say.h"
#include "toolchain.h"

enum { CONF_MAX = 8192, LINKS_MAX = 40 };

/* How a key's value is stored. */
enum key_kind { KEY_TEXT, KEY_PATH, KEY_BOOL, KEY_FORMAT, KEY_TARGET, KEY_CHOICE };

struct key {
	const char *name;
	unsigned char kind;        /* enum key_kind */
	unsigned short offset;     /* into struct toolchain */
	const char *const *choice; /* the words of an enum, in its order */
};

static const char *const drivers[] = { "clang", "gcc", NULL };
static const char *const statics[] = { "no", "yes", "defsym", NULL };
static const char *const runtimes[] = { "compiler-rt", "libgcc", NULL };
static const char *const cxx_libraries[] = { "libc++", "libstdc++", NULL };

#define AT(member)         offsetof(struct toolchain, member), NULL
#define ONE(member, words) offsetof(struct toolchain, member), words

/* In the order that a sealed toolchain's file is written in. */
static const struct key keys[] = {
	{ "sealcc", KEY_FORMAT, 0, NULL },
	{ "fingerprint", KEY_TEXT, AT(fingerprint) },
	{ "target", KEY_TARGET, 0, NULL },
	{ "backend", KEY_TEXT, AT(backend) },
	{ "driver", KEY_PATH, AT(driver.path) },
	{ "driver-size", KEY_TEXT, AT(driver_size) },
	{ "driver-word", KEY_TEXT, AT(driver.word) },
	{ "linker-word", KEY_TEXT, AT(linker.word) },
	{ "ar-word", KEY_TEXT, AT(ar.word) },
	{ "cpu", KEY_TEXT, AT(cpu) },
	{ "cxx", KEY_BOOL, AT(has_cxx) },
	{ "cxx-shared", KEY_BOOL, AT(cxx_shared) },
	{ "ar", KEY_PATH, AT(ar.path) },
	{ "cxx-driver", KEY_PATH, AT(cxx_driver) },
	{ "cxx-library", KEY_CHOICE, ONE(cxx_library, cxx_libraries) },
	{ "driver-kind", KEY_CHOICE, ONE(driver_kind, drivers) },
	{ "gcc-install-dir", KEY_PATH, AT(gcc_install_dir) },
	{ "rpath", KEY_TEXT, AT(rpath) },
	{ "linker", KEY_PATH, AT(linker.path) },
	{ "resource", KEY_PATH, AT(resource) },
	{ "runtime", KEY_CHOICE, ONE(runtime, runtimes) },
	{ "static", KEY_CHOICE, ONE(static_libc, statics) },
	{ "strict", KEY_BOOL, AT(strict) },
	{ "nix", KEY_BOOL, AT(nix) },
	{ "sysroot", KEY_PATH, AT(sysroot) },
	{ "ranlib", KEY_PATH, AT(ranlib) },
	{ "nm", KEY_PATH, AT(nm.path) },
	{ "nm-word", KEY_TEXT, AT(nm.word) },
	{ "objcopy", KEY_PATH, AT(objcopy.path) },
	{ "objcopy-word", KEY_TEXT, AT(objcopy.word) },
	{ "strip", KEY_PATH, AT(strip.path) },
	{ "strip-word", KEY_TEXT, AT(strip.word) },
};

static const char conf_name[] = "sealcc.conf";

static _Noreturn void bad(const struct toolchain *tc, size_t line, const char *what, const char *text)
{
	die(EXIT_BAD_CONF, "%s/%s:%u: %s '%s'; seal the toolchain again with 'sealcc new'", tc->root,
		conf_name, line, what, text);
}

/* The search begins at from and goes round: files are written in the table's order. */
static const struct key *key_find(const char *name, const struct key *from)
{
	const struct key *k = from;
	do {
		if (strcmp(k->name, name) == 0)
			return k;
		if (++k == keys + sizeof keys / sizeof *keys)
			k = keys;
	} while (k != from);
	return NULL;
}

static bool read_bool(const struct toolchain *tc, size_t line, const char *value)
{
	if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
		bad(tc, line, "neither yes nor no:", value);
	return *value == 'y';
}

static unsigned char read_choice(
	const struct toolchain *tc, size_t line, const struct key *k, const char *value)
{
	for (unsigned char i = 0; k->choice[i]; i++)
		if (strcmp(k->choice[i], value) == 0)
			return i;
	bad(tc, line, mem_cat("key ", k->name, " cannot be", NULL), value);
}

static const char *read_path(const struct toolchain *tc, const char *value)
{
	if (*value == '-' && !value[1])
		return "";
	return *value == '/' ? value : toolchain_path(tc, value);
}

static void read_target(struct toolchain *tc, size_t line, const char *value)
{
	if (!triple_parse(&tc->target, value, NULL))
		bad(tc, line, "unknown target", value);
	tc->target_name = value;
	triple_write(&tc->target, TRIPLE_LLVM, tc->llvm, sizeof tc->llvm);
}

static void set(struct toolchain *tc, size_t line, const struct key *k, const char *value)
{
	void *at = (char *)tc + k->offset;
	switch (k->kind) {
	case KEY_TEXT:
		*(const char **)at = value;
		break;
	case KEY_PATH:
		*(const char **)at = read_path(tc, value);
		break;
	case KEY_BOOL:
		*(bool *)at = read_bool(tc, line, value);
		break;
	case KEY_FORMAT:
		if (strcmp(value, "1") != 0)
			bad(tc, line, "unknown format", value);
		break;
	case KEY_TARGET:
		read_target(tc, line, value);
		break;
	case KEY_CHOICE:
		*(unsigned char *)at = read_choice(tc, line, k, value);
		break;
	}
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* The text between p and end without blanks around it, terminated; *end may be
 * overwritten. */
static char *trim(char *p, char *end)
{
	while (end > p && blank(end[-1]))
		end--;
	*end = 0;
	while (blank(*p))
		p++;
	return p;
}

/* The line from p to end; eq is its first '=', or NULL.  from: where its key is
 * looked for first; the same for the next line. */
static const struct key *read_line(
	struct toolchain *tc, const struct key *from, size_t number, char *p, char *eq, char *end)
{
	char *name = trim(p, eq ? eq : end);
	if (*name == '#' || (!*name && !eq))
		return from;
	if (!eq)
		bad(tc, number, "no '=' in", name);
	char *value = trim(eq + 1, end);
	const struct key *k = key_find(name, from);
	if (!k)
		bad(tc, number, "unknown key", name);
	if (!*value)
		bad(tc, number, "no value for", name);
	set(tc, number, k, value);
	return k;
}

/* One pass over the text from p to stop, where a newline can be put. */
static void read_lines(struct toolchain *tc, char *p, char *stop)
{
	const struct key *last = keys;
	*stop = '\n';
	for (size_t number = 1; p < stop; number++) {
		char *line = p, *eq = NULL;
		for (; *p != '\n'; p++)
			if (*p == '=' && !eq)
				eq = p;
		last = read_line(tc, last, number, line, eq, p++);
	}
}

/* What a shim cannot do without. */
static void check_complete(const struct toolchain *tc)
{
	const struct {
		const char *key, *value;
	} need[] = {
		{ "target", tc->target_name },
		{ "driver", tc->driver.path },
		{ "backend", tc->backend },
	};
	for (size_t i = 0; i < sizeof need / sizeof *need; i++)
		if (!need[i].value)
			die(EXIT_BAD_CONF,
				"%s/%s: key '%s' is missing; seal the toolchain again with 'sealcc new'",
				tc->root, conf_name, need[i].key);
}

static void inherit(struct tool *t, const struct tool *from)
{
	if (!t->path)
		t->path = from->path;
}

/* A word alone is one of the driver's own tools. */
static void inherit_named(struct tool *t, const struct tool *from)
{
	if (t->word)
		inherit(t, from);
}

static void parse(struct toolchain *tc, int fd)
{
	char *text = mem_alloc(CONF_MAX + 1);
	ssize_t n = read(fd, text, CONF_MAX);
	close(fd);
	if (n < 0)
		die(EXIT_BAD_CONF, "%s/%s: cannot be read:", tc->root, conf_name);
	if (n == CONF_MAX || memchr(text, 0, (size_t)n))
		die(EXIT_BAD_CONF,
			"%s/%s: is not a configuration file; seal the toolchain again with 'sealcc new'",
			tc->root, conf_name);
	read_lines(tc, text, text + n);
	check_complete(tc);
	if (tc->target.libc != LIBC_GLIBC)
		tc->static_libc = STATIC_YES;
	tc->given = tc->sysroot || tc->driver_kind == DRIVER_GCC;
	inherit(&tc->linker, &tc->driver);
	inherit(&tc->ar, &tc->driver);
	inherit_named(&tc->nm, &tc->driver);
	inherit_named(&tc->strip, &tc->driver);
	inherit_named(&tc->objcopy, &tc->driver);
}

static bool open_at(struct toolchain *tc, const char *root)
{
	*tc = (struct toolchain){ .root = root, .has_cxx = true };
	int fd = open(toolchain_path(tc, conf_name), O_RDONLY | O_CLOEXEC);
	if (fd < 0 && errno != ENOENT && errno != ENOTDIR)
		die(EXIT_BAD_CONF, "%s/%s: cannot be opened:", root, conf_name);
	if (fd < 0)
		return false;
	parse(tc, fd);
	return true;
}

/* The path that the kernel was given, or NULL: Nix names a builder by its last part only. */
static const char *executed(void)
{
#ifdef __linux__
	const char *path = (const char *)getauxval(AT_EXECFN);
	return path && strchr(path, '/') ? path : NULL;
#else
	return NULL;
#endif
}

/* The directory of argv0 in PATH, as execvp looks for it. */
static const char *search_path(const char *name)
{
	const char *path = getenv("PATH");
	if (!path)
		path = "/usr/local/bin:/bin:/usr/bin";
	for (;;) {
		size_t n = strcspn(path, ":");
		const char *dir = n ? mem_dup(path, n) : ".";
		if (access(mem_cat(dir, "/", name, NULL), X_OK) == 0)
			return dir;
		if (!path[n])
			return ".";
		path += n + 1;
	}
}

static const char *directory_of(const char *argv0)
{
	const char *slash = strrchr(argv0, '/');
	while (slash > argv0 && slash[-1] == '/')
		slash--;
	return slash == argv0 ? "/" : mem_dup(argv0, (size_t)(slash - argv0));
}

/* "x/bin" -> "x", "bin" -> ".", "/bin" -> "/": shorter paths in dependency files
 * and messages than "x/bin/..". */
static const char *lexical_parent(const char *dir)
{
	size_t n = strlen(dir);
	if (strcmp(dir, "bin") == 0)
		return ".";
	if (n < 4 || strcmp(dir + n - 4, "/bin") != 0)
		return NULL;
	return n == 4 ? "/" : mem_dup(dir, n - 4);
}

static bool open_beside(struct toolchain *tc, const char *path)
{
	const char *dir = directory_of(path);
	const char *root = lexical_parent(dir);
	return (root && open_at(tc, root)) || open_at(tc, mem_cat(dir, "/..", NULL));
}

/* Where the symbolic link at path leads; NULL when it is none. */
static const char *link_target(const char *path)
{
	char buf[4096];
	ssize_t n = readlink(path, buf, sizeof buf);
	if (n <= 0 || n == sizeof buf)
		return NULL;
	const char *to = mem_dup(buf, (size_t)n);
	return *to == '/' ? to : mem_cat(directory_of(path), "/", to, NULL);
}

static bool open_of(struct toolchain *tc, const char *path)
{
	for (int depth = 0; path && depth < LINKS_MAX; depth++) {
		if (open_beside(tc, path))
			return true;
		path = link_target(path);
	}
	return false;
}

void toolchain_open(struct toolchain *tc, const char *argv0)
{
	if (strchr(argv0, '/') ? open_of(tc, argv0)
			       : open_of(tc, executed()) ||
					 open_of(tc, mem_cat(search_path(argv0), "/", argv0, NULL)))
		return;
	die(EXIT_BAD_CONF,
		"%s: no %s in the directory above; call this program from the bin directory of its toolchain",
		argv0, conf_name);
}

void toolchain_open_at(struct toolchain *tc, const char *root)
{
	if (!open_at(tc, root))
		die(EXIT_BAD_CONF, "%s/%s: not found; make a toolchain with 'sealcc new'", root, conf_name);
}

const char *toolchain_option(const struct toolchain *tc, const char *option, const char *name)
{
	/* "/" alone needs no second slash */
	return mem_cat(option, tc->root, *tc->root != '/' || tc->root[1] ? "/" : "", name, NULL);
}

const char *toolchain_path(const struct toolchain *tc, const char *name)
{
	return toolchain_option(tc, "", name);
}

const char *toolchain_sysroot(const struct toolchain *tc, const char *option, const char *name)
{
	if (!tc->sysroot)
		return mem_cat(toolchain_option(tc, option, "sysroot"), "/", name, NULL);
	return mem_cat(option, tc->sysroot, *tc->sysroot != '/' || tc->sysroot[1] ? "/" : "", name, NULL);
}

void toolchain_loss(const struct toolchain *tc, const char *word, const char *what)
{
	if (tc->strict)
		die(EXIT_FAILED, "%s: %s; strict = yes forbids that", word, what);
	say("%s: %s", word, what);
}

static bool same_size(const char *text, off_t size)
{
	off_t n = 0;
	for (; *text >= '0' && *text <= '9' && n <= size; text++)
		n = n * 10 + (*text - '0');
	return *text == 0 && n == size;
}

void toolchain_check(const struct toolchain *tc)
{
	struct stat st;
	if (stat(tc->driver.path, &st) != 0)
		die(errno == ENOENT || errno == ENOTDIR ? EXIT_NOT_FOUND : EXIT_CANNOT_RUN,
			"%s: this toolchain's %s is gone; put it back, or seal again with 'sealcc new'",
			tc->driver.path, tc->backend);
	if (tc->driver_size && !same_size(tc->driver_size, st.st_size))
		die(EXIT_CANNOT_RUN, "%s: is not the %s that was sealed; seal again with 'sealcc new'",
			tc->driver.path, tc->backend);
}
