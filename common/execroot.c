/* No system call for a path that no build system can have written. */
#define _GNU_SOURCE /* syscall: Linux only */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "dirnames.h"
#include "execroot.h"
#include "mem.h"
#include "say.h"
#include "text.h"

enum { TAILS_MAX = 8 };

struct marker {
	const char *name;
	size_t length;
	char what;
};

enum { OUTPUTS, EXTERNAL, NAMED /* a directory of any name follows, the workspace's */ };

static const struct marker markers[] = {
	{ "bazel-out/", 10, OUTPUTS },
	{ "external/", 9, EXTERNAL },
	{ "execroot/", 9, NAMED },
	{ "bazel-execroot/", 15, NAMED },
	{ "bazel-working-directory/", 24, NAMED },
};

/* The end of the marker that begins a component at p, or NULL. */
static const struct marker *marker_at(const char *p)
{
	if (*p != 'b' && *p != 'e')
		return NULL;
	for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
		if (strncmp(p, markers[i].name, markers[i].length) == 0)
			return &markers[i];
	return NULL;
}

/* The kernel takes no path that is longer. */
static bool fits(const char *path)
{
	return strlen(path) < PATH_MAX;
}

/* What may follow an execution root in path, the longest first; their number.
 * Outputs of an external repository are in bazel-out/CONFIGURATION/bin/external. */
static size_t find_tails(const char *path, const char **tail)
{
	size_t n = 0;
	char before = NAMED;
	for (const char *p = path; p && *p && n < TAILS_MAX; p = strchr(p, '/'), p = p ? p + 1 : NULL) {
		const struct marker *m = marker_at(p);
		if (!m || (m->what == EXTERNAL && before == OUTPUTS))
			continue;
		const char *rest = m->what == NAMED ? strchr(p + m->length, '/') : p - 1;
		tail[n] = rest && rest[1] ? rest + 1 : ".";
		n += fits(tail[n]);
		before = m->what;
	}
	return n;
}

static bool exists(const char *path)
{
	return fits(path) && access(path, F_OK) == 0;
}

static bool below_bazel(const char *path)
{
	const char *tail[TAILS_MAX];
	return find_tails(path, tail) > 0;
}

void execroot_init(struct execroot *x, const char *toolchain, bool strict, bool links)
{
	*x = (struct execroot){ .toolchain = toolchain, .strict = strict, .links = links };
}

/* --- execution roots ---------------------------------------------------- */

static bool has_root(const struct execroot *x, const char *dir)
{
	for (size_t i = 0; i < x->n; i++)
		if (strcmp(x->root[i], dir) == 0)
			return true;
	return false;
}

static void add_root(struct execroot *x, const char *dir)
{
	if (x->n < EXECROOT_MAX && !has_root(x, dir))
		x->root[x->n++] = dir;
}

static bool is_root(const char *dir)
{
	return exists(mem_cat(dir, "/bazel-out", NULL)) || exists(mem_cat(dir, "/external", NULL));
}

/* Add the nearest execution root at or above the absolute path. */
static void add_above(struct execroot *x, const char *path)
{
	char *dir = mem_cat(path, NULL);
	for (char *slash; *dir; *slash = 0) {
		if (is_root(dir)) {
			add_root(x, dir);
			return;
		}
		slash = strrchr(dir, '/');
		if (!slash)
			return;
	}
}

/* libc's getcwd would bring malloc into a shim. */
static const char *working_directory(void)
{
	char *path = mem_alloc(PATH_MAX);
	return syscall(SYS_getcwd, path, PATH_MAX) > 0 && *path == '/' ? path : NULL;
}

static void find_roots(struct execroot *x)
{
	static const char *const variables[] = { "OUT_DIR", "CARGO_MANIFEST_DIR" };
	const char *own = getenv("SEALCC_EXECROOT"), *cwd = working_directory();
	x->ready = true;
	strv_init(&x->dead, 4);
	strv_init(&x->outside, 4);
	x->cwd = cwd;
	if (own && *own)
		add_root(x, own);
	if (cwd)
		add_above(x, cwd);
	if (*x->toolchain == '/')
		add_above(x, x->toolchain);
	else if (cwd)
		add_above(x, mem_cat(cwd, "/", x->toolchain, NULL));
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i]);
		if (value && *value == '/')
			add_above(x, value);
	}
}

/* The execution root that a sandbox is a picture of: Bazel makes the sandbox's
 * as BASE/sandbox/STRATEGY/NUMBER/execroot/NAME of BASE/execroot/NAME. */
static const char *outside(const char *root)
{
	const char *sandbox = text_find(root, "/sandbox/"),
		   *end = sandbox ? text_find(sandbox, "/execroot/") : NULL;
	return end ? mem_cat(mem_dup(root, (size_t)(sandbox - root)), end, NULL) : NULL;
}

/* --- candidates --------------------------------------------------------- */

struct found {
	const char *dead, *path;
	struct stat st;
};

/* Take path if it exists; false when it is another file than the one taken. */
static bool take(struct found *f, const char *path)
{
	struct stat st;
	if (stat(path, &st) != 0)
		return true;
	if (!f->path) {
		f->path = path;
		f->st = st;
		return true;
	}
	if (st.st_dev == f->st.st_dev && st.st_ino == f->st.st_ino)
		return true;
	say("%s: is gone, and %s or %s could be meant; neither is taken", f->dead, f->path, path);
	return false;
}

