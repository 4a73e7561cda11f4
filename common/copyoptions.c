/* One table for each program: their letters differ (-S, -g, -W ...). */
#include <stdlib.h>
#include <string.h>

#include "copyoptions.h"
#include "flag.h"
#include "mem.h"
#include "out.h"
#include "say.h"
#include "sectionflags.h"
#include "version.h"

enum id {
	HELP = 1,
	VERSION,
	IGNORED,
	REFUSED,
	ALL,
	DEBUG,
	UNNEEDED,
	DWO,
	NONDEBUG,
	ONLY_DWO,
	DISCARD_ALL,
	DISCARD_L,
	DATES,
	DETERMINISTIC,
	OWN_DATES,
	OUTPUT,
	INPUT_TARGET,
	OUTPUT_TARGET,
	TARGET,
	VERBOSE,
	WILDCARD,
	KEEP_FILES,
	KEEP_SECTION_SYMBOLS,
	WEAKEN,
	LOCALIZE_HIDDEN,
	COMPRESS,
	DECOMPRESS,
	DEBUGLINK,
	ADD,
	DUMP,
	UPDATE,
	RENAME,
	SET_FLAGS,
	REDEFINE,
	REDEFINE_FILE,
	PREFIX_SYMBOLS,
	PREFIX_SECTIONS,
	PREFIX_ALLOC,
	GAP_FILL,
	PAD_TO,
	LIST,                  /* and on: a name for a list */
	LIST_FILE = LIST + 16, /* and on: a file with names for it */
};

enum list {
	REMOVE,
	ONLY,
	KEEP,
	STRIP_SYMBOL,
	STRIP_UNNEEDED_SYMBOL,
	KEEP_SYMBOL,
	LOCALIZE,
	GLOBALIZE,
	KEEP_GLOBAL,
	WEAKEN_SYMBOL,
};

#define COMMON                                                                                               \
	{ "help", 'h', FLAG_NONE, HELP }, { "version", 'V', FLAG_NONE, VERSION },                            \
		{ "info", 0, FLAG_NONE, REFUSED }, { "strip-debug", 'g', FLAG_NONE, DEBUG },                 \
		{ "strip-unneeded", 0, FLAG_NONE, UNNEEDED }, { "strip-dwo", 0, FLAG_NONE, DWO },            \
		{ "only-keep-debug", 0, FLAG_NONE, NONDEBUG },                                               \
		{ "discard-all", 'x', FLAG_NONE, DISCARD_ALL },                                              \
		{ "discard-locals", 'X', FLAG_NONE, DISCARD_L },                                             \
		{ "preserve-dates", 'p', FLAG_NONE, DATES },                                                 \
		{ "enable-deterministic-archives", 'D', FLAG_NONE, DETERMINISTIC },                          \
		{ "disable-deterministic-archives", 'U', FLAG_NONE, OWN_DATES },                             \
		{ "input-target", 'I', FLAG_VALUE, INPUT_TARGET },                                           \
		{ "output-target", 'O', FLAG_VALUE, OUTPUT_TARGET }, { "target", 'F', FLAG_VALUE, TARGET },  \
		{ "remove-section", 'R', FLAG_VALUE, LIST + REMOVE },                                        \
		{ "remove-relocations", 0, FLAG_VALUE, REFUSED },                                            \
		{ "keep-section", 0, FLAG_VALUE, LIST + KEEP },                                              \
		{ "strip-symbol", 'N', FLAG_VALUE, LIST + STRIP_SYMBOL },                                    \
		{ "keep-symbol", 'K', FLAG_VALUE, LIST + KEEP_SYMBOL },                                      \
		{ "keep-section-symbols", 0, FLAG_NONE, KEEP_SECTION_SYMBOLS },                              \
		{ "keep-file-symbols", 0, FLAG_NONE, KEEP_FILES }, { "wildcard", 'w', FLAG_NONE, WILDCARD }, \
		{ "merge-notes", 'M', FLAG_NONE, IGNORED }, { "no-merge-notes", 0, FLAG_NONE, IGNORED },     \
		{ "plugin", 0, FLAG_VALUE, IGNORED }, { "verbose", 'v', FLAG_NONE, VERBOSE }, { 0 }

