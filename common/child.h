/* Running a program and waiting for it (the command line tool only). */
#ifndef CHILD_H
#define CHILD_H

#include <stddef.h>
#include <sys/types.h>

/* What becomes of standard error: nobody gets it, the reader, or the user. */
enum child_errors { CHILD_DROP, CHILD_READ, CHILD_PASS };

struct child {
	const char *const *argv; /* argv[0] is a path, or a name looked up in PATH */
	const char *const *env;  /* NULL: this process's */
	const char *dir;         /* NULL: this process's */
};

/* Run c with its standard output put into *text, terminated; its status: an exit code, 128 + n for signal n,
 * or EXIT_NOT_FOUND / EXIT_CANNOT_RUN when it could not be started. */
int child_read(const struct child *c, enum child_errors errors, char **text);

/* The first line that the program argv prints, without its end; NULL when it fails, of which it is to say
 * nothing. */
const char *child_line(const char *const *argv);

/* In a child: be killed when the process parent ends, however it does (Linux
 * only; elsewhere nothing happens). */
void child_follow(pid_t parent);

/* Run all n, at most at_once at a time; 0, or the status of the first that
 * failed, after which no more are started.  What they print is appended to the
 * file log. */
int child_all(const struct child *c, size_t n, size_t at_once, const char *log);

#endif