static const char *join(const struct execroot *x, const char *root, const char *tail)
{
	return x->cwd && strcmp(root, x->cwd) == 0 ? tail : mem_cat(root, "/", tail, NULL);
}

/* Look for tail under every root; false when two files could be meant. */
static bool search(const struct execroot *x, struct found *f, const char *tail)
{
	for (size_t i = 0; i < x->n; i++)
		if (!take(f, join(x, x->root[i], tail)))
			return false;
	return true;
}

/* Look for an output under another configuration's name, where there is nothing of
 * the one that is named: false as above.  An action that Bazel maps paths for
 * (--experimental_output_paths=strip) sees all configurations as one, "cfg";
 * outside of it the file is one configuration's. */
static bool search_mapped(const struct execroot *x, struct found *f, const char *tail)
{
	const struct marker *m = marker_at(tail);
	const char *rest = m && m->what == OUTPUTS ? strchr(tail + m->length, '/') : NULL;
	const char *dir = rest ? mem_dup(tail, (size_t)(rest - tail)) : NULL;
	for (size_t i = 0; rest && i < x->n; i++) {
		struct strv name = { .n = 0 };
		if (exists(join(x, x->root[i], dir)))
			continue;
		if (strcmp(dir + m->length, "cfg") == 0)
			dirnames_list(&name, join(x, x->root[i], "bazel-out"), 0);
		else
			strv_push(&name, "cfg");
		for (size_t j = 0; j < name.n; j++)
			if (*name.v[j] != '.' &&
				!take(f, join(x, x->root[i], mem_cat("bazel-out/", name.v[j], rest, NULL))))
				return false;
	}
	return true;
}

static const char *search_outside(const struct execroot *x, const char *tail)
{
	for (size_t i = 0; i < x->n; i++) {
		const char *real = outside(x->root[i]);
		const char *file = real ? mem_cat(real, "/", tail, NULL) : NULL;
		if (file && exists(file))
			return file;
	}
	return NULL;
}

static void tell(const struct execroot *x, const char *path, const char *file)
{
	say("%s: %s outside of the sandbox, %s; %s", path, x->strict ? "is only" : "taken from", file,
		x->strict ? "strict = yes forbids that" : "make it an input of this action");
}

static const char *take_outside(struct execroot *x, const char *path, const char *file)
{
	struct stat st;
	if (stat(file, &st) == 0 && S_ISDIR(st.st_mode)) {
		strv_push(&x->dead, path);
		strv_push(&x->outside, file);
	} else {
		tell(x, path, file);
	}
	return x->strict ? NULL : file;
}

static bool holds(const char *dir, const char *name)
{
	static const char *const ends[] = { ".so", ".a", ".dll.a", ".dylib" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (exists(mem_cat(dir, "/lib", name, ends[i], NULL)))
			return true;
	return false;
}

/* Whether a library of words is in dir, or words name none: then it is no link. */
static bool matters(const char *dir, const char *const *words)
{
	bool links = false, holds_one = false;
	for (; *words && !holds_one; words++)
		if (strncmp(*words, "-l", 2) == 0) {
			holds_one = holds(dir, *words + 2);
			links = true;
		}
	return holds_one || !links;
}

void execroot_tell(const struct execroot *x, const char *const *words)
{
	for (size_t i = 0; x && i < x->dead.n; i++)
		if (matters(x->outside.v[i], words))
			tell(x, x->dead.v[i], x->outside.v[i]);
}

const char *execroot_looked(const struct execroot *x)
{
	const char *tail[TAILS_MAX], *text = "";
	find_tails(x->lost, tail);
	for (size_t i = 0; i < x->n; i++)
		text = mem_cat(text, i ? ", " : "", x->root[i], NULL);
	if (!x->n)
		return "no execution root is at hand; name one in SEALCC_EXECROOT";
	return mem_cat(*x->lost == '/' ? tail[0] : x->lost, " is not in ", text,
		"; make it an input of this action", NULL);
}

const char *execroot_repair(struct execroot *x, const char *path)
{
	const char *tail[TAILS_MAX];
	size_t n = find_tails(path, tail);
	struct found f = { .dead = path };
	x->lost = NULL;
	if (!n && *path != '/' && *path && fits(path) && below_bazel(x->toolchain))
		tail[n++] = path; /* meant from the execution root, used elsewhere */
	if (!n || strchr(path, '\\') || exists(path))
		return NULL;
	if (!x->ready)
		find_roots(x);
	bool here = tail[0] == path && x->cwd && has_root(x, x->cwd);
	n = here ? 1 : n;
	for (size_t i = here ? n : 0; i < 2 * n; i++) {
		if (!(i < n ? search : search_mapped)(x, &f, tail[i % n]))
			return NULL;
		if (f.path)
			return f.path;
	}
	for (size_t i = 0; i < n && (x->links || !here); i++) {
		const char *file = search_outside(x, tail[i]);
		if (file)
			return take_outside(x, path, file);
	}
	x->lost = path;
	return NULL;
}

const char *execroot_alive(struct execroot *x, const char *path)
{
	const char *alive = execroot_repair(x, path);
	return alive ? alive : path;
}

const char *execroot_word(struct execroot *x, const char *word, const char *path, bool input)
{
	const char *alive = path ? execroot_repair(x, path) : NULL;
	if (path && input && x->lost)
		say("%s: is gone, and %s", path, execroot_looked(x));
	return alive ? mem_cat(mem_dup(word, (size_t)(path - word)), alive, NULL) : NULL;
}
