#include <string.h>

#include "arcopy.h"
#include "arread.h"
#include "copyfile.h"
#include "mem.h"
#include "symclass.h"

struct member {
	struct arread_member m;
	size_t was_at; /* its header in the old archive */
	bool changed;
	struct elf_bytes data;
	size_t long_name; /* its place in the table of names, if it is long */
	uint64_t at;      /* its header in the new archive */
};

struct entry {
	const char *symbol;
	size_t member;
};

struct arcopy {
	const struct copyoptions *o;
	struct arread a;
	struct member *member;
	size_t n;
	struct entry *entry;
	size_t entries, cap;
	size_t texts; /* bytes of the entries' symbols */
	char *names;
	size_t names_size;
	unsigned char *p;
	size_t at;
};

static const char *count_members(struct arcopy *c)
{
	struct arread_member m;
	enum arread_next got;
	size_t n = 0;
	for (size_t at = ARREAD_MAGIC; (got = arread_next(&c->a, &at, &m)) == ARREAD_MEMBER;)
		n += !m.special;
	c->member = mem_alloc((n + 1) * sizeof *c->member);
	return got == ARREAD_END ? NULL : "is an archive that is truncated or damaged";
}

static const char *copy_member(struct arcopy *c, struct member *m)
{
	struct elf e;
	const char *why;
	m->data = m->m.data;
	if (!elf_open(&e, m->data.p, m->data.n, &why))
		return NULL;
	m->changed = true;
	why = copyfile_elf(c->o, m->m.name, m->m.data, &m->data);
	return why ? mem_cat("its member ", m->m.name, " ", why, NULL) : NULL;
}

static const char *copy_members(struct arcopy *c)
{
	const char *why = NULL;
	struct arread_member m;
	for (size_t at = ARREAD_MAGIC, was = at; !why && arread_next(&c->a, &at, &m) == ARREAD_MEMBER;
		was = at) {
		if (m.special)
			continue;
		c->member[c->n] = (struct member){ .m = m, .was_at = was };
		why = copy_member(c, &c->member[c->n++]);
	}
	return why;
}

static void add_entry(struct arcopy *c, const char *symbol, size_t member)
{
	if (c->entries == c->cap) {
		struct entry *old = c->entry;
		c->cap = c->cap ? c->cap * 2 : 256;
		c->entry = mem_alloc(c->cap * sizeof *c->entry);
		if (old)
			memcpy(c->entry, old, c->entries * sizeof *old);
	}
	c->entry[c->entries++] = (struct entry){ symbol, member };
	c->texts += strlen(symbol) + 1;
}

/* What ranlib lists: definitions that other objects see. */
static void index_elf(struct arcopy *c, size_t member)
{
	struct elf e;
	const char *why;
	struct elf_bytes b = c->member[member].data;
	if (!elf_open(&e, b.p, b.n, &why))
		return;
	struct elf_symbols t = elf_symbols(&e, elf_find_type(&e, SHT_SYMTAB, 0));
	for (size_t i = 1; i < t.n; i++) {
		struct elf_symbol s = elf_symbols_at(&t, i);
		bool seen = s.bind == STB_GLOBAL || s.bind == STB_WEAK || s.bind == STB_GNU_UNIQUE;
		if (seen && s.section != SHN_UNDEF)
			add_entry(c, mem_cat(elf_symbols_name(&t, &s), NULL), member);
	}
}

/* A member that is no ELF file (LLVM bitcode) is in the index as it was. */
static void index_as_before(struct arcopy *c, size_t member)
{
	struct arread_cursor cursor = { 0 };
	size_t at;
	for (const char *symbol; (symbol = arread_index(&c->a, &cursor, &at));)
		if (at == c->member[member].was_at)
			add_entry(c, symbol, member);
}

static void make_index(struct arcopy *c)
{
	for (size_t i = 0; i < c->n && c->a.index.p; i++) {
		if (c->member[i].changed)
			index_elf(c, i);
		else
			index_as_before(c, i);
	}
}

static void make_names(struct arcopy *c)
{
	size_t size = 0;
	for (size_t i = 0; i < c->n; i++)
		size += strlen(c->member[i].m.name) + 2;
	c->names = mem_alloc(size + 1);
	for (size_t i = 0; i < c->n; i++) {
		const char *name = c->member[i].m.name;
		size_t n = strlen(name);
		if (n < ARREAD_NAME)
			continue;
		c->member[i].long_name = c->names_size;
		memcpy(c->names + c->names_size, name, n);
		memcpy(c->names + c->names_size + n, "/\n", 2);
		c->names_size += n + 2;
	}
}

