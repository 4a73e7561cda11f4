/* Becoming another program. */
#ifndef SPAWN_H
#define SPAWN_H

#include <stddef.h>

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

/* A descriptor, open across exec, that holds the words as a GNU response file,
 * one a line in double quotes; -1 when that cannot be had. */
int spawn_response(const char *const *word);

#endif
