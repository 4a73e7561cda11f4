/* fork, exec, and a pipe. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "mem.h"
#include "say.h"

#ifdef __linux__
#include <sys/prctl.h>
#define FOLLOW_PARENT() prctl(PR_SET_PDEATHSIG, SIGKILL)
#else
#define FOLLOW_PARENT() 0
#endif

extern char **environ;

void child_follow(pid_t parent)
{
	/* the parent may have ended before */
	if (FOLLOW_PARENT() != 0 || getppid() != parent)
		_exit(EXIT_CANNOT_RUN);
}

static _Noreturn void become(const struct child *c, pid_t parent, enum child_errors errors, int out)
{
	child_follow(parent);
	int null = open("/dev/null", O_RDWR);
	if (c->dir && chdir(c->dir) != 0)
		_exit(EXIT_CANNOT_RUN);
	dup2(null, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	if (errors != CHILD_PASS)
		dup2(errors == CHILD_READ ? out : null, STDERR_FILENO);
	if (c->env)
		environ = (char **)c->env;
	execvp(c->argv[0], (char *const *)c->argv);
	_exit(errno == ENOENT ? EXIT_NOT_FOUND : EXIT_CANNOT_RUN);
}

static char *read_all(int fd)
{
	size_t n = 0, cap = 64 * 1024;
	char *p = mem_alloc(cap);
	for (;;) {
		ssize_t got = read(fd, p + n, cap - n - 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		n += (size_t)got;
		if (n + 1 == cap) {
			char *more = mem_alloc(cap * 2);
			memcpy(more, p, n);
			p = more;
			cap *= 2;
		}
	}
	p[n] = 0;
	return p;
}

static int pipe_cloexec(int fd[2])
{
	if (pipe(fd) != 0)
		return -1;
	fcntl(fd[0], F_SETFD, FD_CLOEXEC);
	fcntl(fd[1], F_SETFD, FD_CLOEXEC);
	return 0;
}

static int exit_code(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int wait_for(pid_t pid)
{
	int status;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return EXIT_CANNOT_RUN;
	return exit_code(status);
}

int child_read(const struct child *c, enum child_errors errors, char **text)
{
	int fd[2];
	if (pipe_cloexec(fd) != 0)
		die(EXIT_CANNOT_RUN, "pipe:");
	pid_t self = getpid(), pid = fork();
	if (pid < 0)
		die(EXIT_CANNOT_RUN, "fork:");
	if (pid == 0)
		become(c, self, errors, fd[1]);
	close(fd[1]);
	*text = read_all(fd[0]);
	close(fd[0]);
	return wait_for(pid);
}

const char *child_line(const char *const *argv)
{
	char *text;
	const struct child c = { .argv = argv };
	if (child_read(&c, CHILD_DROP, &text) != 0)
		return NULL;
	text[strcspn(text, "\n")] = 0;
	return text;
}

static int wait_any(void)
{
	int status;
	while (waitpid(-1, &status, 0) < 0)
		if (errno != EINTR)
			return EXIT_CANNOT_RUN;
	return exit_code(status);
}

static void start(const struct child *c, int out)
{
	pid_t self = getpid(), pid = fork();
	if (pid < 0)
		die(EXIT_CANNOT_RUN, "fork:");
	if (pid == 0)
		become(c, self, CHILD_READ, out);
}

int child_all(const struct child *c, size_t n, size_t at_once, const char *log)
{
	size_t started = 0, running = 0;
	int failed = 0;
	int out = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (out < 0)
		die(EXIT_FAILED, "%s:", log);
	while (running || (started < n && !failed)) {
		if (started < n && running < at_once && !failed) {
			start(&c[started++], out);
			running++;
			continue;
		}
		int status = wait_any();
		failed = failed ? failed : status;
		running--;
	}
	close(out);
	return failed;
}
