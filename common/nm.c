/* The options of nm, and its walk over files and archives. */
#include <stdlib.h>
#include <string.h>

#include "arread.h"
#include "flag.h"
#include "foreign.h"
#include "mapfile.h"
#include "mem.h"
#include "nm.h"
#include "nmlist.h"
#include "say.h"
#include "version.h"

enum {
	HELP = 1,
	VERSION,
	DEBUG,
	FILE_NAMES,
	BSD,
	DEMANGLE,
	NO_DEMANGLE,
	DYNAMIC,
	FORMAT,
	EXTERNAL,
	NAMES,
	BY_VALUE,
	UNSORTED,
	POSIX,
	QUIET,
	REVERSE,
	SIZES,
	INDEX,
	BY_SIZE,
	SPECIAL,
	BASE,
	UNDEFINED,
	DEFINED,
	NO_WEAK,
	VERSIONS,
	NO_VERSIONS,
	IGNORED,
	UNICODE,
	REFUSED,
};

/* --plugin is for objects of link-time optimization, which are named when they
 * are met; --target can only say what is found out anyway. */
static const struct flag table[] = {
	{ "help", 'h', FLAG_NONE, HELP },
	{ "version", 'V', FLAG_NONE, VERSION },
	{ "debug-syms", 'a', FLAG_NONE, DEBUG },
	{ "print-file-name", 'A', FLAG_NONE, FILE_NAMES },
	{ NULL, 'o', FLAG_NONE, FILE_NAMES },
	{ NULL, 'B', FLAG_NONE, BSD },
	{ NULL, 'C', FLAG_NONE, DEMANGLE },
	{ "demangle", 0, FLAG_OPTIONAL, DEMANGLE },
	{ "no-demangle", 0, FLAG_NONE, NO_DEMANGLE },
	{ "recurse-limit", 0, FLAG_NONE, IGNORED },
	{ "no-recurse-limit", 0, FLAG_NONE, IGNORED },
	{ "dynamic", 'D', FLAG_NONE, DYNAMIC },
	{ NULL, 'e', FLAG_NONE, IGNORED },
	{ "format", 'f', FLAG_VALUE, FORMAT },
	{ "extern-only", 'g', FLAG_NONE, EXTERNAL },
	{ "just-symbols", 'j', FLAG_NONE, NAMES },
	{ "line-numbers", 'l', FLAG_NONE, REFUSED },
	{ "numeric-sort", 'n', FLAG_NONE, BY_VALUE },
	{ NULL, 'v', FLAG_NONE, BY_VALUE },
	{ "no-sort", 'p', FLAG_NONE, UNSORTED },
	{ "portability", 'P', FLAG_NONE, POSIX },
	{ "quiet", 0, FLAG_NONE, QUIET },
	{ "reverse-sort", 'r', FLAG_NONE, REVERSE },
	{ "plugin", 0, FLAG_VALUE, IGNORED },
	{ "print-size", 'S', FLAG_NONE, SIZES },
	{ "print-armap", 's', FLAG_NONE, INDEX },
	{ "size-sort", 0, FLAG_NONE, BY_SIZE },
	{ "special-syms", 0, FLAG_NONE, SPECIAL },
	{ "synthetic", 0, FLAG_NONE, REFUSED },
	{ "radix", 't', FLAG_VALUE, BASE },
	{ "target", 0, FLAG_VALUE, IGNORED },
	{ "undefined-only", 'u', FLAG_NONE, UNDEFINED },
	{ "defined-only", 'U', FLAG_NONE, DEFINED },
	{ "unicode", 0, FLAG_VALUE, UNICODE },
	{ "no-weak", 'W', FLAG_NONE, NO_WEAK },
	{ "with-symbol-versions", 0, FLAG_NONE, VERSIONS },
	{ "without-symbol-versions", 0, FLAG_NONE, NO_VERSIONS },
	{ NULL, 'X', FLAG_VALUE, IGNORED },
	{ 0 },
};

static const char help[] =
	"usage: nm [option...] [file...]\n"
	"List the symbols of ELF files and archives (a.out), in the formats of GNU and BSD nm.\n"
	"  -a  also symbols of sections and files    -A, -o  the file's name before each symbol\n"
	"  -B, -P, -j, -f bsd|posix|just-symbols     -D  dynamic symbols, --without-symbol-versions\n"
	"  -g  external only     -u  undefined only  -U, --defined-only     -W, --no-weak\n"
	"  -n, -v  by value      -p  unsorted        --size-sort            -r  reverse\n"
	"  -S  with sizes        -s  archive index   -t d|o|x  radix        --quiet\n"
	"  --special-syms        @file  options from a file                 -h, -V\n"
	"Accepted without effect: -e -X 32_64 --plugin --target --no-demangle. There is no demangler:\n"
	"-C fails when a name needs one.\n";

