/* What stands where in an archive is in arread.h; here one is written anew. */
#include <stdio.h>
#include <string.h>

#include "arfile.h"
#include "arread.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "text.h"

/* Growing text; there are few archives, so no thought is given to memory. */
struct out {
	char *p;
	size_t n;
};

static _Noreturn void bad(const char *path)
{
	die(EXIT_FAILED, "%s: is not an archive that can be read; this zig cannot be sealed yet", path);
}

static void open_archive(struct arread *a, const char *path)
{
	size_t n;
	char *p = files_read(path, &n);
	struct elf_bytes file = { (unsigned char *)p, n };
	if (!p || !arread_is(file) || !arread_open(a, file, path) || a->thin)
		bad(path);
}

/* The next member that is no index and no table of names; false at the end. */
static bool next(const struct arread *a, const char *path, size_t *at, struct arread_member *m)
{
	enum arread_next got;
	while ((got = arread_next(a, at, m)) == ARREAD_MEMBER && m->special)
		continue;
	if (got == ARREAD_DAMAGED)
		bad(path);
	return got == ARREAD_MEMBER;
}

static void put(struct out *o, const void *p, size_t n)
{
	memcpy(o->p + o->n, p, n);
	o->n += n;
}

static void put_member(struct out *o, const char *name, const void *data, size_t size)
{
	char header[ARREAD_HEADER + 1];
	snprintf(header, sizeof header, "%-16s%-12d%-6d%-6d%-8s%-10zu`\n", name, 0, 0, 0, "644", size);
	put(o, header, ARREAD_HEADER);
	put(o, data, size);
	if (size & 1)
		put(o, "\n", 1);
}

/* The names that do not fit a header, each "name/\n". */
static struct out long_names(const struct arread *a, const char *path)
{
	struct out o = { mem_alloc(a->names.n + a->file.n / ARREAD_HEADER * 2 + 16), 0 };
	struct arread_member m;
	for (size_t at = ARREAD_MAGIC; next(a, path, &at, &m);) {
		const char *name = text_base(m.name);
		if (strlen(name) < ARREAD_NAME)
			continue;
		put(&o, name, strlen(name));
		put(&o, "/\n", 2);
	}
	return o;
}

void arfile_strip_paths(const char *path)
{
	struct arread a;
	struct arread_member m;
	open_archive(&a, path);
	struct out names = long_names(&a, path);
	struct out o = { mem_alloc(a.file.n + names.n + 2 * ARREAD_HEADER), 0 };
	size_t offset = 0;
	put(&o, a.file.p, ARREAD_MAGIC);
	if (names.n)
		put_member(&o, "//", names.p, names.n);
	for (size_t at = ARREAD_MAGIC; next(&a, path, &at, &m);) {
		char field[32];
		const char *name = text_base(m.name);
		if (strlen(name) < ARREAD_NAME) {
			snprintf(field, sizeof field, "%s/", name);
		} else {
			snprintf(field, sizeof field, "/%zu", offset);
			offset += strlen(name) + 2;
		}
		put_member(&o, field, m.data.p, m.data.n);
	}
	files_write_bytes(path, o.p, o.n);
}
