/* execve, what to do when a command line is too long for it, and waiting. */
#define _GNU_SOURCE /* memfd_create, prctl: Linux only */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mem.h"
#include "say.h"
#include "spawn.h"

static size_t quoted_size(const char *const *word)
{
	size_t n = 0;
	for (; *word; word++)
		n += 2 * strlen(*word) + 3;
	return n;
}

static char *quote(char *out, const char *word)
{
	*out++ = '"';
	for (; *word; word++) {
		if (*word == '"' || *word == '\\')
			*out++ = '\\';
		*out++ = *word;
	}
	*out++ = '"';
	*out++ = '\n';
	return out;
}

static int write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t done = write(fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return -1;
		p += done;
		n -= (size_t)done;
	}
	return 0;
}

int spawn_response(const char *const *word)
{
	char *text = mem_alloc(quoted_size(word)), *end = text;
	for (; *word; word++)
		end = quote(end, *word);
	/* no close-on-exec: the tool opens it by /proc/self/fd/N */
	int fd = memfd_create("sealcc-arguments", 0);
	if (fd >= 0 && write_all(fd, text, (size_t)(end - text)) != 0) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static void exec_file(const char *path, const char *const *word, size_t head, const char *const *env)
{
	int fd = spawn_response(word + head);
	if (fd < 0)
		return;
	char name[48];
	say_format(name, sizeof name, "@/proc/self/fd/%u", (size_t)fd);
	const char **line = mem_alloc((head + 2) * sizeof *line);
	memcpy(line, word, head * sizeof *line);
	line[head] = name;
	execve(path, (char *const *)line, (char *const *)env);
	close(fd);
}

static _Noreturn void failed(const char *path, const char *backend)
{
	if (errno == ENOENT || errno == ENOTDIR)
		die(EXIT_NOT_FOUND, "%s: not found; the toolchain needs its %s there", path, backend);
	if (errno == E2BIG)
		die(EXIT_CANNOT_RUN,
			"%s: the command line is too long; put the arguments into a response file (@file)",
			path);
	die(EXIT_CANNOT_RUN, "%s: cannot be run:", path);
}

_Noreturn void spawn_exec(
	const char *path, const char *const *word, size_t head, const char *const *env, const char *backend)
{
	execve(path, (char *const *)word, (char *const *)env);
	if (errno == E2BIG) {
		exec_file(path, word, head, env);
		errno = E2BIG;
	}
	failed(path, backend);
}

_Noreturn void spawn_exec_file(
	const char *path, const char *const *word, size_t head, const char *const *env, const char *backend)
{
	exec_file(path, word, head, env);
	spawn_exec(path, word, head, env, backend);
}

/* Those that end a process from outside, and SIGCHLD: all are taken out of
 * sigwaitinfo, so that no handler with a variable of its own is needed. */
static void waited(sigset_t *set)
{
	static const unsigned char signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2,
		SIGCHLD };
	sigemptyset(set);
	for (size_t i = 0; i < sizeof signals; i++)
		sigaddset(set, signals[i]);
}

bool spawn_fork(struct spawn *s)
{
	sigset_t set;
	waited(&set);
	signal(SIGCHLD, SIG_DFL); /* when ignored, there would be no status */
	sigprocmask(SIG_BLOCK, &set, &s->mask);
	s->pid = fork();
	if (s->pid < 0)
		die(EXIT_CANNOT_RUN, "fork:");
	if (s->pid)
		return true;
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	return false;
}

int spawn_wait(const struct spawn *s)
{
	sigset_t set;
	int status;
	waited(&set);
	while (waitpid(s->pid, &status, WNOHANG) == 0) {
		int sig = sigwaitinfo(&set, NULL);
		if (sig > 0 && sig != SIGCHLD)
			kill(s->pid, sig);
	}
	sigprocmask(SIG_SETMASK, &s->mask, NULL);
	return status;
}

_Noreturn void spawn_end(int status)
{
	if (!WIFSIGNALED(status))
		exit(WEXITSTATUS(status));
	signal(WTERMSIG(status), SIG_DFL);
	raise(WTERMSIG(status));
	exit(128 + WTERMSIG(status));
}