static unsigned read_base(const char *text)
{
	switch (*text) {
	case 'd':
		return 10;
	case 'o':
		return 8;
	case 'x':
		return 16;
	default:
		die(EXIT_FAILED, "-t %s: unknown radix; use d, o or x", text);
	}
}

static enum nm_format read_format(const struct flags *f)
{
	switch (*f->value) {
	case 'b':
	case 'B':
		return NM_BSD;
	case 'p':
	case 'P':
		return NM_POSIX;
	case 'j':
	case 'J':
		return NM_NAMES;
	default:
		die(EXIT_FAILED, "-f %s: unknown format; use bsd, posix or just-symbols", f->value);
	}
}

static void check_unicode(const struct flags *f)
{
	if (strcmp(f->value, "default") != 0 && strcmp(f->value, "show") != 0)
		flags_refuse(f, "names are shown as they are");
}

static bool *switch_of(struct nm_options *o, int id)
{
	switch (id) {
	case DEBUG:
		return &o->debug;
	case FILE_NAMES:
		return &o->file_names;
	case DYNAMIC:
		return &o->dynamic;
	case EXTERNAL:
		return &o->external;
	case QUIET:
		return &o->quiet;
	case REVERSE:
		return &o->reverse;
	case SIZES:
		return &o->sizes;
	case INDEX:
		return &o->index;
	case SPECIAL:
		return &o->special;
	case UNDEFINED:
		return &o->undefined;
	case DEFINED:
		return &o->defined;
	case NO_WEAK:
		return &o->no_weak;
	default:
		return NULL;
	}
}

static void print_and_exit(struct nm_options *o, const char *text)
{
	out_text(o->out, text);
	out_flush(o->out);
	_Exit(0);
}

static void read_option(struct nm_options *o, const struct flags *f, int id)
{
	bool *on = switch_of(o, id);
	if (on)
		*on = true;
	else if (id == HELP)
		print_and_exit(o, help);
	else if (id == VERSION)
		print_and_exit(o, "sealcc nm " SEALCC_VERSION ", compatible with GNU nm\n");
	else if (id == BSD || id == POSIX || id == NAMES)
		o->format = id == BSD ? NM_BSD : id == POSIX ? NM_POSIX : NM_NAMES;
	else if (id == FORMAT)
		o->format = read_format(f);
	else if (id == BASE)
		o->base = read_base(f->value);
	else if (id == DEMANGLE || id == NO_DEMANGLE)
		o->demangle = id == DEMANGLE && !(f->value && strcmp(f->value, "none") == 0);
	else if (id == BY_VALUE || id == BY_SIZE || id == UNSORTED)
		o->sort = id == BY_VALUE ? NM_BY_VALUE : id == BY_SIZE ? NM_BY_SIZE : NM_UNSORTED;
	else if (id == VERSIONS || id == NO_VERSIONS)
		o->versions = id == VERSIONS;
	else if (id == UNICODE)
		check_unicode(f);
	else if (id == REFUSED)
		flags_refuse(f, "leave it out");
}

struct walk {
	struct nm_options o;
	bool heads; /* more than one file: each with its name above */
	int failed; /* how many files */
};

static void list_elf(struct walk *w, const struct elf *e, const char *archive, const char *file)
{
	struct nm_place place = { archive, file };
	if (!nmlist_print(&w->o, e, &place)) {
		out_flush(w->o.out);
		say("-C: %s has mangled names and there is no demangler here; pipe the output through "
		    "c++filt",
			file);
		w->failed = 1;
	}
}

static bool is_bitcode(struct elf_bytes b)
{
	return b.n >= 4 && (memcmp(b.p, "BC\xc0\xde", 4) == 0 || memcmp(b.p, "\xde\xc0\x17\x0b", 4) == 0);
}

/* One line about bytes that are no ELF file. */
static void refuse(struct walk *w, const char *file, struct elf_bytes b, const char *why)
{
	out_flush(w->o.out);
	if (b.p && is_bitcode(b))
		say("%s: is LLVM bitcode (link-time optimization), whose symbols only llvm-nm can list; "
		    "compile it "
		    "with -fno-lto",
			file);
	else
		say("%s: %s", file, b.p ? foreign_refusal(b, why) : why);
}

