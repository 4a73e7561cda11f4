/* The cache of toolchains: whether one can be put there, and what is there. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "../../common/files.h"
#include "../../common/mem.h"
#include "../../common/quote.h"
#include "../../common/seal.h"
#include "../../common/text.h"
#include "cache.h"
#include "checks.h"

/* A toolchain with C++ takes 100 to 200 MB while it is made. */
enum { ROOM_MB = 300 };

/* The value of a line of sealcc.conf, or NULL.  toolchain_open would end the
 * process on a file that is damaged. */
static const char *value_of(const char *conf, const char *key)
{
	const char *p = strstr(conf, mem_cat("\n", key, " = ", NULL));
	if (!p)
		return NULL;
	p += strlen(key) + 4;
	return mem_dup(p, strcspn(p, "\n"));
}

/* What is wrong with the compiler of a toolchain; NULL when nothing is. */
static const char *driver_trouble(const char *path, const char *backend, const char *size)
{
	struct stat st;
	char now[24];
	const char *its = mem_cat("its ", mem_dup(backend, strcspn(backend, " ")), " ", path, NULL);
	if (stat(path, &st) != 0)
		return mem_cat(its, " is gone", NULL);
	snprintf(now, sizeof now, "%lld", (long long)st.st_size);
	return size && strcmp(size, now) != 0 ? mem_cat(its, " was replaced", NULL) : NULL;
}

/* Whether this sealcc made it. */
static bool is_current(const char *conf, const char *target)
{
	struct triple t;
	return triple_parse(&t, target, NULL) && strstr(conf, seal_maker(&t));
}

static void check_toolchain(struct findings *f, const char *dir)
{
	const char *text = files_read(mem_cat(dir, "/sealcc.conf", NULL), NULL);
	const char *remove = mem_cat("remove it: rm -r ", quote(&quote_sh, dir), NULL);
	text = text ? mem_cat("\n", text, NULL) : "";
	const char *driver = value_of(text, "driver"), *target = value_of(text, "target");
	const char *backend = value_of(text, "backend");
	if (!driver || !target || !backend) {
		findings_add(f, "toolchain", STATE_WARNING, mem_cat(dir, ": sealcc.conf is damaged", NULL),
			remove);
		return;
	}
	const char *trouble = driver_trouble(driver, backend, value_of(text, "driver-size"));
	const char *name = mem_cat(target, ", ", backend, ", ", dir, NULL);
	if (trouble)
		findings_add(f, "toolchain", STATE_WARNING, mem_cat(name, ": ", trouble, NULL), remove);
	else if (!is_current(text, target))
		findings_add(f, "toolchain", STATE_NOTE,
			mem_cat(name, ": made by another sealcc, not used", NULL), remove);
	else
		findings_add(f, "toolchain", STATE_OK, name, "");
}

static void check_entry(struct findings *f, const char *cache, const char *name)
{
	const char *path = mem_cat(cache, "/", name, NULL);
	if (*name == '.' && text_ends(name, ".tmp"))
		findings_add(f, "cache", STATE_NOTE,
			mem_cat(path, ": is being made, or was left by a sealcc that was killed", NULL),
			"it is cleared when the toolchain is made");
	else if (*name != '.' && files_exist(mem_cat(path, "/sealcc.conf", NULL)))
		check_toolchain(f, path);
}

/* The nearest directory above path that is there, where one would be made. */
static const char *existing(const char *path)
{
	while (!files_exist(path)) {
		const char *slash = strrchr(path, '/');
		if (!slash)
			return ".";
		path = slash == path ? "/" : mem_dup(path, (size_t)(slash - path));
	}
	return path;
}

static void check_room(struct findings *f, const char *cache)
{
	struct statvfs v;
	char text[64];
	const char *at = existing(cache);
	if (access(at, W_OK | X_OK) != 0) {
		findings_add(f, "cache", STATE_PROBLEM, mem_cat(at, ": ", strerror(errno), NULL),
			"set SEALCC_CACHE to a directory that you can write to");
		return;
	}
	unsigned long long free_mb =
		statvfs(at, &v) == 0 ? (unsigned long long)v.f_bavail * v.f_frsize / 1000000 : ROOM_MB;
	snprintf(text, sizeof text, ": can be written, %llu MB free", free_mb);
	bool enough = free_mb >= ROOM_MB;
	findings_add(f, "cache", enough ? STATE_OK : STATE_WARNING, mem_cat(cache, text, NULL),
		enough ? "" : "a toolchain with C++ takes up to 300 MB while it is made; free some space");
}

void check_cache(struct findings *f)
{
	const char *cache = cache_directory();
	if (!cache) {
		findings_add(f, "cache", STATE_PROBLEM, "there is no HOME",
			"set SEALCC_CACHE to a directory for toolchains");
		return;
	}
	check_room(f, cache);
	struct dirent **names;
	int n = scandir(cache, &names, NULL, alphasort);
	for (int i = 0; i < n; i++)
		check_entry(f, cache, names[i]->d_name);
}
