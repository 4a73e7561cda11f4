/* dpkg-deb does the unpacking where it is; elsewhere tar, of the archive's
 * member data.tar (deb(5)). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "child.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "sysroot.h"
#include "text.h"

/* --- unpacking ---------------------------------------------------------- */

enum { AR_MAGIC = 8, AR_HEADER = 60, AR_SIZE = 48 };

/* The bytes of the member whose name begins with name, their number in *n; NULL
 * when there is none.  bytes is a deb, that is an archive of ar(5). */
static const char *member(const char *bytes, size_t size, const char *name, size_t *n)
{
	if (size < AR_MAGIC || memcmp(bytes, "!<arch>\n", AR_MAGIC) != 0)
		return NULL;
	for (size_t at = AR_MAGIC; size - at >= AR_HEADER;) {
		const char *head = bytes + at;
		*n = strtoul(mem_dup(head + AR_SIZE, 10), NULL, 10);
		at += AR_HEADER;
		if (*n > size - at)
			return NULL;
		if (strncmp(head, name, strlen(name)) == 0)
			return bytes + at;
		at += *n + (*n & 1 && *n < size - at);
	}
	return NULL;
}

static int run(const char *const *line)
{
	char *text;
	const struct child c = { .argv = line };
	return child_read(&c, 1, &text);
}

static int unpack_by_tar(const char *dir, const char *bytes, size_t size)
{
	size_t n;
	const char *data = member(bytes, size, "data.tar", &n), *tar = mem_cat(dir, "/.data.tar", NULL);
	const char *const line[] = { "tar", "-x", "-f", tar, "-C", dir, NULL };
	if (!data)
		return EXIT_FAILED;
	files_write_bytes(tar, data, n);
	int status = run(line);
	unlink(tar);
	return status;
}

static void unpack(const char *dir, const char *package)
{
	size_t n, size;
	const char *const line[] = { "dpkg-deb", "-x", package, dir, NULL };
	const char *bytes = files_read(package, &size);
	if (!bytes)
		die(EXIT_FAILED, "%s: cannot be read:", package);
	if (!member(bytes, size, "debian-binary", &n))
		die(EXIT_FAILED, "%s: is no Debian package; name .deb files", package);
	int status = run(line);
	if (status == EXIT_NOT_FOUND)
		status = unpack_by_tar(dir, bytes, size);
	if (status != 0)
		die(EXIT_FAILED,
			"%s: cannot be unpacked; it is damaged, or there is neither dpkg-deb nor a tar "
			"for it",
			package);
}

void sysroot_unpack(const char *dir, const struct strv *packages)
{
	for (size_t i = 0; i < packages->n; i++)
		unpack(dir, packages->v[i]);
}

/* --- merging ------------------------------------------------------------ */

