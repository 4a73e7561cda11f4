/* The facts as text: a fact that is usual, or absent, has no line. */
#include <string.h>

#include "../../common/mem.h"
#include "inspectprint.h"

enum { COLUMN = 13, LISTED = 5 };

/* Control characters are shown as say() shows them. */
static void put(struct out *o, const char *s)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c >= ' ' && c != 127) {
			out_char(o, *s);
		} else {
			out_text(o, "\\x");
			out_number(o, c, 16, 2);
		}
	}
}

static void begin(struct out *o, const char *name)
{
	out_text(o, "  ");
	out_text(o, name);
	for (size_t n = strlen(name); n < COLUMN; n++)
		out_char(o, ' ');
}

static void line(struct out *o, const char *name, const char *text)
{
	if (!text)
		return;
	begin(o, name);
	put(o, text);
	out_char(o, '\n');
}

/* Words of a line, each but the first behind a comma. */
struct words {
	struct out *o;
	const char *name;
	bool begun;
};

static void word(struct words *w, bool there, const char *text)
{
	if (!there)
		return;
	if (w->begun)
		out_text(w->o, ", ");
	else
		begin(w->o, w->name);
	w->begun = true;
	put(w->o, text);
}

static void end(struct words *w)
{
	if (w->begun)
		out_char(w->o, '\n');
}

static void more(struct out *o, size_t n, size_t shown)
{
	if (n <= shown)
		return;
	out_text(o, " and ");
	out_number(o, n - shown, 10, 0);
	out_text(o, " more");
}

/* --- lines -------------------------------------------------------------- */

static void put_format(struct out *o, const struct inspect *f)
{
	begin(o, "format");
	out_text(o, inspect_format_name(f->format));
	if (f->bits) {
		out_text(o, ", ");
		out_number(o, f->bits, 10, 0);
		out_text(o, f->big ? " bits, big-endian" : " bits, little-endian");
	}
	out_char(o, '\n');
}

static void put_machine(struct out *o, const struct inspect *f)
{
	struct words w = { o, "machine", false };
	word(&w, f->bits != 0, inspect_machine_name(f));
	word(&w, f->abi != NULL, f->abi);
	end(&w);
	if (f->os)
		line(o, "system", f->os_version ? mem_cat(f->os, " ", f->os_version, NULL) : f->os);
}

static const char *kind_text(const struct inspect *f)
{
	static const char *const texts[] = { "data", "object file", NULL, "shared library", "core dump" };
	static const char *const programs[2][2] = { { "dynamic program", "dynamic PIE" },
		{ "static program", "static PIE" } };
	return f->kind == INSPECT_PROGRAM ? programs[f->is_static][f->pie] : texts[f->kind];
}

static void put_kind(struct out *o, const struct inspect *f)
{
	struct words w = { o, "kind", false };
	bool linked = f->kind == INSPECT_PROGRAM || f->kind == INSPECT_SHARED;
	word(&w, true, kind_text(f));
	word(&w, linked && !f->symbols && !f->debug, "stripped");
	word(&w, linked && f->symbols, "not stripped");
	word(&w, f->debug, "with debugging information");
	end(&w);
}

static void put_needed(struct out *o, const struct inspect *f)
{
	for (size_t i = 0; i < f->needed.n; i++)
		line(o, i ? "" : "needed", f->needed.v[i]);
}

/* The highest version of a family, and the symbols that need it. */
static void put_version(struct out *o, const struct inspect *f, const char *name, const char *family)
{
	const struct inspect_version *v = inspect_highest(f, family);
	if (!v)
		return;
	begin(o, name);
	put(o, v->name + strlen(family));
	for (size_t i = 0; i < v->symbols.n && i < LISTED; i++) {
		out_text(o, i ? ", " : ": ");
		put(o, v->symbols.v[i]);
	}
	more(o, v->symbols.n, LISTED);
	out_char(o, '\n');
}

/* Needed versions without a number: GLIBC_PRIVATE, GLIBC_ABI_DT_RELR. */
static void put_marks(struct out *o, const struct inspect *f)
{
	struct words w = { o, "", false };
	for (size_t i = 0; i < f->versions; i++)
		word(&w,
			strcmp(f->version[i].name, "GLIBC_PRIVATE") == 0 ||
				strncmp(f->version[i].name, "GLIBC_ABI_", 10) == 0,
			f->version[i].name);
	end(&w);
}

static void put_number(struct out *o, const char *name, size_t n, const char *what)
{
	if (!n)
		return;
	begin(o, name);
	out_number(o, n, 10, 0);
	out_text(o, n == 1 ? " symbol" : what);
	out_char(o, '\n');
}

