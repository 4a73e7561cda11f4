/* A formatter of its own instead of printf: no allocation, no locale, and the
 * shims stay small. */
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "errtext.h"
#include "mem.h"
#include "say.h"

struct line {
	char *p;
	size_t n, size;
};

static const char *program = "sealcc";

void say_as(const char *name)
{
	program = name;
}

static void put_char(struct line *l, char c)
{
	if (l->n + 1 < l->size)
		l->p[l->n++] = c;
}

static void put_text(struct line *l, const char *s)
{
	static const char hex[] = "0123456789abcdef";
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c >= ' ' && c != 127) {
			put_char(l, *s);
			continue;
		}
		put_char(l, '\\');
		put_char(l, 'x');
		put_char(l, hex[c >> 4]);
		put_char(l, hex[c & 15]);
	}
}

static void put_number(struct line *l, size_t v)
{
	char digits[24], *p = digits + sizeof digits;
	*--p = 0;
	do
		*--p = (char)('0' + v % 10);
	while (v /= 10);
	put_text(l, p);
}

static void put_error(struct line *l, int error)
{
	const char *text = errtext(error);
	put_text(l, text ? text : "error ");
	if (!text)
		put_number(l, (size_t)error);
}

static void put_format(struct line *l, int error, const char *fmt, va_list ap)
{
	char last = 0;
	for (; *fmt; fmt++) {
		last = *fmt;
		if (*fmt != '%') {
			put_char(l, *fmt);
		} else if (*++fmt == 's') {
			put_text(l, va_arg(ap, const char *));
		} else if (*fmt == 'u') {
			put_number(l, va_arg(ap, size_t));
		} else {
			put_char(l, '%');
		}
	}
	if (last == ':') {
		put_char(l, ' ');
		put_error(l, error);
	}
}

size_t say_format(char *buf, size_t n, const char *fmt, ...)
{
	struct line l = { buf, 0, n };
	va_list ap;
	va_start(ap, fmt);
	put_format(&l, errno, fmt, ap);
	va_end(ap);
	if (n)
		buf[l.n] = 0;
	return l.n;
}

const char *say_number(size_t v)
{
	char *text = mem_alloc(24);
	say_format(text, 24, "%u", v);
	return text;
}

static void say_line(int error, const char *fmt, va_list ap)
{
	char buf[8192];
	struct line l = { buf, 0, sizeof buf };
	put_text(&l, program);
	put_text(&l, ": ");
	put_format(&l, error, fmt, ap);
	if (l.n == l.size - 1)
		l.n--;
	buf[l.n++] = '\n';
	/* nothing can be done about a message that cannot be written */
	if (write(STDERR_FILENO, buf, l.n) < 0)
		return;
}

void say(const char *fmt, ...)
{
	int error = errno;
	va_list ap;
	va_start(ap, fmt);
	say_line(error, fmt, ap);
	va_end(ap);
	errno = error;
}

_Noreturn void die(int status, const char *fmt, ...)
{
	int error = errno;
	va_list ap;
	va_start(ap, fmt);
	say_line(error, fmt, ap);
	va_end(ap);
	_exit(status);
}
