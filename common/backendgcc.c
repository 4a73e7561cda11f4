/* A gcc for the target, with the ld, ar and nm that it uses itself. */
#include <string.h>
#include <unistd.h>

#include "backend.h"
#include "files.h"
#include "host.h"
#include "mem.h"
#include "say.h"

static const char *ask_one(const char *cc, const char *word)
{
	const char *const line[] = { word, NULL };
	const char *text = backend_answer(cc, line);
	return text ? backend_first_line(text) : NULL;
}

/* Whether programs of cc are for t. */
static bool is_for(const char *cc, const struct triple *t, const char **machine)
{
	struct triple own;
	*machine = ask_one(cc, "-dumpmachine");
	return *machine && triple_parse(&own, *machine, NULL) && triple_same(&own, t);
}

static const char *search(const struct triple *t)
{
	char gnu[64];
	const char *machine, *name = mem_cat(triple_write(t, TRIPLE_GNU, gnu, sizeof gnu), "-gcc", NULL);
	const char *found = host_program(name), *plain = host_program("gcc");
	if (!found && plain && is_for(plain, t, &machine))
		found = plain;
	if (!found)
		die(EXIT_NOT_FOUND, "%s: not in PATH; install it (Debian: gcc-%s), or name a gcc by --cc",
			name, gnu);
	return backend_given("PATH", found);
}

static void check_target(const struct backend *b, const struct triple *t)
{
	char want[64];
	const char *machine;
	if (is_for(b->cc, t, &machine))
		return;
	triple_write(t, TRIPLE_GNU, want, sizeof want);
	die(EXIT_FAILED, "%s: is a gcc for %s; name one for %s by --cc", b->cc, machine ? machine : "nothing",
		want);
}

/* a-gcc-12 -> a-g++-12: the last "gcc" of the name, in the same directory. */
static const char *sibling(const char *cc, const char *name)
{
	const char *slash = strrchr(cc, '/'), *at = NULL;
	for (const char *p = slash; (p = strstr(p, "gcc")); p++)
		at = p;
	if (!at)
		return NULL;
	const char *path = mem_cat(mem_dup(cc, (size_t)(at - cc)), name, at + 3, NULL);
	return access(path, X_OK) == 0 ? path : NULL;
}

/* A program that gcc knows; where it says only the name, that of PATH. */
static const char *own_program(const char *cc, const char *name)
{
	const char *path = ask_one(cc, mem_cat("-print-prog-name=", name, NULL));
	const char *found = path && strchr(path, '/') ? path : host_program(name);
	if (!found || access(found, X_OK) != 0)
		die(EXIT_NOT_FOUND, "%s: its %s is not there; install binutils for it", cc, name);
	return found;
}

void backend_gcc(struct backend *b, const struct backend_wish *w, const struct triple *t)
{
	const char *cc = w->cc ? backend_given("--cc", w->cc) : search(t);
	const char *version = ask_one(cc, "--version"), *number = ask_one(cc, "-dumpfullversion");
	if (!version || !number)
		die(EXIT_CANNOT_RUN, "%s: does not answer as gcc does; name a gcc by --cc", cc);
	*b = (struct backend){ .kind = BACKEND_GCC, .cc = cc, .size = files_size(cc), .version = version };
	b->name = mem_cat("gcc ", number, NULL);
	check_target(b, t);
	b->cxx = sibling(cc, "g++");
	if (w->cxx && !b->cxx)
		die(EXIT_NOT_FOUND, "%s: there is no g++ beside it; install it, or leave C++ out by --no-c++",
			cc);
	b->ld = w->ld ? backend_given("--ld", w->ld) : own_program(cc, "ld");
	/* these know what gcc's -flto writes */
	b->ar = sibling(cc, "gcc-ar");
	b->ranlib = sibling(cc, "gcc-ranlib");
	b->nm = sibling(cc, "gcc-nm");
	if (!b->ar)
		b->ar = own_program(cc, "ar");
}