static void put_isa(struct out *o, const struct inspect *f)
{
	static const char *const levels[] = { "", "x86-64-v1", "x86-64-v2", "x86-64-v3", "x86-64-v4" };
	struct words w = { o, "code", false };
	word(&w, f->isa_needed, mem_cat("needs ", levels[f->isa_needed], NULL));
	word(&w, f->isa_used, mem_cat("uses ", levels[f->isa_used], NULL));
	for (size_t i = 0; i < f->features.n; i++)
		word(&w, true, f->features.v[i]);
	end(&w);
}

static void put_safety(struct out *o, const struct inspect *f)
{
	struct words w = { o, "safety", false };
	bool linked = f->kind == INSPECT_PROGRAM || f->kind == INSPECT_SHARED;
	if (f->format == INSPECT_ELF && linked) {
		word(&w, f->relro && (f->now || f->is_static), "full relro");
		word(&w, f->relro && !f->now && !f->is_static, "partial relro");
		word(&w, !f->relro, "no relro");
		word(&w, f->execstack == INSPECT_UNSAID, "no PT_GNU_STACK");
	}
	word(&w, f->execstack == INSPECT_YES, "executable stack");
	word(&w, f->textrel, "relocations of code");
	end(&w);
}

static void put_relocations(struct out *o, const struct inspect *f)
{
	char *first = *f->wrong_symbol ? mem_cat(", the first for ", f->wrong_symbol, NULL) : mem_dup("", 0);
	if (!f->irelative && !f->wrong)
		return;
	begin(o, "relocations");
	out_number(o, f->irelative, 10, 0);
	out_text(o, " choose a function at start-up");
	if (f->wrong) {
		out_text(o, ", ");
		out_number(o, f->wrong, 10, 0);
		out_text(o, " cannot be applied by static start-up");
		put(o, first);
	}
	out_char(o, '\n');
}

static void put_paths(struct out *o, const struct inspect *f)
{
	static const char *const names[] = { "loaded data", "search path", "debugging information",
		"symbol table", "other sections" };
	const char *name = "build paths";
	for (size_t i = 0; i < BUILDPATH_PLACES; i++) {
		const struct buildpath_list *l = &f->paths.in[i];
		if (!l->count)
			continue;
		begin(o, name);
		out_text(o, names[i]);
		for (size_t k = 0; k < l->n && k < 3; k++) {
			out_text(o, k ? ", " : ": ");
			put(o, l->path[k].path);
		}
		more(o, l->count, l->n < 3 ? l->n : 3);
		out_char(o, '\n');
		name = "";
	}
	if (f->unsearched)
		line(o, name, mem_cat("not searched, since it is compressed: ", f->unsearched, NULL));
}

/* --- files -------------------------------------------------------------- */

static void put_facts(struct out *o, const struct inspect *f)
{
	put_machine(o, f);
	put_kind(o, f);
	line(o, "libc", f->is_static ? NULL : f->libc);
	line(o, "loader", f->loader);
	line(o, "soname", f->soname);
	put_needed(o, f);
	line(o, "rpath", f->rpath);
	line(o, "runpath", f->runpath);
	put_version(o, f, "glibc", "GLIBC_");
	put_marks(o, f);
	put_version(o, f, "libstdc++", "GLIBCXX_");
	put_version(o, f, "C++ ABI", "CXXABI_");
	put_version(o, f, "libgcc", "GCC_");
	put_number(o, "exports", f->exported, " symbols");
	if (f->is_static && f->format == INSPECT_ELF)
		put_relocations(o, f);
	put_isa(o, f);
	put_safety(o, f);
	line(o, "build id", f->build_id);
	put_paths(o, f);
}

static void put_member(struct out *o, const struct inspect *f)
{
	out_text(o, "  ");
	put(o, f->name);
	out_text(o, ": ");
	out_text(o, f->kind == INSPECT_NONE && !f->members ? "data" : inspect_format_name(f->format));
	if (f->bits) {
		out_char(o, ' ');
		put(o, inspect_machine_name(f));
		out_char(o, ' ');
		out_text(o, kind_text(f));
	}
	if (f->damage) {
		out_text(o, ", ");
		out_text(o, f->damage);
	}
	out_char(o, '\n');
	for (size_t i = 0; i < f->members; i++)
		put_member(o, &f->member[i]);
}

void inspectprint_text(struct out *o, const struct inspect *f)
{
	put(o, f->name);
	out_char(o, '\n');
	put_format(o, f);
	if (f->bits || f->format == INSPECT_BITCODE)
		put_facts(o, f);
	for (size_t i = 0; i < f->members; i++)
		put_member(o, &f->member[i]);
}
