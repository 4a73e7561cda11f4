/* The GNU form: a magic line, then members with 60-byte headers of blank-padded
 * text.  Names longer than fifteen bytes stand in the member "//", one a line,
 * and a header refers to them by "/OFFSET"; "/" and "/SYM64/" are indexes. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arfile.h"
#include "files.h"
#include "mem.h"
#include "say.h"

enum { MAGIC = 8, HEADER = 60, NAME = 16, SIZE_AT = 48 };

struct archive {
	const char *path, *p;
	size_t n;
	const char *names; /* the member "//", or NULL */
	size_t names_size;
};

struct member {
	const char *header, *data;
	size_t size;
};

/* Growing text; there are few archives, so no thought is given to memory. */
struct out {
	char *p;
	size_t n;
};

static _Noreturn void bad(const struct archive *a)
{
	die(EXIT_FAILED, "%s: is not an archive that can be read; this zig cannot be sealed yet", a->path);
}

/* The member at *at, and *at moved behind it; false at the end. */
static bool next(const struct archive *a, size_t *at, struct member *m)
{
	char size[11] = { 0 };
	if (*at >= a->n)
		return false;
	if (a->n - *at < HEADER)
		bad(a);
	m->header = a->p + *at;
	memcpy(size, m->header + SIZE_AT, 10);
	m->size = strtoul(size, NULL, 10);
	m->data = m->header + HEADER;
	if (m->size > a->n - *at - HEADER)
		bad(a);
	*at += HEADER + m->size + (m->size & 1);
	return true;
}

static bool is_special(const struct member *m)
{
	return m->header[0] == '/' && (m->header[1] == ' ' || m->header[1] == '/' || m->header[1] == 'S');
}

static void open_archive(struct archive *a, const char *path)
{
	struct member m;
	size_t at = MAGIC;
	*a = (struct archive){ .path = path };
	a->p = files_read(path, &a->n);
	if (!a->p || a->n < MAGIC || memcmp(a->p, "!<arch>\n", MAGIC) != 0)
		bad(a);
	while (next(a, &at, &m))
		if (m.header[0] == '/' && m.header[1] == '/') {
			a->names = m.data;
			a->names_size = m.size;
		}
}

/* The base name of m. */
static const char *base_name(const struct archive *a, const struct member *m)
{
	const char *p = m->header, *end = p + NAME;
	if (*p == '/') {
		size_t offset = strtoul(p + 1, NULL, 10);
		if (!a->names || offset >= a->names_size)
			bad(a);
		p = a->names + offset;
		end = memchr(p, '\n', a->names_size - offset);
		if (!end)
			bad(a);
	}
	while (end > p && (end[-1] == ' ' || end[-1] == '/'))
		end--;
	const char *name = mem_dup(p, (size_t)(end - p));
	const char *slash = strrchr(name, '/');
	return slash ? slash + 1 : name;
}

static void put(struct out *o, const char *p, size_t n)
{
	memcpy(o->p + o->n, p, n);
	o->n += n;
}

static void put_member(struct out *o, const char *name, const char *data, size_t size)
{
	char header[HEADER + 1];
	snprintf(header, sizeof header, "%-16s%-12d%-6d%-6d%-8s%-10zu`\n", name, 0, 0, 0, "644", size);
	put(o, header, HEADER);
	put(o, data, size);
	if (size & 1)
		put(o, "\n", 1);
}

/* The names that do not fit a header, each "name/\n". */
static struct out long_names(const struct archive *a)
{
	struct out o = { mem_alloc(a->names_size + a->n / HEADER * 2 + 16), 0 };
	struct member m;
	for (size_t at = MAGIC; next(a, &at, &m);) {
		const char *name = is_special(&m) ? "" : base_name(a, &m);
		if (strlen(name) < NAME)
			continue;
		put(&o, name, strlen(name));
		put(&o, "/\n", 2);
	}
	return o;
}

void arfile_strip_paths(const char *path)
{
	struct archive a;
	struct member m;
	open_archive(&a, path);
	struct out names = long_names(&a), o = { mem_alloc(a.n + names.n + 2 * HEADER), 0 };
	size_t offset = 0;
	put(&o, a.p, MAGIC);
	if (names.n)
		put_member(&o, "//", names.p, names.n);
	for (size_t at = MAGIC; next(&a, &at, &m);) {
		char field[32];
		if (is_special(&m))
			continue;
		const char *name = base_name(&a, &m);
		if (strlen(name) < NAME) {
			snprintf(field, sizeof field, "%s/", name);
		} else {
			snprintf(field, sizeof field, "/%zu", offset);
			offset += strlen(name) + 2;
		}
		put_member(&o, field, m.data, m.size);
	}
	files_write_bytes(path, o.p, o.n);
}
