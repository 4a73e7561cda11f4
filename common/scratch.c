#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dirnames.h"
#include "mem.h"
#include "say.h"
#include "scratch.h"

void scratch_make(const char *path)
{
	if (mkdir(path, 0777) != 0)
		die(EXIT_FAILED, "%s: cannot be made:", path);
}

void scratch_remove(const char *path)
{
	struct strv names;
	if (unlink(path) == 0)
		return;
	dirnames_list(&names, path, O_NOFOLLOW);
	for (size_t i = 0; i < names.n; i++)
		scratch_remove(mem_cat(path, "/", names.v[i], NULL));
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
