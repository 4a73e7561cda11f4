/* Text on standard output, in large pieces. */
#ifndef OUT_H
#define OUT_H

#include <stddef.h>
#include <stdint.h>

struct out {
	size_t n;
	char buf[16 * 1024];
};

void out_char(struct out *o, char c);
void out_text(struct out *o, const char *s);

/* Each of the texts: OUT_TEXTS(o, "a", b). */
void out_texts(struct out *o, const char *const *texts);
#define OUT_TEXTS(o, ...) out_texts(o, (const char *const[]){ __VA_ARGS__, NULL })

/* v in base 8, 10 or 16, with zeros in front up to width digits. */
void out_number(struct out *o, uint64_t v, unsigned base, size_t width);

/* Ends the process with EXIT_FAILED and a message when writing fails. */
void out_flush(struct out *o);

#endif
