/* Sources: the ld(1) manual of ld64, -l and -framework; the links to libSystem that
 * macOS has in /usr/lib. */
#include <string.h>
#include <unistd.h>

#include "libraryfind.h"
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

const char *machofind_library(const struct strv *dirs, const char *name)
{
	static const struct libraryform forms[] = {
		{ "lib", ".tbd", false },
		{ "lib", ".dylib", false },
		{ "lib", ".so", false },
		{ "lib", ".a", false },
	};
	return libraryfind(dirs, forms, sizeof forms / sizeof *forms, name, false);
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
