/* How a piece of code ends that may end the process, and what it writes. */
#ifndef ENDING_H
#define ENDING_H

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ENDING_RETURNED = 200 };

struct ending {
	int status;      /* exit status, ENDING_RETURNED, or 128 + signal */
	char text[8400]; /* of standard output and standard error */
	size_t lines;
};

/* Run f(arg) in a child. */
static inline struct ending ending_of(void (*f)(void *), void *arg)
{
	struct ending e = { .status = -1 };
	size_t n = 0;
	ssize_t got;
	int fd[2], status;
	fflush(stdout);
	if (pipe(fd) != 0)
		return e;
	pid_t pid = fork();
	if (pid == 0) {
		dup2(fd[1], STDOUT_FILENO);
		dup2(fd[1], STDERR_FILENO);
		close(fd[0]);
		close(fd[1]);
		f(arg);
		fflush(stdout);
		_exit(ENDING_RETURNED);
	}
	close(fd[1]);
	while ((got = read(fd[0], e.text + n, sizeof e.text - 1 - n)) > 0)
		n += (size_t)got;
	close(fd[0]);
	for (size_t i = 0; i < n; i++)
		e.lines += e.text[i] == '\n';
	if (pid > 0 && waitpid(pid, &status, 0) == pid)
		e.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
	return e;
}

#endif
