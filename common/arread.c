#include <string.h>

#include "arread.h"
#include "mem.h"

enum { SIZE_AT = 48, SIZE_DIGITS = 10 };

bool arread_is(struct elf_bytes file)
{
	return file.n >= ARREAD_MAGIC && (memcmp(file.p, "!<arch>\n", ARREAD_MAGIC) == 0 ||
						 memcmp(file.p, "!<thin>\n", ARREAD_MAGIC) == 0);
}

/* The decimal number in the n bytes at p, up to the first other byte. */
static size_t number(const unsigned char *p, size_t n)
{
	size_t v = 0;
	for (; n && *p >= '0' && *p <= '9'; p++, n--)
		v = v * 10 + (*p - '0');
	return v;
}

static bool starts(const unsigned char *p, const char *s)
{
	return memcmp(p, s, strlen(s)) == 0;
}

/* Up to the byte that ends it, without the slash and blanks of the GNU form. */
static const char *trimmed(const unsigned char *p, size_t n)
{
	while (n && p[n - 1] == ' ')
		n--;
	if (n && p[n - 1] == '/')
		n--;
	return mem_dup((const char *)p, n);
}

/* The long name at an offset; NULL when there is none. */
static const char *long_name(const struct arread *a, size_t offset)
{
	if (offset >= a->names.n)
		return NULL;
	const unsigned char *p = a->names.p + offset, *stop = a->names.p + a->names.n, *end = p;
	while (end < stop && *end && *end != '\n') /* Microsoft's form ends each with a zero */
		end++;
	return end < stop ? trimmed(p, (size_t)(end - p)) : NULL;
}

/* BSD's "#1/LENGTH": the name stands before the data. */
static const char *bsd_name(struct arread_member *m)
{
	size_t n = number(m->header + 3, ARREAD_NAME - 3);
	if (!n || n > m->data.n)
		return NULL;
	const char *name = mem_dup((const char *)m->data.p, n);
	m->data.p += n;
	m->data.n -= n;
	return name;
}

static const char *member_name(const struct arread *a, struct arread_member *m)
{
	const unsigned char *p = m->header;
	const char *name;
	if (starts(p, "#1/"))
		name = bsd_name(m);
	else if (*p == '/' && p[1] >= '0' && p[1] <= '9')
		name = long_name(a, number(p + 1, ARREAD_NAME - 1));
	else
		name = trimmed(p, ARREAD_NAME);
	return name && a->thin && *name != '/' ? mem_cat(a->dir, name, NULL) : name;
}

static bool is_special(const unsigned char *p)
{
	return starts(p, "/ ") || starts(p, "//") || starts(p, "/SYM64/") || starts(p, "__.SYMDEF");
}

enum arread_next arread_next(const struct arread *a, size_t *at, struct arread_member *m)
{
	if (*at >= a->file.n)
		return ARREAD_END;
	size_t left = a->file.n - *at;
	if (left < ARREAD_HEADER)
		return ARREAD_DAMAGED;
	left -= ARREAD_HEADER;
	m->header = a->file.p + *at;
	m->special = is_special(m->header);
	m->data.p = m->header + ARREAD_HEADER;
	m->data.n = number(m->header + SIZE_AT, SIZE_DIGITS);
	if (a->thin && !m->special)
		m->data = (struct elf_bytes){ NULL, 0 };
	if (memcmp(m->header + 58, "`\n", 2) != 0 || m->data.n > left)
		return ARREAD_DAMAGED;
	*at += ARREAD_HEADER + m->data.n;
	*at += *at & 1 && *at < a->file.n;
	m->name = m->special ? "" : member_name(a, m);
	return m->name ? ARREAD_MEMBER : ARREAD_DAMAGED;
}

/* The indexes and the names come before all other members. */
bool arread_open(struct arread *a, struct elf_bytes file, const char *path)
{
	struct arread_member m;
	enum arread_next got;
	const char *slash = strrchr(path, '/');
	*a = (struct arread){ .file = file, .thin = file.p[2] == 't' };
	a->dir = slash ? mem_dup(path, (size_t)(slash + 1 - path)) : "";
	for (size_t at = ARREAD_MAGIC; (got = arread_next(a, &at, &m)) == ARREAD_MEMBER && m.special;) {
		if (starts(m.header, "//"))
			a->names = m.data;
		else if (*m.header == '/' && !a->index.p)
			a->index = m.data;
		a->wide = a->index.p && a->index.p[-ARREAD_HEADER + 1] == 'S';
	}
	return got != ARREAD_DAMAGED;
}

/* The number of entries; 0 when the index is damaged. */
static size_t index_count(const struct arread *a, const struct elf *order, size_t width)
{
	if (a->index.n < width)
		return 0;
	uint64_t n = elf_get(order, a->index.p, width);
	return n <= (a->index.n - width) / width ? (size_t)n : 0;
}

const char *arread_index(const struct arread *a, struct arread_cursor *c, size_t *at)
{
	static const struct elf order = { .big = true };
	size_t width = a->wide ? 8 : 4, n = index_count(a, &order, width);
	if (c->i >= n)
		return NULL;
	if (!c->i)
		c->text = width * (1 + n);
	const unsigned char *name = a->index.p + c->text, *end = memchr(name, 0, a->index.n - c->text);
	if (!end)
		return NULL;
	*at = (size_t)elf_get(&order, a->index.p + width * (1 + c->i++), width);
	c->text = (size_t)(end + 1 - a->index.p);
	return (const char *)name;
}
