#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backend.h"
#include "files.h"
#include "host.h"
#include "mem.h"
#include "say.h"
#include "strv.h"
#include "text.h"

bool backend_kind_named(const char *name, enum backend_kind *kind)
{
	static const struct {
		const char *name;
		enum backend_kind kind;
	} rows[] = { { "zig", BACKEND_ZIG }, { "zig-cc", BACKEND_ZIG }, { "clang", BACKEND_CLANG },
		{ "gcc", BACKEND_GCC } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].name, name) == 0) {
			*kind = rows[i].kind;
			return true;
		}
	return false;
}

int backend_ask(const char *program, const char *const *words, enum child_errors errors, char **text)
{
	struct strv line;
	const char *path = getenv("PATH");
	const char *const env[] = { mem_cat("PATH=", path ? path : "/usr/bin:/bin", NULL), "LC_ALL=C", NULL };
	strv_init(&line, 16);
	strv_push(&line, program);
	strv_append(&line, words);
	const struct child c = { .argv = line.v, .env = env };
	return child_read(&c, errors, text);
}

char *backend_answer(const char *program, const char *const *words)
{
	char *text;
	return backend_ask(program, words, CHILD_DROP, &text) == 0 ? text : NULL;
}

/* path, absolute, by way of its directory: a link may be what tells the program
 * what it shall be (ccache). */
static const char *absolute(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = realpath(slash == path ? "/" : mem_dup(path, (size_t)(slash - path)), NULL);
	if (!dir)
		return path;
	return mem_cat(dir[1] ? dir : "", slash, NULL);
}

const char *backend_given(const char *option, const char *value)
{
	const char *found = strchr(value, '/') ? value : host_program(value);
	struct stat st;
	if (!found || stat(found, &st) != 0)
		die(EXIT_NOT_FOUND, "%s %s: is not there; name a program", option, value);
	if (!S_ISREG(st.st_mode) || access(found, X_OK) != 0)
		die(EXIT_CANNOT_RUN, "%s %s: is no program; name one", option, value);
	return absolute(found);
}

const char *backend_first_line(const char *text)
{
	return mem_dup(text, strcspn(text, "\n"));
}

const char *backend_word_after(const char *text, const char *mark)
{
	const char *p = text_find(text, mark);
	if (!p)
		return NULL;
	p += strlen(mark);
	return mem_dup(p, strcspn(p, " \n"));
}

const char *backend_target(const struct triple *t)
{
	char name[64];
	return mem_cat("--target=", triple_write(t, TRIPLE_LLVM, name, sizeof name), NULL);
}

/* clang says "clang version", whoever built it; gcc names its makers. */
enum backend_kind backend_kind_of(const char *cc)
{
	static const char *const ask[] = { "--version", NULL };
	const char *text = backend_answer(backend_given("--cc", cc), ask);
	if (text && text_find(text, "clang version"))
		return BACKEND_CLANG;
	if (text && text_find(text, "Free Software Foundation"))
		return BACKEND_GCC;
	die(EXIT_CANNOT_RUN, "--cc %s: does not answer --version as clang or gcc do; name one of these", cc);
}

void backend_zig(struct backend *b, const struct zig *z, bool zig_links)
{
	*b = (struct backend){ .kind = BACKEND_ZIG, .version = z->version, .size = z->size, .cc = z->path };
	b->name = mem_cat(zig_links ? "zig cc " : "zig ", z->version, NULL);
	b->zig = z;
	b->zig_links = zig_links;
}
