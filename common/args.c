/* Response files; see args.h for the grammars and their sources. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "args.h"
#include "mem.h"
#include "say.h"
#include "text.h"

/* The files that are open around a word: a chain to the outermost. */
struct nest {
	const struct nest *outer;
	dev_t dev;
	ino_t ino;
};

/* The byte at end is writable. */
struct text {
	char *p, *end;
};

static void read_words(struct args *a, const char *const *v, const char *origin, const struct nest *nest);

static bool blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
}

/* Words are unquoted in place: they never get longer, and the byte behind a
 * word has been read when its end is written. */

/* The bytes that mean something in a response file; all others are copied. */
static const unsigned char special[256] = {
	[0] = 1,
	['\t'] = 1,
	['\n'] = 1,
	['\v'] = 1,
	['\f'] = 1,
	['\r'] = 1,
	[' '] = 1,
	['"'] = 1,
	['\''] = 1,
	['\\'] = 1,
};

/* The next word of a GNU response file; NULL at the end. */
static const char *next_gnu(struct text *t)
{
	char *p = t->p, *end = t->end, quote = 0;
	while (p < end && blank(*p))
		p++;
	if (p == end)
		return NULL;
	char *word = p, *out = p;
	for (;; p++) {
		while (p < end && !special[(unsigned char)*p])
			*out++ = *p++;
		if (p == end || (!quote && blank(*p)))
			break;
		if (*p == '\\' && p + 1 < end)
			*out++ = *++p;
		else if (quote ? *p == quote : *p == '\'' || *p == '"')
			quote = quote ? 0 : *p;
		else if (*p)
			*out++ = *p;
	}
	t->p = p < end ? p + 1 : p;
	*out = 0;
	return word;
}

/* The next line of rustc's file; NULL at the end. */
static const char *next_rustc(struct text *t)
{
	char *p = t->p, *end = t->end;
	if (p == end)
		return NULL;
	char *word = p, *out = p;
	for (; p < end && *p != '\n'; p++) {
		if (*p == '\\' && p + 1 < end && (p[1] == '\\' || p[1] == ' '))
			p++;
		if (*p)
			*out++ = *p;
	}
	t->p = p < end ? p + 1 : p;
	*out = 0;
	return word;
}

static bool from_rustc(const char *path)
{
	return strcmp(text_base(path), "linker-arguments") == 0;
}

static void check_file(const char *path, const struct stat *st, const struct nest *nest)
{
	if (S_ISDIR(st->st_mode))
		die(EXIT_FAILED, "@%s: is a directory; name a response file", path);
	for (; nest; nest = nest->outer)
		if (nest->dev == st->st_dev && nest->ino == st->st_ino)
			die(EXIT_FAILED, "@%s: the response file includes itself; remove that line", path);
}

/* The bytes of an open file, whatever kind it is (a pipe has no size). */
static struct text slurp(int fd, const char *path, size_t hint)
{
	size_t cap = hint + 2, n = 0;
	char *p = mem_alloc(cap);
	for (;;) {
		ssize_t got = read(fd, p + n, cap - n - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			die(EXIT_FAILED, "@%s: cannot be read:", path);
		if (got == 0)
			break;
		n += (size_t)got;
		if (n + 1 == cap) {
			char *more = mem_alloc(cap * 2);
			memcpy(more, p, n);
			p = more;
			cap *= 2;
		}
	}
	if (n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		return (struct text){ p + 3, p + n };
	return (struct text){ p, p + n };
}

static bool read_file(struct args *a, const char *path, const struct nest *outer)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG)
			return false;
		die(EXIT_FAILED, "@%s: cannot be opened:", path);
	}
	struct stat st;
	if (fstat(fd, &st) != 0)
		die(EXIT_FAILED, "@%s: cannot be read:", path);
	check_file(path, &st, outer);
	struct nest nest = { outer, st.st_dev, st.st_ino };
	struct text t = slurp(fd, path, S_ISREG(st.st_mode) ? (size_t)st.st_size : 4096);
	close(fd);

	bool rustc = from_rustc(path);
	const char *pair[2] = { NULL, NULL };
	a->expanded = true;
	a->dialect |= rustc;
	while ((pair[0] = rustc ? next_rustc(&t) : next_gnu(&t)))
		read_words(a, pair, path, &nest);
	return true;
}

static bool read_elsewhere(struct args *a, const char *path, const struct nest *nest)
{
	const char *alive = a->execroot ? execroot_repair(a->execroot, path) : NULL;
	if (!alive || !read_file(a, alive, nest))
		return false;
	a->stale = true;
	return true;
}

static void read_words(struct args *a, const char *const *v, const char *origin, const struct nest *nest)
{
	for (; *v; v++) {
		if (**v == '@' && (*v)[1] && (read_file(a, *v + 1, nest) || read_elsewhere(a, *v + 1, nest)))
			continue;
		strv_push(&a->word, *v);
		strv_push(&a->origin, origin);
	}
}

void args_read(struct args *a, const char *const *argv, struct execroot *x)
{
	size_t n = 0;
	while (argv[n])
		n++;
	*a = (struct args){ .given = n ? argv + 1 : argv, .execroot = x };
	strv_init(&a->word, n);
	strv_init(&a->origin, n);
	if (n)
		read_words(a, argv + 1, "", NULL);
}

const char *args_joined(const char *const *word, size_t n)
{
	const char *text = *word;
	for (size_t i = 1; i < n; i++)
		text = mem_cat(text, " ", word[i], NULL);
	return text;
}
