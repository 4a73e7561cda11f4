/* Sources: the ld(1) manual of ld64, -l and -framework; the links to libSystem that
 * macOS has in /usr/lib. */
#include <string.h>
#include <unistd.h>

#include "machofind.h"
#include "mem.h"

bool machofind_system(const char *name)
{
	static const char *const names[] = { "System", "c", "dbm", "dl", "gcc_s.1", "info", "m", "poll",
		"proc", "pthread", "rpcsvc", "unwind" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static const char *in_dir(const char *dir, const char *name)
{
	static const char *const ends[] = { ".tbd", ".dylib", ".so", ".a" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *path = mem_cat(dir, "/lib", name, ends[i], NULL);
		if (access(path, F_OK) == 0)
			return path;
	}
	return NULL;
}

const char *machofind_library(const struct strv *dirs, const char *name)
{
	const char *path = NULL;
	for (size_t i = 0; i < dirs->n && !path; i++)
		path = in_dir(dirs->v[i], name);
	return path;
}

bool machofind_framework(const struct strv *dirs, const char *name)
{
	for (size_t i = 0; i < dirs->n; i++) {
		const char *file = mem_cat(dirs->v[i], "/", name, ".framework/", name, NULL);
		if (access(file, F_OK) == 0 || access(mem_cat(file, ".tbd", NULL), F_OK) == 0)
			return true;
	}
	return false;
}
