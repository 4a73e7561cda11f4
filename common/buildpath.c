#include <string.h>

#include "buildpath.h"
#include "mem.h"
#include "pattern.h"

/* How such a path begins, or what stands inside of it.  A home may follow right
 * behind the text of another string (Rust's literals touch each other); other
 * beginnings are words that a relative path may have, too. */
enum shape { TOUCHING, APART, INSIDE };

struct kind {
	const char *text;
	enum shape shape;
	unsigned char own; /* parts of the path behind it that every machine may have */
	const char *what;
};

static const struct kind kinds[] = {
	{ "/execroot/", INSIDE, 0, "sandbox" },
	{ "/bazel-working-directory/", INSIDE, 0, "sandbox" },
	{ "/sandbox/linux-sandbox/", INSIDE, 0, "sandbox" },
	{ "/sandbox/darwin-sandbox/", INSIDE, 0, "sandbox" },
	{ "/sandbox/processwrapper-sandbox/", INSIDE, 0, "sandbox" },
	{ "/cargo/registry/src/", INSIDE, 0, "package cache" },
	{ "/.cargo/registry/src/", INSIDE, 0, "package cache" },
	{ "/.cargo/git/checkouts/", INSIDE, 0, "package cache" },
	{ "/go/pkg/mod/", INSIDE, 0, "package cache" },
	{ "/.conan/data/", INSIDE, 0, "package cache" },
	{ "/home/", TOUCHING, 1, "home directory" },
	{ "/Users/", TOUCHING, 1, "home directory" },
	{ "/root/", TOUCHING, 0, "home directory" },
	{ "/var/tmp/", TOUCHING, 0, "temporary directory" },
	{ "/var/folders/", TOUCHING, 0, "temporary directory" },
	{ "/private/tmp/", TOUCHING, 0, "temporary directory" },
	{ "/tmp/", APART, 0, "temporary directory" },
	{ "/build/", APART, 0, "build directory" },
	{ "/builds/", APART, 0, "build directory" },
	{ "/buildroot/", APART, 0, "build directory" },
	{ "/builddir/", APART, 0, "build directory" },
	{ "/workspace/", APART, 0, "build directory" },
	{ "/github/workspace/", APART, 0, "build directory" },
	{ "/__w/", APART, 0, "build directory" },
};

static const char *const places[] = { "loaded", "rpath", "debug", "symbols", "other" };

const char *buildpath_place_name(enum buildpath_place place)
{
	return places[place];
}

static bool is_allowed(const struct buildpaths *b, const char *path)
{
	for (size_t i = 0; b->allowed && i < b->allowed->n; i++)
		if (pattern_matches(b->allowed->v[i], path))
			return true;
	return false;
}

static void add(struct buildpaths *b, enum buildpath_place place, const struct buildpath *found)
{
	struct buildpath_list *l = &b->in[place];
	if (is_allowed(b, found->path))
		return;
	l->count++;
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->path[i].path, found->path) == 0)
			return;
	if (l->n == BUILDPATH_SHOWN)
		return;
	l->path[l->n] = *found;
	l->path[l->n++].path = mem_cat(found->path, NULL);
}

/* --- strings ------------------------------------------------------------ */

