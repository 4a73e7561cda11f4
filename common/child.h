/* Running a program and waiting for it (the command line tool only). */
#ifndef CHILD_H
#define CHILD_H

#include <stddef.h>

struct child {
	const char *const *argv; /* argv[0] is a path, or a name looked up in PATH */
	const char *const *env;  /* NULL: this process's */
	const char *dir;         /* NULL: this process's */
};

/* Run c with its output (standard output, and standard error too when both) put
 * into *text, terminated; its status: an exit code, 128 + n for signal n, or
 * EXIT_NOT_FOUND / EXIT_CANNOT_RUN when it could not be started. */
int child_read(const struct child *c, int both, char **text);

/* Run all n, at most at_once at a time; 0, or the status of the first that
 * failed, after which no more are started.  What they print is appended to the
 * file log. */
int child_all(const struct child *c, size_t n, size_t at_once, const char *log);

#endif
