/* Sources: the ld manual, "WIN32 (cygwin/mingw)", on direct linking to a DLL, for
 * the order of the names; the same manual, option -l, for the colon. */
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "pelibrary.h"

static const struct form {
	const char *front, *end;
	bool archive;
} forms[] = {
	{ "lib", ".dll.a", false },
	{ "", ".dll.a", false },
	{ "lib", ".a", true },
	{ "", ".lib", true },
	{ "lib", ".dll", false },
	{ "", ".dll", false },
};

static const char *existing(const char *path)
{
	return access(path, F_OK) == 0 ? path : NULL;
}

static const char *in_dir(const char *dir, const char *name, bool archives)
{
	if (*name == ':')
		return existing(mem_cat(dir, "/", name + 1, NULL));
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const struct form *f = &forms[i];
		const char *path = f->archive || !archives
					   ? existing(mem_cat(dir, "/", f->front, name, f->end, NULL))
					   : NULL;
		if (path)
			return path;
	}
	return NULL;
}

static const char *search(const struct strv *dirs, const char *name, bool archives)
{
	const char *path = NULL;
	for (size_t i = 0; i < dirs->n && !path; i++)
		path = in_dir(dirs->v[i], name, archives);
	return path;
}

static const char *small(const char *name)
{
	char *out = mem_cat(name, NULL);
	for (char *p = out; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 'a' - 'A';
	return out;
}

const char *pelibrary_find(const struct strv *dirs, const char *name, bool archives)
{
	/* clang's word for -shared-libgcc; of libunwind there is only an archive */
	if (strcmp(name, ":libunwind.dll.a") == 0 && !search(dirs, name, archives))
		name = ":libunwind.a";
	const char *path = search(dirs, name, archives);
	return path ? path : search(dirs, small(name), archives);
}