static void member_head(struct walk *w, const char *archive, const char *member)
{
	struct out *out = w->o.out;
	if (w->o.file_names || w->o.format == NM_NAMES)
		return;
	if (w->o.format == NM_POSIX) {
		out_text(out, archive);
		out_char(out, '[');
		out_text(out, member);
		out_text(out, "]:\n");
	} else {
		out_char(out, '\n');
		out_text(out, member);
		out_text(out, ":\n");
	}
}

static void list_member(struct walk *w, const char *archive, const char *name, struct elf_bytes data)
{
	struct elf e;
	const char *why;
	if (!elf_open(&e, data.p, data.n, &why)) {
		refuse(w, name, data, why);
		return;
	}
	member_head(w, archive, name);
	list_elf(w, &e, archive, name);
}

/* A member of a thin archive is a file of its own; one that is not there ends
 * the listing, as in GNU nm. */
static bool list_thin(struct walk *w, const char *archive, const char *name)
{
	struct mapfile m;
	const char *why;
	if (!mapfile_open(&m, name, &why)) {
		out_flush(w->o.out);
		say("%s: %s: %s", archive, name, why);
		return false;
	}
	list_member(w, archive, name, (struct elf_bytes){ m.p, m.n });
	mapfile_close(&m);
	return true;
}

static void print_index(struct walk *w, const struct arread *a)
{
	struct arread_cursor c = { 0 };
	size_t at;
	for (const char *symbol; (symbol = arread_index(a, &c, &at));) {
		struct arread_member m;
		if (c.i == 1)
			out_text(w->o.out, "\nArchive index:\n");
		if (arread_next(a, &at, &m) != ARREAD_MEMBER)
			return;
		out_text(w->o.out, symbol);
		out_text(w->o.out, " in ");
		out_text(w->o.out, m.name);
		out_char(w->o.out, '\n');
	}
}

static bool list_members(struct walk *w, const struct arread *a, const char *path)
{
	struct arread_member m;
	enum arread_next got = ARREAD_END;
	for (size_t at = ARREAD_MAGIC; (got = arread_next(a, &at, &m)) == ARREAD_MEMBER;) {
		if (m.special)
			continue;
		if (!a->thin)
			list_member(w, path, m.name, m.data);
		else if (!list_thin(w, path, m.name))
			return false;
	}
	if (got == ARREAD_DAMAGED)
		refuse(w, path, a->file, "archive truncated or damaged");
	return got == ARREAD_END;
}

static void file_head(struct walk *w, const char *path, bool archive)
{
	bool posix = w->o.format == NM_POSIX;
	if (!w->heads || w->o.format == NM_NAMES || (posix && archive) || (w->o.file_names && !archive))
		return;
	out_text(w->o.out, posix ? "" : "\n");
	out_text(w->o.out, path);
	out_text(w->o.out, ":\n");
}

static bool list_archive(struct walk *w, const char *path, struct elf_bytes b)
{
	struct arread a;
	if (!arread_open(&a, b, path)) {
		refuse(w, path, b, "file format not recognized");
		return false;
	}
	file_head(w, path, true);
	if (w->o.index)
		print_index(w, &a);
	return list_members(w, &a, path);
}

static bool list_bytes(struct walk *w, const char *path, struct elf_bytes b)
{
	struct elf e;
	const char *why;
	if (arread_is(b))
		return list_archive(w, path, b);
	if (!elf_open(&e, b.p, b.n, &why)) {
		refuse(w, path, b, why);
		return false;
	}
	file_head(w, path, false);
	list_elf(w, &e, NULL, path);
	return true;
}

static void list_file(struct walk *w, const char *path)
{
	struct mapfile m;
	const char *why;
	if (!mapfile_open(&m, path, &why)) {
		out_flush(w->o.out);
		say("%s: %s", path, why);
		w->failed++;
		return;
	}
	if (!list_bytes(w, path, (struct elf_bytes){ m.p, m.n }))
		w->failed++;
	mapfile_close(&m);
}

int nm_main(const char *const *argv)
{
	struct flags f;
	struct nm_scratch scratch = { 0 };
	struct walk w = {
		.o = { .base = 16, .versions = true, .out = mem_alloc(sizeof *w.o.out), .scratch = &scratch }
	};
	flags_open(&f, table, argv);
	for (int id; (id = flags_next(&f));)
		read_option(&w.o, &f, id);
	if (!f.operand.n)
		strv_push(&f.operand, "a.out");
	w.heads = f.operand.n > 1;
	for (size_t i = 0; i < f.operand.n; i++)
		list_file(&w, f.operand.v[i]);
	out_flush(w.o.out);
	return w.failed;
}
