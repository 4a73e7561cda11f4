/* getdents64(2), whose records libc does not declare. */
#define _GNU_SOURCE /* syscall: Linux only */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "dirnames.h"
#include "mem.h"
#include "text.h"

struct record {
	uint64_t ino, off;
	unsigned short size;
	unsigned char type;
	char name[];
};

static void insert(struct strv *out, const char *name)
{
	strv_push(out, name);
	for (size_t i = out->n - 1; i && strcmp(out->v[i - 1], name) > 0; i--) {
		out->v[i] = out->v[i - 1];
		out->v[i - 1] = name;
	}
}

void dirnames_list(struct strv *out, const char *path, int flags)
{
	enum { ROOM = 16384 };
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
	strv_init(out, 16);
	for (long n; fd >= 0;) {
		char *p = mem_alloc(ROOM); /* the names stay in it */
		n = syscall(SYS_getdents64, fd, p, ROOM);
		if (n <= 0)
			break;
		for (char *end = p + n; p < end; p += ((struct record *)p)->size)
			if (!text_begins("..", ((struct record *)p)->name))
				insert(out, ((struct record *)p)->name);
	}
	close(fd);
}
