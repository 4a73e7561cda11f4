/* Source: the ld manual, option -l. */
#include <unistd.h>

#include "libraryfind.h"
#include "mem.h"

static const char *existing(const char *dir, const char *front, const char *name, const char *end)
{
	const char *path = mem_cat(dir, "/", front, name, end, NULL);
	return access(path, F_OK) == 0 ? path : NULL;
}

static const char *in_dir(
	const char *dir, const struct libraryform *form, size_t n, const char *name, bool archives)
{
	const char *path = NULL;
	if (*name == ':')
		return existing(dir, "", name + 1, "");
	for (size_t i = 0; i < n && !path; i++)
		if (form[i].archive || !archives)
			path = existing(dir, form[i].front, name, form[i].end);
	return path;
}

const char *libraryfind(
	const struct strv *dirs, const struct libraryform *form, size_t n, const char *name, bool archives)
{
	const char *path = NULL;
	for (size_t i = 0; i < dirs->n && !path; i++)
		path = in_dir(dirs->v[i], form, n, name, archives);
	return path;
}