static bool is_letter(unsigned char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_path_char(unsigned char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || (c && strchr("._/+~@-", c));
}

/* The length of what looks like one character of UTF-8 beyond ASCII. */
static size_t wide_char(const unsigned char *p, const unsigned char *end)
{
	size_t n = *p >= 0xf0 && *p < 0xf5 ? 4 : *p >= 0xe0 ? 3 : *p >= 0xc2 ? 2 : 0;
	if (*p >= 0xf5 || n > (size_t)(end - p))
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return n;
}

enum { PATH_LONGEST = 1024 };

static const unsigned char *path_end(const unsigned char *p, const unsigned char *end)
{
	if ((size_t)(end - p) > PATH_LONGEST)
		end = p + PATH_LONGEST;
	while (p < end) {
		size_t n = is_path_char(*p) ? 1 : wide_char(p, end);
		if (!n)
			break;
		p += n;
	}
	return p;
}

/* The first of the path characters before p. */
static const unsigned char *run_start(const unsigned char *p, const unsigned char *begin)
{
	for (size_t n = 0; p > begin && n < PATH_LONGEST && is_path_char(p[-1]); n++)
		p--;
	return p;
}

/* Where the absolute path begins that has the row's text at p; NULL when that is
 * a part of something else. */
static const unsigned char *path_start(
	const struct kind *k, const unsigned char *p, const unsigned char *begin)
{
	const unsigned char *run = run_start(p, begin);
	const unsigned char *slash = memchr(run, '/', (size_t)(p - run) + 1);
	if (k->shape == INSIDE)
		return slash == run ? run : NULL;
	bool touches = k->shape == TOUCHING && run < p && is_letter(p[-1]) && is_letter(*run);
	return run == p || (slash == p && (*run == '-' || touches)) ? p : NULL; /* -I, -L */
}

static const struct kind *kind_at(const unsigned char *p, const unsigned char *end)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t n = strlen(kinds[i].text);
		if (n <= (size_t)(end - p) && memcmp(p, kinds[i].text, n) == 0)
			return &kinds[i];
	}
	return NULL;
}

static bool is_source(const char *path)
{
	static const char *const suffixes[] = { ".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".rs",
		".go", ".S", ".s", ".m", ".mm", ".swift", ".zig", ".f90" };
	const char *dot = strrchr(path, '.');
	for (size_t i = 0; dot && i < sizeof suffixes / sizeof *suffixes; i++)
		if (strcmp(dot, suffixes[i]) == 0)
			return true;
	return false;
}

/* Programs name directories and sockets below /tmp and homes that are meant at
 * run time; what was built there is a source file or lies deeper. */
static bool is_meant(const struct kind *k, enum buildpath_place place, const char *rest)
{
	size_t parts = 0;
	if (*rest == '.' && strcmp(k->what, "temporary directory") == 0)
		return true;
	for (const char *p = rest; *p; p++)
		parts += *p != '/' && (p[1] == '/' || !p[1]);
	if (k->shape == INSIDE || place == BUILDPATH_DEBUG)
		return parts == 0;
	return parts < k->own + (is_source(rest) ? 1u : 2u);
}

void buildpath_find(
	struct buildpaths *b, enum buildpath_place place, const char *section, struct elf_bytes bytes)
{
	const unsigned char *p = bytes.p, *end = bytes.p ? p + bytes.n : p;
	char text[PATH_LONGEST * 2 + 1];
	while (p < end && (p = memchr(p, '/', (size_t)(end - p)))) {
		const struct kind *k = kind_at(p, end);
		const unsigned char *from = k ? path_start(k, p, bytes.p) : NULL;
		if (!from) {
			p++;
			continue;
		}
		const unsigned char *to = path_end(p, end);
		size_t n = (size_t)(to - from), skip = (size_t)(p - from) + strlen(k->text);
		memcpy(text, from, n);
		text[n] = 0;
		if (!is_meant(k, place, text + skip))
			add(b, place, &(struct buildpath){ text, k->what, section });
		p = to;
	}
}

/* --- search paths ------------------------------------------------------- */

static bool is_below(const char *path, size_t n, const char *dir)
{
	size_t length = strlen(dir);
	return n >= length && memcmp(path, dir, length) == 0 && (n == length || path[length] == '/');
}

static bool is_system(const char *path, size_t n)
{
	static const char *const dirs[] = { "/usr", "/lib", "/lib32", "/lib64", "/libx32", "/System" };
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		if (is_below(path, n, dirs[i]))
			return true;
	return false;
}

void buildpath_search(struct buildpaths *b, const char *section, const char *path)
{
	while (*path) {
		size_t n = strcspn(path, ":");
		if (*path == '/' && !is_system(path, n))
			add(b, BUILDPATH_RPATH,
				&(struct buildpath){ mem_dup(path, n), "search path", section });
		path += n + (path[n] == ':');
	}
}
