/* Sources: the ld manual, "WIN32 (cygwin/mingw)", on direct linking to a DLL, for
 * the order of the names. */
#include <string.h>

#include "libraryfind.h"
#include "mem.h"
#include "pelibrary.h"

static const struct libraryform forms[] = {
	{ "lib", ".dll.a", false },
	{ "", ".dll.a", false },
	{ "lib", ".a", true },
	{ "", ".lib", true },
	{ "lib", ".dll", false },
	{ "", ".dll", false },
};

static const char *search(const struct strv *dirs, const char *name, bool archives)
{
	return libraryfind(dirs, forms, sizeof forms / sizeof *forms, name, archives);
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
