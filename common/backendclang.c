/* A clang, with the lld, llvm-ar and llvm-nm that are its own: beside it, or with
 * its version behind their names in PATH (as Debian has them), or plain. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend.h"
#include "files.h"
#include "files.h"
#include "host.h"
#include "mem.h"
#include "say.h"

enum { NEWEST = 40, OLDEST = 14 };

static const char *versioned(const char *name, unsigned version)
{
	char buf[16];
	snprintf(buf, sizeof buf, "-%u", version);
	return host_program(mem_cat(name, buf, NULL));
}

const char *backend_find_clang(void)
{
	const char *found = host_program("clang");
	for (unsigned v = NEWEST; !found && v >= OLDEST; v--)
		found = versioned("clang", v);
	return found ? backend_given("PATH", found) : NULL;
}

static const char *search(void)
{
	const char *found = backend_find_clang();
	if (!found)
		die(EXIT_NOT_FOUND,
			"clang: none in PATH; install one (Debian: clang-19), or name one by --cc");
	return found;
}

struct place {
	const char *dir; /* where clang itself is */
	unsigned major;
};

static const char *companion(const struct place *p, const char *name)
{
	const char *beside = mem_cat(p->dir, "/", name, NULL), *found = NULL;
	if (p->dir && access(beside, X_OK) == 0)
		return beside;
	if (p->major)
		found = versioned(name, p->major);
	return found ? found : host_program(name);
}

static const char *linker(const struct place *p, const char *given)
{
	char major[16];
	const char *found = given ? backend_given("--ld", given) : companion(p, "ld.lld");
	snprintf(major, sizeof major, "%u", p->major);
	if (!found)
		die(EXIT_NOT_FOUND,
			"lld: none beside clang in %s and none in PATH; install one (Debian: lld-%s), or "
			"name "
			"one by --ld",
			p->dir, major);
	return found;
}

/* GNU ar does for objects, but an llvm-ar also lists what is in bitcode. */
static const char *archiver(const struct place *p, const struct triple *t)
{
	char gnu[64];
	const char *found = companion(p, "llvm-ar");
	triple_write(t, TRIPLE_GNU, gnu, sizeof gnu);
	if (!found)
		found = host_program(mem_cat(gnu, "-ar", NULL));
	if (!found)
		die(EXIT_NOT_FOUND,
			"llvm-ar: none beside clang in %s and none in PATH, nor %s-ar; install llvm", p->dir,
			gnu);
	return found;
}

/* A compile, since clang lists its targets by other names than it takes. */
static void check_target(const struct backend *b, const struct triple *t)
{
	const char *target = backend_target(t);
	const char *const line[] = { target, "-S", "-o", "-", "-x", "c", "/dev/null", NULL };
	if (!backend_answer(b->cc, line))
		die(EXIT_FAILED, "%s: cannot compile for %s; name a clang by --cc that has this target",
			b->name, target + strlen("--target="));
}

/* What clang answers: its number, and where it and its companions are. */
static const char *ask(const char *cc, const char **number, struct place *p)
{
	static const char *const line[] = { "--version", NULL };
	const char *text = backend_answer(cc, line);
	*number = text ? backend_word_after(text, "clang version ") : NULL;
	if (!*number)
		return NULL;
	p->dir = backend_word_after(text, "InstalledDir: ");
	p->major = (unsigned)strtoul(*number, NULL, 10);
	return text;
}

const char *backend_find_lld(const char *clang)
{
	struct place p;
	const char *number;
	return ask(clang, &number, &p) ? companion(&p, "ld.lld") : NULL;
}

void backend_clang(struct backend *b, const struct backend_wish *w, const struct triple *t)
{
	struct place p;
	const char *number, *cc = w->cc ? backend_given("--cc", w->cc) : search();
	const char *text = ask(cc, &number, &p);
	if (!text)
		die(EXIT_CANNOT_RUN, "%s: does not answer --version as clang does; name a clang by --cc", cc);
	*b = (struct backend){ .kind = BACKEND_CLANG, .cc = cc, .size = files_size(cc) };
	b->version = backend_first_line(text);
	b->name = mem_cat("clang ", number, NULL);
	b->ld = linker(&p, w->ld);
	b->ar = archiver(&p, t);
	b->ranlib = companion(&p, "llvm-ranlib");
	b->nm = companion(&p, "llvm-nm");
	check_target(b, t);
}
