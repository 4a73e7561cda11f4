/* Sources: <mach-o/loader.h>, <mach-o/nlist.h>; the ld(1) manual of ld64,
 * -exported_symbols_list, for the form of the lists. */
#include <string.h>

#include "arread.h"
#include "machoexport.h"
#include "mapfile.h"
#include "mem.h"
#include "pattern.h"
#include "say.h"

enum { HEADER = 32, MH_OBJECT = 1, LC_SYMTAB = 2, NLIST = 16 };
enum { N_STAB = 0xe0, N_PEXT = 0x10, N_TYPE = 0x0e, N_EXT = 1 };

void machoexport_init(struct machoexport *x)
{
	x->listed = false;
	strv_init(&x->only, 16);
	strv_init(&x->never, 16);
}

bool machoexport_any(const struct machoexport *x)
{
	return x->listed || x->never.n;
}

/* A line without blanks at its ends and without a comment. */
static void add_line(struct strv *list, const char *line, size_t n)
{
	const char *comment = memchr(line, '#', n);
	if (comment)
		n = (size_t)(comment - line);
	while (n && (*line == ' ' || *line == '\t'))
		line++, n--;
	while (n && (line[n - 1] == ' ' || line[n - 1] == '\t' || line[n - 1] == '\r'))
		n--;
	if (n)
		strv_push(list, mem_dup(line, n));
}

void machoexport_read(struct strv *list, const char *path)
{
	struct mapfile m;
	const char *why;
	if (strcmp(path, "/dev/null") == 0)
		return;
	if (!mapfile_open(&m, path, &why))
		die(EXIT_FAILED, "%s: %s; name a list of symbols, one a line", path, why);
	const char *p = (const char *)m.p, *end = p + m.n;
	while (m.n && p < end) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		if (!stop)
			stop = end;
		add_line(list, p, (size_t)(stop - p));
		p = stop + 1;
	}
	mapfile_close(&m);
}

static bool has(const struct strv *list, const char *name)
{
	for (size_t i = 0; i < list->n; i++)
		if (pattern_matches(list->v[i], name))
			return true;
	return false;
}

static bool exported(const struct machoexport *x, const char *name)
{
	return (!x->listed || has(&x->only, name)) && !has(&x->never, name);
}

/* --- objects ------------------------------------------------------------ */

/* Every Mac has been little-endian since 2006. */
static uint32_t get(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* Defined for others; a common symbol has a size instead of a section. */
static bool defines(const unsigned char *symbol)
{
	static const unsigned char none[8];
	unsigned type = symbol[4];
	return !(type & N_STAB) && (type & N_EXT) && ((type & N_TYPE) || memcmp(symbol + 8, none, 8) != 0);
}

static void hide_symbols(
	const struct machoexport *x, struct elf_bytes names, unsigned char *symbol, size_t count)
{
	for (; count--; symbol += NLIST) {
		uint32_t at = get(symbol);
		if (defines(symbol) && at < names.n && memchr(names.p + at, 0, names.n - at) &&
			!exported(x, (const char *)names.p + at))
			symbol[4] |= N_PEXT;
	}
}

static void hide_table(const struct machoexport *x, unsigned char *p, size_t n, const unsigned char *command)
{
	size_t symbols = get(command + 8), count = get(command + 12), names = get(command + 16),
	       size = get(command + 20);
	if (symbols > n || (n - symbols) / NLIST < count || names > n || n - names < size)
		return;
	hide_symbols(x, (struct elf_bytes){ p + names, size }, p + symbols, count);
}

static void hide_object(const struct machoexport *x, unsigned char *p, size_t n)
{
	static const unsigned char magic[] = { 0xcf, 0xfa, 0xed, 0xfe };
	size_t at = HEADER;
	if (n < HEADER || memcmp(p, magic, sizeof magic) != 0 || get(p + 12) != MH_OBJECT)
		return;
	for (uint32_t commands = get(p + 16); commands && n - at >= 24; commands--) {
		uint32_t size = get(p + at + 4);
		if (get(p + at) == LC_SYMTAB)
			hide_table(x, p, n, p + at);
		if (size < 8 || size > n - at)
			return;
		at += size;
	}
}

void machoexport_hide(const struct machoexport *x, unsigned char *p, size_t n)
{
	struct arread a;
	struct arread_member m;
	struct elf_bytes file = { p, n };
	size_t at = ARREAD_MAGIC;
	if (!arread_is(file)) {
		hide_object(x, p, n);
		return;
	}
	if (!arread_open(&a, file, ""))
		return;
	while (arread_next(&a, &at, &m) == ARREAD_MEMBER)
		if (!m.special && m.data.p)
			hide_object(x, p + (m.data.p - p), m.data.n);
}