static const struct flag strip_table[] = {
	{ "strip-all", 's', FLAG_NONE, ALL },
	{ NULL, 'S', FLAG_NONE, DEBUG },
	{ NULL, 'd', FLAG_NONE, DEBUG },
	{ NULL, 'o', FLAG_VALUE, OUTPUT },
	COMMON,
};

static const struct flag objcopy_table[] = {
	{ "strip-all", 'S', FLAG_NONE, ALL },
	{ "extract-dwo", 0, FLAG_NONE, ONLY_DWO },
	{ "binary-architecture", 'B', FLAG_VALUE, IGNORED },
	{ "only-section", 'j', FLAG_VALUE, LIST + ONLY },
	{ "add-gnu-debuglink", 0, FLAG_VALUE, DEBUGLINK },
	{ "strip-unneeded-symbol", 0, FLAG_VALUE, LIST + STRIP_UNNEEDED_SYMBOL },
	{ "localize-hidden", 0, FLAG_NONE, LOCALIZE_HIDDEN },
	{ "localize-symbol", 'L', FLAG_VALUE, LIST + LOCALIZE },
	{ "globalize-symbol", 0, FLAG_VALUE, LIST + GLOBALIZE },
	{ "keep-global-symbol", 'G', FLAG_VALUE, LIST + KEEP_GLOBAL },
	{ "weaken-symbol", 'W', FLAG_VALUE, LIST + WEAKEN_SYMBOL },
	{ "strip-symbols", 0, FLAG_VALUE, LIST_FILE + STRIP_SYMBOL },
	{ "strip-unneeded-symbols", 0, FLAG_VALUE, LIST_FILE + STRIP_UNNEEDED_SYMBOL },
	{ "keep-symbols", 0, FLAG_VALUE, LIST_FILE + KEEP_SYMBOL },
	{ "localize-symbols", 0, FLAG_VALUE, LIST_FILE + LOCALIZE },
	{ "globalize-symbols", 0, FLAG_VALUE, LIST_FILE + GLOBALIZE },
	{ "keep-global-symbols", 0, FLAG_VALUE, LIST_FILE + KEEP_GLOBAL },
	{ "weaken-symbols", 0, FLAG_VALUE, LIST_FILE + WEAKEN_SYMBOL },
	{ "weaken", 0, FLAG_NONE, WEAKEN },
	{ "redefine-sym", 0, FLAG_VALUE, REDEFINE },
	{ "redefine-syms", 0, FLAG_VALUE, REDEFINE_FILE },
	{ "prefix-symbols", 0, FLAG_VALUE, PREFIX_SYMBOLS },
	{ "prefix-sections", 0, FLAG_VALUE, PREFIX_SECTIONS },
	{ "prefix-alloc-sections", 0, FLAG_VALUE, PREFIX_ALLOC },
	{ "rename-section", 0, FLAG_VALUE, RENAME },
	{ "set-section-flags", 0, FLAG_VALUE, SET_FLAGS },
	{ "add-section", 0, FLAG_VALUE, ADD },
	{ "dump-section", 0, FLAG_VALUE, DUMP },
	{ "update-section", 0, FLAG_VALUE, UPDATE },
	{ "gap-fill", 0, FLAG_VALUE, GAP_FILL },
	{ "pad-to", 0, FLAG_VALUE, PAD_TO },
	{ "compress-debug-sections", 0, FLAG_OPTIONAL, COMPRESS },
	{ "decompress-debug-sections", 0, FLAG_NONE, DECOMPRESS },
	COMMON,
};

