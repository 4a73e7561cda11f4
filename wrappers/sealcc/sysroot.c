/* sealcc sysroot: a sysroot from Debian's packages, which has what zig lacks: the
 * static glibc. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../common/child.h"
#include "../../common/files.h"
#include "../../common/mem.h"
#include "../../common/say.h"
#include "../../common/spawn.h"
#include "../../common/sysroot.h"
#include "../../common/text.h"
#include "commands.h"

static const char help[] =
	"usage: sealcc sysroot DIR [--arch A] [--suite S] [--with PACKAGE]... [--deb FILE...]\n"
	"\n"
	"Make a sysroot in DIR from Debian packages: glibc with its static library, libstdc++ and\n"
	"libgcc. 'sealcc new --sysroot DIR' makes a toolchain over it. DIR may be moved.\n"
	"\n"
	"  --arch A       Debian's name of the architecture: amd64, arm64, ...; else this machine's\n"
	"  --suite S      a release that apt knows: bookworm, trixie; else the one that apt prefers\n"
	"  --with P       this package, too (not what it depends on): libc++-19-dev, zlib1g-dev, ...\n"
	"  --deb FILE...  take these packages, fetch none; otherwise 'apt-get download' does\n";

struct order {
	const char *dir, *arch, *suite;
	struct strv more;     /* names of packages */
	struct strv packages; /* files */
	bool given;           /* they are the user's */
};

static char *value(char ***argv)
{
	const char *name = **argv;
	if (!(*argv)[1])
		die(EXIT_USAGE, "%s: value missing; see 'sealcc sysroot --help'", name);
	return *++*argv;
}

static void read_word(struct order *o, char ***argv)
{
	const char *word = **argv;
	if (strcmp(word, "--arch") == 0)
		o->arch = value(argv);
	else if (strcmp(word, "--suite") == 0)
		o->suite = value(argv);
	else if (strcmp(word, "--with") == 0)
		strv_push(&o->more, value(argv));
	else if (strcmp(word, "--deb") == 0) {
		o->given = true;
		strv_push(&o->packages, value(argv));
	} else if (*word == '-')
		die(EXIT_USAGE, "%s: unknown option; see 'sealcc sysroot --help'", word);
	else if (!o->dir)
		o->dir = word;
	else if (o->given)
		strv_push(&o->packages, word);
	else
		die(EXIT_USAGE, "%s: one directory only; see 'sealcc sysroot --help'", word);
}

static const char *architecture(const struct order *o)
{
	static const char *const ask[] = { "dpkg", "--print-architecture", NULL };
	const char *arch = o->arch ? o->arch : child_line(ask);
	if (!arch)
		die(EXIT_FAILED, "--arch: there is no dpkg to tell this machine's; give it");
	return arch;
}

/* gcc's major version in the suite: the package gcc needs gcc-N. */
static const char *gcc_version(const struct order *o, const char *arch)
{
	char *text;
	const char *const ask[] = { "apt-cache", "show", "--no-all-versions",
		mem_cat("gcc:", arch, o->suite ? "/" : NULL, o->suite, NULL), NULL };
	const struct child c = { .argv = ask };
	const char *at = child_read(&c, 0, &text) == 0 ? text : NULL;
	size_t n = 0;
	while (!n && at && (at = text_find(at, " gcc-"))) {
		at += strlen(" gcc-");
		n = strspn(at, "0123456789");
	}
	if (!n)
		die(EXIT_FAILED,
			"apt-cache: knows no gcc for %s; run 'dpkg --add-architecture %s' and 'apt-get "
			"update', or "
			"give the packages by --deb",
			arch, arch);
	return mem_dup(at, n);
}

/* libgcc-N-dev and libstdc++-N-dev carry the version in the middle, gcc-N-base has
 * the copyright of all of gcc's. */
static void name_packages(struct strv *line, const struct order *o)
{
	static const char *const names[][2] = { { "libc6", "" }, { "libc6-dev", "" },
		{ "linux-libc-dev", "" }, { "libcrypt1", "" }, { "libcrypt-dev", "" }, { "libgcc-s1", "" },
		{ "libstdc++6", "" }, { "libatomic1", "" }, { "libgomp1", "" }, { "libitm1", "" },
		{ "libgcc-", "-dev" }, { "libstdc++-", "-dev" }, { "gcc-", "-base" } };
	const char *arch = architecture(o), *version = gcc_version(o, arch);
	const char *end = mem_cat(":", arch, o->suite ? "/" : NULL, o->suite, NULL);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *name =
			*names[i][1] ? mem_cat(names[i][0], version, names[i][1], NULL) : names[i][0];
		strv_push(line, mem_cat(name, end, NULL));
	}
	for (size_t i = 0; i < o->more.n; i++)
		strv_push(line, mem_cat(o->more.v[i], end, NULL));
}

static const char *last_line(char *text)
{
	char *line = text;
	for (char *p = strtok(text, "\n"); p; p = strtok(NULL, "\n"))
		if (strncmp(p, "E:", 2) == 0)
			line = p;
	return line;
}

static void fetch(struct order *o, const char *work)
{
	char *text;
	struct strv line;
	strv_init(&line, 16);
	strv_push(&line, "apt-get");
	strv_push(&line, "download");
	name_packages(&line, o);
	files_mkdir(work);
	const struct child c = { .argv = line.v, .dir = work };
	int status = child_read(&c, 1, &text);
	if (status == EXIT_NOT_FOUND)
		die(EXIT_FAILED, "apt-get: not found; fetch the packages elsewhere and give them by --deb");
	if (status != 0)
		die(EXIT_FAILED, "apt-get: %s; run 'apt-get update', or give the packages by --deb",
			last_line(text));
	files_list(work, &o->packages);
}

static void check_place(const char *dir)
{
	if (rmdir(dir) != 0 && errno != ENOENT)
		die(EXIT_FAILED, "%s: exists and is not empty; remove it or choose another place", dir);
}

static void make(struct order *o, const char *tmp)
{
	const char *out = mem_cat(tmp, "/out", NULL);
	files_mkdir(out);
	if (!o->given)
		fetch(o, mem_cat(tmp, "/packages", NULL));
	sysroot_unpack(out, &o->packages);
	sysroot_settle(out);
	if (rename(out, o->dir) != 0)
		die(EXIT_FAILED, "%s: cannot be renamed into place:", o->dir);
}

/* In a child, so that whatever ends it leaves someone to clear up. */
static int make_in_child(struct order *o)
{
	struct spawn s;
	const char *tmp = mem_cat(o->dir, ".tmp", NULL);
	files_remove(tmp);
	if (!spawn_fork(&s)) {
		make(o, tmp);
		_exit(0);
	}
	int status = spawn_wait(&s);
	files_remove(tmp);
	if (status != 0)
		spawn_end(status);
	return 0;
}

int command_sysroot(char **argv)
{
	struct order o = { .dir = NULL };
	strv_init(&o.packages, 16);
	for (; *argv; argv++) {
		if (strcmp(*argv, "--help") == 0 || strcmp(*argv, "-h") == 0) {
			fputs(help, stdout);
			return 0;
		}
		read_word(&o, &argv);
	}
	if (!o.dir)
		die(EXIT_USAGE, "DIR: missing; see 'sealcc sysroot --help'");
	if (o.given && (o.arch || o.suite || o.more.n))
		die(EXIT_USAGE, "--deb: the packages are all there is; leave out --arch, --suite and --with");
	check_place(o.dir);
	return make_in_child(&o);
}
