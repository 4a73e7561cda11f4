/* sealcc inspect: what a program, library or object is and needs, and whether that
 * is what a release may be and need. */
#include <stdio.h>
#include <string.h>

#include "../../common/mapfile.h"
#include "../../common/mem.h"
#include "../../common/require.h"
#include "../../common/say.h"
#include "commands.h"
#include "inspectprint.h"

static const char help[] =
	"usage: sealcc inspect [--json] [--require RULES] FILE...\n"
	"\n"
	"Tell what programs, libraries, object files and archives are and need: of ELF files the\n"
	"machine, kind, loader, libraries, newest versions of glibc's and libstdc++'s symbols and\n"
	"who needs them, paths of the machine that built them, properties of the code; of Mach-O,\n"
	"COFF and PE files an outline. Nothing is run.\n"
	"\n"
	"  --require RULES   print only the rules that a file breaks, a line each, and exit with 1\n"
	"                    when there is one: --require 'arch=aarch64,glibc<=2.28,no-rpath'\n"
	"  --json            print an array with an object for each file\n"
	"\n"
	"The rules; several values are separated by ':', and those of soname, needed, rpath and\n"
	"build-paths are patterns, in which '*' stands for anything:\n";

struct order {
	struct strv files;
	struct require require;
	bool json, begun;
	struct out out;
};

static int print_help(void)
{
	const char *text, *what;
	fputs(help, stdout);
	for (size_t i = 0; (text = require_rule_text(i, &what)); i++)
		printf("  %-28s %s\n", text, what);
	return 0;
}

static void read_word(struct order *o, char ***argv)
{
	static const char require[] = "--require";
	const char *word = **argv;
	size_t n = sizeof require - 1;
	if (strcmp(word, "--json") == 0)
		o->json = true;
	else if (strncmp(word, require, n) == 0 && word[n] == '=')
		require_add(&o->require, word + n + 1);
	else if (strcmp(word, require) == 0 && (*argv)[1])
		require_add(&o->require, *++*argv);
	else if (strcmp(word, require) == 0)
		die(EXIT_USAGE, "--require: value missing; see 'sealcc inspect --help'");
	else if (*word == '-' && word[1])
		die(EXIT_USAGE, "%s: unknown option; see 'sealcc inspect --help'", word);
	else
		strv_push(&o->files, word);
}

/* Say what is wrong with f and its members; whether nothing is. */
static bool say_broken(const struct inspect *f, const struct require *r)
{
	size_t n;
	const struct require_broken *list = require_check(r, f, &n);
	bool good = !n && !f->damage;
	if (f->damage)
		say("%s: %s", f->name, f->damage);
	for (size_t i = 0; i < n; i++)
		say("%s: %s: %s", f->name, list[i].by->text, list[i].found);
	for (size_t i = 0; i < f->members; i++)
		good = say_broken(&f->member[i], r) && good;
	return good;
}

static void print(struct order *o, const struct inspect *f)
{
	if (o->json) {
		out_text(&o->out, o->begun ? ",\n" : "\n");
		inspectprint_json(&o->out, f, &o->require);
		o->begun = true;
	} else if (!o->require.n && f->format != INSPECT_UNKNOWN) {
		inspectprint_text(&o->out, f);
	}
}

static bool look_at(struct order *o, const char *path)
{
	struct mapfile m;
	struct inspect f = { .name = path };
	if (mapfile_open(&m, path, &f.damage))
		inspect(&f, path, (struct elf_bytes){ m.p, m.n }, &o->require.allowed_paths);
	print(o, &f);
	bool good = say_broken(&f, &o->require);
	mapfile_close(&m);
	return good;
}

int command_inspect(char **argv)
{
	struct order *o = mem_alloc(sizeof *o);
	bool good = true;
	for (; *argv && strcmp(*argv, "--") != 0; argv++) {
		if (strcmp(*argv, "--help") == 0 || strcmp(*argv, "-h") == 0)
			return print_help();
		read_word(o, &argv);
	}
	while (*argv && *++argv)
		strv_push(&o->files, *argv);
	if (!o->files.n)
		die(EXIT_USAGE, "FILE: missing; see 'sealcc inspect --help'");
	if (o->json)
		out_text(&o->out, "[");
	for (size_t i = 0; i < o->files.n; i++)
		good = look_at(o, o->files.v[i]) && good;
	if (o->json)
		out_text(&o->out, "\n]\n");
	out_flush(&o->out);
	return good ? 0 : EXIT_FAILED;
}
