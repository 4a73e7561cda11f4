/* count [--calls] COMMAND...: instructions and system calls that a program spends in user
 * space before it becomes another one.
 *
 * Single-steps the command under ptrace from its first instruction to its next
 * execve, then runs it again stopping at system calls.  Prints "INSTRUCTIONS
 * CALLS"; the execve that ends it counts, the one that starts it does not.
 * With --calls only those, at once: millions of single steps take a minute.
 * The numbers do not depend on the load of the machine.  Linux only. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fcntl.h>

static pid_t start(char **argv)
{
	pid_t pid = fork();
	if (pid == 0) {
		int null = open("/dev/null", O_RDWR);
		dup2(null, 0);
		dup2(null, 1);
		dup2(null, 2);
		ptrace(PTRACE_TRACEME, 0, 0, 0);
		execvp(argv[0], argv);
		_exit(127);
	}
	int status;
	waitpid(pid, &status, 0);
	if (!WIFSTOPPED(status)) {
		fprintf(stderr, "count: %s did not start\n", argv[0]);
		exit(1);
	}
	ptrace(PTRACE_SETOPTIONS, pid, 0, (void *)(long)(PTRACE_O_TRACEEXEC | PTRACE_O_TRACESYSGOOD));
	return pid;
}

static void stop(pid_t pid)
{
	int status;
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
}

/* Resume in a mode until the next exec; how many stops that were. */
static long stops(char **argv, int mode)
{
	long n = 0;
	int status;
	pid_t pid = start(argv);
	for (;;) {
		if (ptrace((enum __ptrace_request)mode, pid, 0, 0) != 0 || waitpid(pid, &status, 0) < 0)
			return -1;
		if (WIFEXITED(status) || WIFSIGNALED(status))
			return -1;
		if (status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8))
			break;
		n++;
	}
	stop(pid);
	return n;
}

int main(int argc, char **argv)
{
	bool only_calls = argc > 1 && strcmp(argv[1], "--calls") == 0;
	argv += only_calls;
	if (argc < 2 + only_calls)
		return 2;
	long instructions = only_calls ? 0 : stops(argv + 1, PTRACE_SINGLESTEP);
	long calls = stops(argv + 1, PTRACE_SYSCALL);
	if (instructions < 0 || calls < 0) {
		fprintf(stderr, "count: %s ended without becoming another program\n", argv[1]);
		return 1;
	}
	/* each call stops twice, the execve once before the event */
	if (only_calls)
		printf("%ld\n", calls / 2 + 1);
	else
		printf("%ld %ld\n", instructions, calls / 2 + 1);
	return 0;
}
