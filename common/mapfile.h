/* A file's bytes, read-only, without copying them. */
#ifndef MAPFILE_H
#define MAPFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

struct mapfile {
	const unsigned char *p; /* NULL when the file is empty */
	size_t n;
	struct stat st;
};

/* Map a regular file.  False when that cannot be done, with one line in *why:
 * a static text or strerror's. */
bool mapfile_open(struct mapfile *m, const char *path, const char **why);
void mapfile_close(struct mapfile *m);

#endif