#define SHARED_HELP                                                                                          \
	"  -g  no debugging information      --strip-unneeded  only the symbols that linking needs\n"        \
	"  -x, -X  no local symbols (those of compilers)       --only-keep-debug     --strip-dwo\n"          \
	"  -R, --keep-section SECTION        -N, -K SYMBOL  remove, keep             -w  patterns\n"         \
	"  --keep-file-symbols  --keep-section-symbols\n"                                                    \
	"  -p  keep dates   -U  archives keep dates and owners (-D: zeros)   -v  say what is done\n"         \
	"  -I, -O, -F TARGET   @file  options from a file   -h, -V\n"

#define OBJECT_HELP                                                                                          \
	"An object or archive that is stripped of everything keeps what linking needs, as with\n"            \
	"--strip-unneeded.\n"

static const char strip_help[] =
	"usage: strip [option...] file...\n"
	"Remove symbols and sections from ELF files and archives.\n"
	"  -s  all symbols (the default)     -S, -d  as -g     -o FILE\n" SHARED_HELP OBJECT_HELP;

static const char objcopy_help[] =
	"usage: objcopy [option...] in [out]\n"
	"Copy an ELF file or archive and change it.\n"
	"  -S  no symbols                    -j SECTION  only this one\n" SHARED_HELP
	"  --add-gnu-debuglink=FILE          -I binary, -O binary, --gap-fill=BYTE --pad-to=ADDRESS\n"
	"  --add-section, --dump-section, --update-section NAME=FILE       --prefix-sections=TEXT\n"
	"  --rename-section OLD=NEW[,FLAGS]  --set-section-flags NAME=FLAGS  --prefix-alloc-sections=TEXT\n"
	"  --redefine-sym OLD=NEW            --redefine-syms=FILE  --prefix-symbols=TEXT\n"
	"  -L, -W, -G SYMBOL, --globalize-symbol  local, weak, all others local, global\n"
	"  --localize-hidden --weaken, and with FILE: --strip-symbols --keep-symbols --localize-symbols\n"
	"  --globalize-symbols --weaken-symbols --keep-global-symbols --strip-unneeded-symbols\n"
	"Sections cannot be compressed here. " OBJECT_HELP;

static void print_and_exit(const char *text)
{
	struct out *out = mem_alloc(sizeof *out);
	out_text(out, text);
	out_flush(out);
	_Exit(0);
}

static struct namelist *list_of(struct elfselect *o, int list)
{
	struct namelist *const lists[] = {
		[REMOVE] = &o->remove,
		[ONLY] = &o->only,
		[KEEP] = &o->keep,
		[STRIP_SYMBOL] = &o->strip_symbols,
		[STRIP_UNNEEDED_SYMBOL] = &o->strip_unneeded_symbols,
		[KEEP_SYMBOL] = &o->keep_symbols,
		[LOCALIZE] = &o->localize,
		[GLOBALIZE] = &o->globalize,
		[KEEP_GLOBAL] = &o->keep_global,
		[WEAKEN_SYMBOL] = &o->weaken_symbols,
	};
	return lists[list];
}

static bool *switch_of(struct copyoptions *o, int id)
{
	switch (id) {
	case DATES:
		return &o->keep_times;
	case OWN_DATES:
		return &o->own_dates;
	case VERBOSE:
		return &o->verbose;
	case WILDCARD:
		return &o->select.patterns;
	case KEEP_FILES:
		return &o->select.keep_file_symbols;
	case KEEP_SECTION_SYMBOLS:
		return &o->select.keep_section_symbols;
	case WEAKEN:
		return &o->select.weaken;
	case LOCALIZE_HIDDEN:
		return &o->select.localize_hidden;
	case ONLY_DWO:
		return &o->select.only_dwo;
	case DECOMPRESS:
		return &o->decompress;
	default:
		return NULL;
	}
}

