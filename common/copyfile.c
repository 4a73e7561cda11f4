#include <string.h>

#include "arcopy.h"
#include "arread.h"
#include "copyfile.h"
#include "debuglink.h"
#include "foreign.h"
#include "mapfile.h"
#include "mem.h"
#include "out.h"
#include "replace.h"
#include "say.h"

static const char *read_file(const char *path, struct elf_bytes *b)
{
	struct mapfile m;
	const char *why;
	if (!mapfile_open(&m, path, &why))
		return mem_cat(path, ": ", why, NULL);
	/* an empty file has no bytes to point to */
	*b = (struct elf_bytes){ m.p ? m.p : (const unsigned char *)"", m.n };
	return NULL;
}

static struct elfedit_section *find(struct elfedit *x, const char *name)
{
	for (size_t i = 1; i < x->old_n; i++)
		if (strcmp(x->section[i].name, name) == 0)
			return &x->section[i];
	return NULL;
}

static const char *dump_sections(const struct copyoptions *o, struct elfedit *x)
{
	for (size_t i = 0; i + 1 < o->dump.n; i += 2) {
		struct elfedit_section *s = find(x, o->dump.v[i]);
		if (!s || s->h.type == SHT_NOBITS)
			return mem_cat("--dump-section ", o->dump.v[i],
				": there is no such section with contents", NULL);
		const char *why = replace_new(o->dump.v[i + 1], s->data);
		if (why)
			return mem_cat(o->dump.v[i + 1], ": ", why, NULL);
	}
	return NULL;
}

static const char *update_sections(const struct copyoptions *o, struct elfedit *x)
{
	const char *why = NULL;
	for (size_t i = 0; i + 1 < o->update.n && !why; i += 2) {
		struct elfedit_section *s = find(x, o->update.v[i]);
		if (!s || s->h.type == SHT_NOBITS)
			return mem_cat("--update-section ", o->update.v[i],
				": there is no such section with contents", NULL);
		s->changed = true;
		why = read_file(o->update.v[i + 1], &s->data);
	}
	return why;
}

static const char *add_sections(const struct copyoptions *o, struct elfedit *x)
{
	elfedit_reserve(x, o->add.n / 2 + 1);
	for (size_t i = 0; i + 1 < o->add.n; i += 2) {
		const char *name = o->add.v[i];
		struct elf_bytes b;
		if (find(x, name))
			return mem_cat("--add-section ", name, ": that section is there already", NULL);
		const char *why = read_file(o->add.v[i + 1], &b);
		if (why)
			return why;
		elfedit_add(x, name, strncmp(name, ".note", 5) == 0 ? SHT_NOTE : SHT_PROGBITS, 0, 1, b);
	}
	return NULL;
}

static const char *add_debuglink(const struct copyoptions *o, struct elfedit *x)
{
	struct elf_bytes b;
	struct elfedit_section *old = find(x, ".gnu_debuglink");
	if (!o->debuglink)
		return NULL;
	if (old && old->keep)
		return "has a .gnu_debuglink already; remove it with -R .gnu_debuglink";
	const char *why = debuglink_make(x->elf, o->debuglink, &b);
	if (!why)
		elfedit_add(x, ".gnu_debuglink", SHT_PROGBITS, 0, 4, b);
	return why;
}

static const char *check_compression(const struct copyoptions *o, const struct elfedit *x)
{
	for (size_t i = 1; i < x->old_n && o->decompress; i++)
		if (x->section[i].keep && x->section[i].h.flags & SHF_COMPRESSED)
			return mem_cat("section ", x->section[i].name,
				" is compressed and there is no zlib here; use binutils or LLVM", NULL);
	return NULL;
}

static const char *check_targets(const struct copyoptions *o, const struct elf *e)
{
	const char *const names[] = { o->input_target, o->output_target };
	for (size_t i = 0; i < 2; i++) {
		const char *name = names[i];
		if (!name || strcmp(name, "binary") == 0 || strcmp(name, "default") == 0)
			continue;
		if (!elfbinary_matches(name, e))
			return mem_cat("is not ", name, " but ", elfbinary_name(e),
				", and one cannot be turned into the other here", NULL);
	}
	return NULL;
}

const char *copyfile_elf(
	const struct copyoptions *o, const char *name, struct elf_bytes in, struct elf_bytes *out)
{
	struct elf e;
	struct elfedit x;
	const char *why;
	bool from_binary = o->input_target && strcmp(o->input_target, "binary") == 0;
	bool to_binary = o->output_target && strcmp(o->output_target, "binary") == 0;
	if (from_binary)
		in = elfbinary_make(o->output_target, name, in);
	if (!elf_open(&e, in.p, in.n, &why))
		return foreign_refusal(in, why);
	if ((why = check_targets(o, &e)) || (why = elfedit_open(&x, &e)) || (why = dump_sections(o, &x)) ||
		(why = update_sections(o, &x)) || (why = add_sections(o, &x)) ||
		(why = elfselect_apply(&o->select, &x)) || (why = add_debuglink(o, &x)) ||
		(why = check_compression(o, &x)))
		return why;
	return to_binary ? elfbinary_flatten(&x, &o->gaps, out) : elfedit_write(&x, out);
}

static void say_copy(const char *in, const char *out, struct elf_bytes b)
{
	struct elf e;
	const char *why, *name = elf_open(&e, b.p, b.n, &why) ? elfbinary_name(&e) : "archive";
	struct out *o = mem_alloc(sizeof *o);
	out_text(o, mem_cat("copy from `", in, "' [", name, "] to `", out, "' [", name, "]\n", NULL));
	out_flush(o);
}

static const char *copy(
	const struct copyoptions *o, const char *in, struct elf_bytes from, struct elf_bytes *to)
{
	bool from_binary = o->input_target && strcmp(o->input_target, "binary") == 0;
	if (!from.n && !from_binary)
		return "is empty";
	if (!from_binary && arread_is(from))
		return arcopy(o, in, from, to);
	return copyfile_elf(o, in, from, to);
}

bool copyfile(const struct copyoptions *o, const char *in, const char *out)
{
	struct mapfile m;
	struct elf_bytes to = { 0 };
	const char *why;
	if (!mapfile_open(&m, in, &why)) {
		say("%s: %s", in, why);
		return false;
	}
	struct elf_bytes from = { m.p, m.n };
	why = copy(o, in, from, &to);
	if (!why && o->verbose)
		say_copy(in, out, from);
	if (!why && (why = replace_file(out, to, &m.st, o->keep_times)) && strcmp(in, out) != 0)
		in = out;
	if (why)
		say("%s: %s", in, why);
	mapfile_close(&m);
	return !why;
}
