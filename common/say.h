/* One-line messages and the exit codes, which are part of the interface.
 *
 * A message is "<program>: <what>: <why>; <what to do>", written by one
 * write(2).  Control characters in it are shown as \xNN, so that a path with a
 * newline still gives one line.  Formats know %s, %u (size_t) and %%; a format
 * that ends in ':' gets the text of errno after it. */
#ifndef SAY_H
#define SAY_H

#include <stddef.h>

enum {
	EXIT_FAILED = 1,       /* the thing asked for failed, or cannot be done */
	EXIT_USAGE = 2,        /* the command line tool was called wrongly */
	EXIT_BAD_CONF = 125,   /* sealcc.conf is missing or wrong */
	EXIT_CANNOT_RUN = 126, /* a tool is there and cannot be run */
	EXIT_NOT_FOUND = 127,  /* a tool is not there */
};

/* Names the program in messages: "sealcc cc". */
void say_as(const char *program);

void say(const char *fmt, ...);
_Noreturn void die(int status, const char *fmt, ...);

/* The text as a message shows it, into buf of size n (cut to fit); the length.
 * For messages that are put together elsewhere and for the tests. */
size_t say_format(char *buf, size_t n, const char *fmt, ...);

/* v in decimal. */
const char *say_number(size_t v);

#endif