static const char **text_of(struct copyoptions *o, int id)
{
	switch (id) {
	case OUTPUT:
		return &o->output;
	case INPUT_TARGET:
		return &o->input_target;
	case OUTPUT_TARGET:
		return &o->output_target;
	case DEBUGLINK:
		return &o->debuglink;
	case PREFIX_SYMBOLS:
		return &o->select.prefix_symbols;
	case PREFIX_SECTIONS:
		return &o->select.prefix_sections;
	case PREFIX_ALLOC:
		return &o->select.prefix_alloc;
	default:
		return NULL;
	}
}

/* "a=b" as two words of a list. */
static void add_pair(const struct flags *f, struct strv *list)
{
	const char *equals = strchr(f->value, '=');
	if (!equals || equals == f->value || !equals[1])
		die(EXIT_FAILED, "%s %s: needs a value with '=' between two names; see --help", f->given,
			f->value);
	strv_push(list, mem_dup(f->value, (size_t)(equals - f->value)));
	strv_push(list, equals + 1);
}

static void check_flags(const struct flags *f, const char *text)
{
	uint64_t flags;
	bool contents;
	if (!sectionflags_read(text, &flags, &contents))
		die(EXIT_FAILED, "%s %s: unknown section flags; see objcopy's manual", f->given, f->value);
}

/* "old=new,flags" */
static void add_rename(const struct flags *f, struct elfselect *o)
{
	add_pair(f, &o->rename);
	const char *name = o->rename.v[o->rename.n - 1], *comma = strchr(name, ',');
	strv_push(&o->rename_flags, comma ? comma + 1 : "");
	if (!comma)
		return;
	o->rename.v[o->rename.n - 1] = mem_dup(name, (size_t)(comma - name));
	check_flags(f, comma + 1);
}

static void add_flags(const struct flags *f, struct elfselect *o)
{
	add_pair(f, &o->set_flags);
	check_flags(f, o->set_flags.v[o->set_flags.n - 1]);
}

static void add_redefine_file(const struct flags *f, struct elfselect *o)
{
	struct strv words = namelist_words(f->value, true);
	for (size_t i = 0; i < words.n; i++)
		strv_push(&o->redefine, words.v[i]);
}

static uint64_t number(const struct flags *f, uint64_t max)
{
	const char *s = f->value;
	unsigned base = s[0] != '0' ? 10 : (s[1] | 32) == 'x' ? 16 : 8;
	uint64_t v = 0;
	s += base == 16 ? 2 : 0;
	bool good = *s != 0;
	for (; *s && good; s++) {
		unsigned digit = *s <= '9' ? (unsigned)*s - '0' : ((unsigned)*s | 32) - 'a' + 10;
		good = digit < base && v <= (max - digit) / base;
		v = v * base + digit;
	}
	if (!good)
		die(EXIT_FAILED, "%s %s: is not a number that fits; see --help", f->given, f->value);
	return v;
}

static void set_strip(struct elfselect *o, int id)
{
	static const enum elfselect_strip levels[] = { [ALL] = STRIP_ALL,
		[DEBUG] = STRIP_DEBUG,
		[UNNEEDED] = STRIP_UNNEEDED,
		[DWO] = STRIP_DWO,
		[NONDEBUG] = STRIP_NONDEBUG };
	o->strip = levels[id];
}

static void set_compression(struct copyoptions *o, const struct flags *f)
{
	if (!f->value || strcmp(f->value, "none") != 0)
		flags_refuse(f, "it has no zlib; leave the option out, or use binutils or LLVM");
	o->decompress = true;
}

static void read_list(struct copyoptions *o, const struct flags *f, int id)
{
	if (id < LIST_FILE)
		namelist_add(list_of(&o->select, id - LIST), f->value);
	else
		namelist_add_file(list_of(&o->select, id - LIST_FILE), f->value);
}

