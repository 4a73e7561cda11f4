/* Source: the getdents(2) manual. */
#define _DEFAULT_SOURCE /* syscall in <unistd.h> */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "mem.h"
#include "say.h"
#include "scratch.h"

enum { ENTRY_NAME = 19, ENTRY_LENGTH = 16 };

void scratch_make(const char *path)
{
	if (mkdir(path, 0777) != 0)
		die(EXIT_FAILED, "%s: cannot be made:", path);
}

static bool dots(const char *name)
{
	return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

static void remove_entries(const char *path, const char *entries, long n)
{
	unsigned short length;
	for (const char *p = entries; p < entries + n; p += length) {
		memcpy(&length, p + ENTRY_LENGTH, sizeof length);
		if (!dots(p + ENTRY_NAME))
			scratch_remove(mem_cat(path, "/", p + ENTRY_NAME, NULL));
	}
}

void scratch_remove(const char *path)
{
	char entries[4096];
	long n;
	if (unlink(path) == 0)
		return;
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return;
	while ((n = syscall(SYS_getdents64, fd, entries, sizeof entries)) > 0)
		remove_entries(path, entries, n);
	close(fd);
	rmdir(path);
}

bool scratch_write(const char *path, const void *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	const char *bytes = p;
	if (fd < 0)
		return false;
	while (n) {
		ssize_t k = write(fd, bytes, n);
		if (k <= 0)
			break;
		bytes += k;
		n -= (size_t)k;
	}
	return close(fd) == 0 && !n;
}