static void put(struct arcopy *c, const void *p, size_t n)
{
	if (n)
		memcpy(c->p + c->at, p, n);
	c->at += n;
}

static void put_number(unsigned char *field, size_t v)
{
	char digits[24], *p = digits + sizeof digits;
	do
		*--p = (char)('0' + v % 10);
	while (v /= 10);
	memcpy(field, p, (size_t)(digits + sizeof digits - p));
}

/* A header with blanks where nothing is known; dates and owners are zero. */
static void put_header(struct arcopy *c, const char *name, size_t n, size_t size, const unsigned char *like)
{
	unsigned char h[ARREAD_HEADER];
	memset(h, ' ', sizeof h);
	memcpy(h, name, n);
	if (like && c->o->own_dates) {
		memcpy(h + 16, like + 16, 32);
	} else if (*name != '/' || like) {
		h[16] = h[28] = h[34] = '0';
		memcpy(h + 40, "644", 3);
	} else if (n == 1) {
		h[16] = h[28] = h[34] = h[40] = '0';
	}
	put_number(h + 48, size);
	memcpy(h + 58, "`\n", 2);
	put(c, h, sizeof h);
}

static void pad(struct arcopy *c)
{
	if (c->at & 1)
		put(c, "\n", 1);
}

static size_t even(size_t n)
{
	return n + (n & 1);
}

static void put_index(struct arcopy *c, size_t size)
{
	static const struct elf order = { .big = true };
	unsigned char number[4];
	put_header(c, "/", 1, size, NULL);
	elf_put(&order, number, 4, c->entries);
	put(c, number, 4);
	for (size_t i = 0; i < c->entries; i++) {
		elf_put(&order, number, 4, c->member[c->entry[i].member].at);
		put(c, number, 4);
	}
	for (size_t i = 0; i < c->entries; i++)
		put(c, c->entry[i].symbol, strlen(c->entry[i].symbol) + 1);
	if (c->at & 1)
		put(c, "", 1);
}

static void put_member(struct arcopy *c, const struct member *m)
{
	unsigned char name[32] = "/";
	size_t n = strlen(m->m.name);
	if (n < ARREAD_NAME) {
		memcpy(name, m->m.name, n);
		name[n++] = '/';
	} else {
		put_number(name + 1, m->long_name);
		n = strlen((const char *)name);
	}
	put_header(c, (const char *)name, n, m->data.n, m->m.header);
	put(c, m->data.p, m->data.n);
	pad(c);
}

static const char *put_archive(struct arcopy *c, struct elf_bytes *out)
{
	size_t index = c->a.index.p ? even(4 + 4 * c->entries + c->texts) : 0, at = ARREAD_MAGIC;
	at += c->a.index.p ? ARREAD_HEADER + index : 0;
	at += c->names_size ? ARREAD_HEADER + even(c->names_size) : 0;
	for (size_t i = 0; i < c->n; i++) {
		c->member[i].at = at;
		at += ARREAD_HEADER + even(c->member[i].data.n);
	}
	if (at > UINT32_MAX && c->a.index.p)
		return "is an archive of more than 4 GiB, whose index cannot be written here";
	c->p = mem_alloc(at + 1);
	put(c, "!<arch>\n", ARREAD_MAGIC);
	if (c->a.index.p)
		put_index(c, index);
	if (c->names_size) {
		put_header(c, "//", 2, even(c->names_size), NULL);
		put(c, c->names, c->names_size);
		pad(c);
	}
	for (size_t i = 0; i < c->n; i++)
		put_member(c, &c->member[i]);
	*out = (struct elf_bytes){ c->p, c->at };
	return NULL;
}

const char *arcopy(const struct copyoptions *o, const char *path, struct elf_bytes in, struct elf_bytes *out)
{
	struct arcopy c = { .o = o };
	const char *why;
	if (!arread_open(&c.a, in, path))
		return "is an archive that is truncated or damaged";
	if (c.a.thin)
		return "is a thin archive; name the files that it lists instead";
	if (o->debuglink || o->add.n || o->dump.n || o->update.n ||
		(o->output_target && strcmp(o->output_target, "binary") == 0))
		return "is an archive, whose members cannot be given or copied to one file; name an object";
	if ((why = count_members(&c)) || (why = copy_members(&c)))
		return why;
	make_index(&c);
	make_names(&c);
	return put_archive(&c, out);
}