static void read_pairs(struct copyoptions *o, const struct flags *f, int id)
{
	if (id == ADD)
		add_pair(f, &o->add);
	else if (id == DUMP)
		add_pair(f, &o->dump);
	else if (id == UPDATE)
		add_pair(f, &o->update);
	else if (id == REDEFINE)
		add_pair(f, &o->select.redefine);
	else if (id == REDEFINE_FILE)
		add_redefine_file(f, &o->select);
	else if (id == RENAME)
		add_rename(f, &o->select);
	else if (id == SET_FLAGS)
		add_flags(f, &o->select);
}

static void read_option(struct copyoptions *o, const struct flags *f, int id)
{
	bool *on = switch_of(o, id);
	const char **text = text_of(o, id);
	if (on)
		*on = true;
	else if (text)
		*text = f->value;
	else if (id >= LIST)
		read_list(o, f, id);
	else if (id >= ALL && id <= NONDEBUG)
		set_strip(&o->select, id);
	else if (id == DISCARD_ALL || id == DISCARD_L)
		o->select.discard = id == DISCARD_ALL ? DISCARD_LOCAL : DISCARD_GENERATED;
	else if (id == DETERMINISTIC)
		o->own_dates = false;
	else if (id == TARGET)
		o->input_target = o->output_target = f->value;
	else if (id == COMPRESS)
		set_compression(o, f);
	else if (id == GAP_FILL)
		o->gaps.fill = (unsigned char)number(f, 255);
	else if (id == PAD_TO)
		o->gaps.pad_to = number(f, UINT64_MAX);
	else if (id == REFUSED)
		flags_refuse(f, "leave it out, or use binutils or LLVM");
	else
		read_pairs(o, f, id);
}

static void check_target(const char *option, const char *name)
{
	if (name && strcmp(name, "binary") != 0 && strcmp(name, "default") != 0 && !elfbinary_target(name))
		die(EXIT_FAILED,
			"%s %s: is a target that is not known here; known are binary and the common ELF ones",
			option, name);
}

static void read_all(struct copyoptions *o, const struct flag *table, const char *const *argv,
	const char *help, const char *version)
{
	struct flags f;
	*o = (struct copyoptions){ 0 };
	flags_open(&f, table, argv);
	for (int id; (id = flags_next(&f));) {
		if (id == HELP)
			print_and_exit(help);
		if (id == VERSION)
			print_and_exit(version);
		read_option(o, &f, id);
	}
	o->operand = f.operand;
	check_target("-I", o->input_target);
	check_target("-O", o->output_target);
}

static bool changes_something(const struct elfselect *o)
{
	return o->strip != STRIP_NONE || o->discard != DISCARD_NONE || o->strip_symbols.name.n;
}

void copyoptions_strip(struct copyoptions *o, const char *const *argv)
{
	read_all(o, strip_table, argv, strip_help,
		"sealcc strip " SEALCC_VERSION ", compatible with GNU strip\n");
	if (!changes_something(&o->select))
		o->select.strip = STRIP_ALL;
	if (!o->operand.n)
		die(EXIT_FAILED, "no file is given; see --help");
	if (o->output && o->operand.n > 1)
		die(EXIT_FAILED, "-o %s: cannot hold more than one file; call strip for each", o->output);
}

void copyoptions_objcopy(struct copyoptions *o, const char *const *argv)
{
	read_all(o, objcopy_table, argv, objcopy_help,
		"sealcc objcopy " SEALCC_VERSION ", compatible with GNU objcopy\n");
	if (!o->operand.n || o->operand.n > 2)
		die(EXIT_FAILED, "needs one file, or one and the name of its copy; see --help");
	if (o->input_target && strcmp(o->input_target, "binary") == 0 &&
		(!o->output_target || !elfbinary_target(o->output_target)))
		die(EXIT_FAILED,
			"-I binary: needs an ELF target too; give one with -O, as in -O elf64-x86-64");
}
