/* Becoming another program. */
#ifndef SPAWN_H
#define SPAWN_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Replace this process by the program at path with the NULL-terminated word and env.  When
 * the kernel finds the line too long, all words from number head on go into a
 * response file that has no name (memfd), which gcc, clang and lld read.
 * backend names the tool in messages.  EXIT_NOT_FOUND or EXIT_CANNOT_RUN. */
_Noreturn void spawn_exec(
	const char *path, const char *const *word, size_t head, const char *const *env, const char *backend);

/* The same, but the words from head to tail are in a response file from the
 * start: cheaper than argv for thousands of them.  Falls back to argv where
 * there is no memfd. */
_Noreturn void spawn_exec_file(
	const char *path, const char *const *word, size_t head, const char *const *env, const char *backend);

/* A child that this process waits for. */
struct spawn {
	pid_t pid;
	sigset_t mask; /* of signals, before */
};

/* Fork.  False in the child, which is ended when this process is killed. */
bool spawn_fork(struct spawn *s);

/* The child's wait status; signals that end this process go to the child instead. */
int spawn_wait(const struct spawn *s);

/* End as a child with this wait status did: by its exit code or its signal. */
_Noreturn void spawn_end(int status);

/* A descriptor, open across exec, that holds the words as a GNU response file,
 * one a line in double quotes; -1 when that cannot be had. */
int spawn_response(const char *const *word);

#endif
