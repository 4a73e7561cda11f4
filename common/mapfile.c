#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mapfile.h"

/* NULL, or why the open file cannot be mapped. */
static const char *refuse(const struct mapfile *m)
{
	if (S_ISDIR(m->st.st_mode))
		return "is a directory";
	if (!S_ISREG(m->st.st_mode))
		return "is not an ordinary file";
	return NULL;
}

static const char *map(struct mapfile *m, int fd)
{
	if (fstat(fd, &m->st) != 0)
		return strerror(errno);
	const char *why = refuse(m);
	if (why || m->st.st_size == 0)
		return why;
	m->n = (size_t)m->st.st_size;
	void *p = mmap(NULL, m->n, PROT_READ, MAP_PRIVATE, fd, 0);
	if (p == MAP_FAILED)
		return strerror(errno);
	m->p = p;
	return NULL;
}

bool mapfile_open(struct mapfile *m, const char *path, const char **why)
{
	*m = (struct mapfile){ 0 };
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	*why = fd < 0 ? strerror(errno) : map(m, fd);
	if (fd >= 0)
		close(fd);
	return !*why;
}

void mapfile_close(struct mapfile *m)
{
	if (m->p)
		munmap((void *)m->p, m->n);
	*m = (struct mapfile){ 0 };
}
