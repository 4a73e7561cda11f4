#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "out.h"
#include "say.h"

void out_flush(struct out *o)
{
	for (size_t at = 0; at < o->n;) {
		ssize_t done = write(STDOUT_FILENO, o->buf + at, o->n - at);
		if (done < 0 && errno != EINTR)
			die(EXIT_FAILED, "standard output: cannot be written:");
		at += done < 0 ? 0 : (size_t)done;
	}
	o->n = 0;
}

void out_char(struct out *o, char c)
{
	if (o->n == sizeof o->buf)
		out_flush(o);
	o->buf[o->n++] = c;
}

void out_text(struct out *o, const char *s)
{
	while (*s)
		out_char(o, *s++);
}

void out_texts(struct out *o, const char *const *texts)
{
	while (*texts)
		out_text(o, *texts++);
}

void out_number(struct out *o, uint64_t v, unsigned base, size_t width)
{
	char digits[24];
	size_t n = 0;
	do
		digits[n++] = "0123456789abcdef"[v % base];
	while (v /= base);
	for (size_t i = n; i < width; i++)
		out_char(o, '0');
	while (n)
		out_char(o, digits[--n]);
}
