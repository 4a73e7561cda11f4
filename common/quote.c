/* One table a language.  Sources: POSIX XCU 2.2.2; fish's language manual
 * (Quotes); the Nix manual (String literal); TOML 1.0 (String);
 * cmake-language(7) (Quoted Argument); meson's Syntax page (Strings). */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "mem.h"
#include "quote.h"
#include "utf8.h"

struct escape {
	char c;
	const char *as;
};

struct quoting {
	const char *mark;      /* around the text */
	const char *control;   /* a format for other control characters; NULL: as they are */
	const char *forbidden; /* cannot be written at all */
	bool utf8;             /* nothing else can be written */
	struct escape escapes[8];
};

const struct quoting quote_sh = { .mark = "'", .escapes = { { '\'', "'\\''" } } };
const struct quoting quote_fish = { .mark = "'", .escapes = { { '\\', "\\\\" }, { '\'', "\\'" } } };
/* a bare CR would be read as a newline */
const struct quoting quote_nix = {
	.mark = "\"",
	.escapes = { { '"', "\\\"" }, { '\\', "\\\\" }, { '$', "\\$" }, { '\n', "\\n" }, { '\r', "\\r" } },
};
const struct quoting quote_toml = {
	.mark = "\"",
	.control = "\\u%04x",
	.utf8 = true,
	.escapes = { { '"', "\\\"" }, { '\\', "\\\\" }, { '\n', "\\n" }, { '\t', "\\t" } },
};
/* "@" begins a variable in old policies */
const struct quoting quote_cmake = {
	.mark = "\"",
	.forbidden = ";\\",
	.escapes = { { '"', "\\\"" }, { '$', "\\$" }, { '@', "\\@" }, { '\n', "\\n" }, { '\r', "\\r" } },
};
const struct quoting quote_meson = {
	.mark = "'",
	.control = "\\x%02x",
	.utf8 = true,
	.escapes = { { '\'', "\\'" }, { '\\', "\\\\" }, { '\n', "\\n" }, { '\t', "\\t" } },
};

static const char *escape_of(const struct quoting *q, char c)
{
	for (const struct escape *e = q->escapes; e->c; e++)
		if (e->c == c)
			return e->as;
	return NULL;
}

/* Write c to out as q has it; the end. */
static char *put(const struct quoting *q, char *out, char c)
{
	const char *as = escape_of(q, c);
	unsigned char u = (unsigned char)c;
	if (as)
		return strcpy(out, as) + strlen(as);
	if (q->control && (u < ' ' || u == 127))
		return out + snprintf(out, 8, q->control, (unsigned)u);
	*out = c;
	return out + 1;
}

const char *quote(const struct quoting *q, const char *s)
{
	if ((q->utf8 && !utf8_is(s)) || (q->forbidden && strpbrk(s, q->forbidden)))
		return NULL;
	char *text = mem_alloc(6 * strlen(s) + 9), *end = text; /* six: \u0000, and 8 for snprintf */
	for (; *s; s++)
		end = put(q, end, *s);
	*end = 0;
	return mem_cat(q->mark, text, q->mark, NULL);
}