static bool is_directory(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool is_link(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

/* Move what is in the directory from over what is in to; from goes. */
static void move_tree(const char *from, const char *to)
{
	struct strv inner;
	strv_init(&inner, 64);
	files_mkdir(to);
	files_list(from, &inner);
	for (size_t i = 0; i < inner.n; i++) {
		const char *target = mem_cat(to, strrchr(inner.v[i], '/'), NULL);
		if (is_directory(inner.v[i]))
			move_tree(inner.v[i], target);
		else if (rename(inner.v[i], target) != 0)
			die(EXIT_FAILED, "%s: cannot be moved:", inner.v[i]);
	}
	rmdir(from);
}

/* Packages of before the merge have files in /lib, newer ones in /usr/lib. */
static void merge(const char *dir)
{
	static const char *const names[] = { "lib", "lib64", "lib32", "libx32", "libo32" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *from = mem_cat(dir, "/", names[i], NULL),
			   *to = mem_cat(dir, "/usr/", names[i], NULL);
		if (is_directory(from))
			move_tree(from, to);
		if (is_directory(to) && !is_link(from))
			files_symlink(mem_cat("usr/", names[i], NULL), from);
	}
}

/* --- settling ----------------------------------------------------------- */

/* A file or directory of the tree: its path, and that within the tree. */
struct place {
	const char *dir, *name; /* name begins with "/" */
};

static const char *path_of(const struct place *p)
{
	return mem_cat(p->dir, p->name, NULL);
}

/* to, an absolute path of the sysroot, as it is reached from the directory of name;
 * /lib is read as /usr/lib, where it stands. */
static const char *relative(const char *name, const char *to)
{
	const char *up = "";
	if (strncmp(to, "/lib", 4) == 0)
		to = mem_cat("/usr", to, NULL);
	for (const char *p = name + 1; (p = strchr(p, '/')); p++)
		up = mem_cat(up, "../", NULL);
	return mem_cat(up, to + 1, NULL);
}

static void settle_link(const struct place *p)
{
	char to[4096];
	const char *path = path_of(p);
	ssize_t n = readlink(path, to, sizeof to - 1);
	if (n <= 0 || *to != '/')
		return;
	to[n] = 0;
	unlink(path);
	files_symlink(relative(p->name, to), path);
}

static bool is_script(const char *text)
{
	return text_find(text, "GNU ld script") || text_find(text, "GROUP") || text_find(text, "INPUT");
}

/* The text with each absolute path whose file stands in dir as the file's name. */
static const char *bare_names(const char *dir, char *text)
{
	const char *out = "";
	for (char *p = text; *p;) {
		size_t gap = strcspn(p, " \t\n(),"), n = gap;
		const char *word = mem_dup(p, n), *slash = strrchr(word, '/');
		if (*word == '/' && slash[1] && word[1] != '*' && files_exist(mem_cat(dir, slash, NULL)))
			word = slash + 1;
		n += strspn(p + gap, " \t\n(),");
		out = mem_cat(out, word, mem_dup(p + gap, n - gap), NULL);
		p += n;
	}
	return out;
}

static void settle_script(const struct place *p)
{
	enum { SCRIPT_MAX = 4096 };
	struct stat st;
	size_t n;
	const char *path = path_of(p);
	if (stat(path, &st) != 0 || st.st_size > SCRIPT_MAX ||
		!(text_find(p->name, ".so") || text_find(p->name, ".a")))
		return;
	char *text = files_read(path, &n);
	if (text && !memchr(text, 0, n) && is_script(text))
		files_write(path, bare_names(mem_dup(path, (size_t)(strrchr(path, '/') - path)), text));
}

static void settle_tree(const struct place *p);

static void settle_entry(const struct place *p)
{
	struct stat st;
	const char *path = path_of(p);
	if (lstat(path, &st) != 0)
		die(EXIT_FAILED, "%s:", path);
	if (S_ISDIR(st.st_mode))
		settle_tree(p);
	else if (S_ISLNK(st.st_mode))
		settle_link(p);
	else
		settle_script(p);
}

static void settle_tree(const struct place *p)
{
	struct strv inner;
	strv_init(&inner, 64);
	files_list(path_of(p), &inner);
	for (size_t i = 0; i < inner.n; i++)
		settle_entry(&(struct place){ p->dir, inner.v[i] + strlen(p->dir) });
}

/* Remove what is in dir but what begins with a word of keep. */
static void keep_only(const char *dir, const char *const *keep)
{
	struct strv inner;
	strv_init(&inner, 64);
	files_list(dir, &inner);
	for (size_t i = 0; i < inner.n; i++) {
		const char *name = strrchr(inner.v[i], '/') + 1;
		bool kept = false;
		for (const char *const *k = keep; *k; k++)
			kept |= strncmp(name, *k, strlen(*k)) == 0;
		if (!kept)
			files_remove(inner.v[i]);
	}
}

static void keep_copyrights(const char *doc)
{
	static const char *const copyright[] = { "copyright", NULL };
	struct strv inner;
	strv_init(&inner, 64);
	files_list(doc, &inner);
	for (size_t i = 0; i < inner.n; i++)
		if (is_directory(inner.v[i]))
			keep_only(inner.v[i], copyright);
}

void sysroot_settle(const char *dir)
{
	static const char *const top[] = { "usr", "lib", NULL },
				 *const usr[] = { "include", "lib", "share", NULL },
				 *const share[] = { "doc", NULL };
	const char *under = mem_cat(dir, "/usr", NULL);
	keep_only(dir, top);
	keep_only(under, usr);
	keep_only(mem_cat(under, "/share", NULL), share);
	keep_copyrights(mem_cat(under, "/share/doc", NULL));
	merge(dir);
	settle_tree(&(struct place){ dir, "" });
}

/* --- archives ----------------------------------------------------------- */

/* The directory under dir that the sysroot is in: dir itself, or the one in it. */
static const char *top_of(const char *dir)
{
	struct strv inner;
	strv_init(&inner, 16);
	if (files_exist(mem_cat(dir, "/usr", NULL)))
		return dir;
	files_list(dir, &inner);
	for (size_t i = 0; i < inner.n; i++)
		if (files_exist(mem_cat(inner.v[i], "/usr", NULL)))
			return inner.v[i];
	return NULL;
}

void sysroot_unpack_archive(const char *dir, const char *archive)
{
	const char *tmp = mem_cat(dir, ".tmp", NULL);
	const char *const line[] = { "tar", "-x", "-o", "-f", archive, "-C", tmp, "--exclude=./dev", NULL };
	files_mkdir(tmp);
	int status = run(line);
	if (status == EXIT_NOT_FOUND)
		die(EXIT_FAILED, "tar: not found; unpack %s elsewhere and give the directory", archive);
	if (status != 0)
		die(EXIT_FAILED,
			"%s: tar cannot unpack it; it is damaged, no archive, or needs a program (xz, zstd) "
			"that is missing",
			archive);
	const char *top = top_of(tmp);
	if (!top)
		die(EXIT_FAILED, "%s: has no sysroot in it (no usr directory)", archive);
	if (rename(top, dir) != 0)
		die(EXIT_FAILED, "%s: cannot be made:", dir);
	files_remove(tmp);
	merge(dir);
	settle_tree(&(struct place){ dir, "" });
}
