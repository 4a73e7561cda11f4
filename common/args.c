/* Response files; see args.h for the grammars and their sources. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "args.h"
#include "mem.h"
#include "say.h"

/* The files that are open around a word: a chain to the outermost. */
struct nest {
	const struct nest *outer;
	dev_t dev;
	ino_t ino;
};

struct text {
	const char *p, *end;
};

static void read_words(struct args *a, const char *const *v, const char *origin, const struct nest *nest);

static bool blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
}

/* The next word of a GNU response file; NULL at the end. */
static const char *next_gnu(struct text *t)
{
	while (t->p < t->end && blank(*t->p))
		t->p++;
	if (t->p == t->end)
		return NULL;
	char *word = mem_alloc((size_t)(t->end - t->p) + 1), *out = word;
	char quote = 0;
	for (; t->p < t->end && (quote || !blank(*t->p)); t->p++) {
		char c = *t->p;
		if (c == '\\' && t->p + 1 < t->end)
			*out++ = *++t->p;
		else if (quote ? c == quote : c == '\'' || c == '"')
			quote = quote ? 0 : c;
		else if (c)
			*out++ = c;
	}
	return mem_shrink(word, (size_t)(out - word));
}

/* The next line of rustc's file; NULL at the end. */
static const char *next_rustc(struct text *t)
{
	if (t->p == t->end)
		return NULL;
	char *word = mem_alloc((size_t)(t->end - t->p) + 1), *out = word;
	for (; t->p < t->end && *t->p != '\n'; t->p++) {
		if (*t->p == '\\' && t->p + 1 < t->end && (t->p[1] == '\\' || t->p[1] == ' '))
			t->p++;
		if (*t->p)
			*out++ = *t->p;
	}
	if (t->p < t->end)
		t->p++;
	return mem_shrink(word, (size_t)(out - word));
}

static bool from_rustc(const char *path)
{
	const char *slash = strrchr(path, '/');
	return strcmp(slash ? slash + 1 : path, "linker-arguments") == 0;
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
	size_t cap = hint + 1, n = 0;
	char *p = mem_alloc(cap);
	for (;;) {
		ssize_t got = read(fd, p + n, cap - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			die(EXIT_FAILED, "@%s: cannot be read:", path);
		if (got == 0)
			break;
		n += (size_t)got;
		if (n == cap) {
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

static void read_words(struct args *a, const char *const *v, const char *origin, const struct nest *nest)
{
	for (; *v; v++) {
		if (**v == '@' && (*v)[1] && read_file(a, *v + 1, nest))
			continue;
		strv_push(&a->word, *v);
		strv_push(&a->origin, origin);
	}
}

void args_read(struct args *a, const char *const *argv)
{
	size_t n = 0;
	while (argv[n])
		n++;
	*a = (struct args){ .given = n ? argv + 1 : argv };
	strv_init(&a->word, n);
	strv_init(&a->origin, n);
	if (n)
		read_words(a, argv + 1, "", NULL);
}
