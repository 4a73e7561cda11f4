/* Running zig with nothing of the user's environment but PATH. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "mem.h"
#include "say.h"
#include "strv.h"
#include "zigjob.h"

bool job_musl(const struct job *j)
{
	return j->s->target.libc == LIBC_MUSL;
}

void job_step(const struct job *j, const char *what)
{
	if (!j->s->quiet && isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[Ksealcc: %s: %s ...", j->zig_target, what);
}

const char *job_lib(const struct job *j, const char *name)
{
	return mem_cat(j->lib, "/", name, NULL);
}

/* The last line of zig's output that tells of an error, for the message. */
static const char *error_line(char *text)
{
	char *best = text;
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		if (!strstr(line, "too many errors") &&
			(strncmp(line, "error", 5) == 0 || strstr(line, " error: ")))
			best = line;
	return best;
}

static const char *const *zig_environment(const struct job *j)
{
	struct strv env;
	const char *path = getenv("PATH");
	strv_init(&env, 8);
	strv_push(&env, mem_cat("PATH=", path ? path : "/usr/bin:/bin", NULL));
	strv_push(&env, mem_cat("HOME=", j->work, NULL));
	strv_push(&env, mem_cat("TMPDIR=", j->work, NULL));
	strv_push(&env, mem_cat("ZIG_GLOBAL_CACHE_DIR=", j->work, "/cache", NULL));
	strv_push(&env, mem_cat("ZIG_LOCAL_CACHE_DIR=", j->work, "/cache", NULL));
	strv_push(&env, "ZIG_VERBOSE_LINK=1");
	strv_push(&env, "ZIG_VERBOSE_CC=1");
	return env.v;
}

static const char *const *zig_line(const struct job *j, const char *const *words)
{
	struct strv line;
	strv_init(&line, 40);
	strv_push(&line, j->s->backend->zig->path);
	strv_append(&line, words);
	return line.v;
}

static void check(const struct job *j, const char *const *words, int status, char *text)
{
	if (status != 0)
		die(EXIT_FAILED, "%s: zig %s %s failed with status %u: %s", j->zig_target,
			j->s->backend->zig->version, words[0], (size_t)status, error_line(text));
}

char *job_zig(const struct job *j, const char *const *words)
{
	char *text;
	struct child c = { zig_line(j, words), zig_environment(j), j->work };
	int status = child_read(&c, 1, &text);
	check(j, words, status, text);
	return text;
}

void job_zig_all(const struct job *j, const char *const *const *lines, size_t n)
{
	struct child *c = mem_alloc(n * sizeof *c);
	const char *log = mem_cat(j->work, "/log", NULL);
	long cpus = sysconf(_SC_NPROCESSORS_ONLN);
	for (size_t i = 0; i < n; i++)
		c[i] = (struct child){ zig_line(j, lines[i]), zig_environment(j), j->work };
	int status = child_all(c, n, cpus > 0 ? (size_t)cpus : 1, log);
	if (status != 0)
		check(j, lines[0], status, files_read(log, NULL));
}

/* The line that compiles e.cc, in the text zig printed. */
static const char *compile_line(const char *text)
{
	const char *p = text;
	while ((p = strstr(p, "e.cc ")) && p > text && p[-1] != ' ' && p[-1] != '/')
		p++;
	return p;
}

const char *job_compile_line(const struct job *j, const char *driver)
{
	const char *const words[] = { driver, "-target", j->zig_target, "-O2", "-c", "e.cc", "-o", "e.o",
		NULL };
	files_write(mem_cat(j->work, "/e.cc", NULL), "int main(){return 0;}\n");
	const char *line = compile_line(job_zig(j, words));
	if (!line)
		die(EXIT_FAILED, "%s: zig %s does not print its compile line; this zig cannot be sealed yet",
			j->zig_target, j->s->backend->zig->version);
	return mem_dup(line, strcspn(line, "\n"));
}

void job_compile(const struct job *j, const char *source, const char *object, const char *const *flags)
{
	struct strv line;
	strv_init(&line, 32);
	strv_push(&line, "clang");
	strv_push(&line, "--no-default-config");
	strv_push(&line, mem_cat("--target=", j->llvm, NULL));
	strv_push(&line, "-Os");
	strv_append(&line, flags);
	strv_push(&line, "-c");
	strv_push(&line, "-xc");
	strv_push(&line, source);
	strv_push(&line, "-o");
	strv_push(&line, object);
	job_zig(j, line.v);
}

void job_insert(const char *path, const char *mark, const char *text)
{
	char *old = files_read(path, NULL);
	char *at = old ? strstr(old, mark) : NULL;
	if (!at)
		die(EXIT_FAILED, "%s: has no line '%s'; this zig cannot be sealed yet", path, mark);
	while (at > old && at[-1] != '\n')
		at--;
	files_write(path, mem_cat(mem_dup(old, (size_t)(at - old)), text, at, NULL));
}

void job_link_lib(const struct job *j, const char *file, const char *name)
{
	if (files_exist(job_lib(j, file)))
		files_link(job_lib(j, file), job_lib(j, name));
}

void job_empty_lib(const struct job *j, const char *name)
{
	files_write(job_lib(j, name), "!<arch>\n");
}
