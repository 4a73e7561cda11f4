/* POSIX calls with their failures turned into messages. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "mem.h"
#include "say.h"

bool files_exist(const char *path)
{
	return access(path, F_OK) == 0;
}

static void make_one(const char *path)
{
	struct stat st;
	if (mkdir(path, 0777) != 0 && !(errno == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode)))
		die(EXIT_FAILED, "%s: the directory cannot be made:", path);
}

void files_mkdir(const char *path)
{
	char *p = mem_cat(path, NULL);
	for (char *slash = strchr(p + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = 0;
		make_one(p);
		*slash = '/';
	}
	make_one(p);
}

void files_symlink(const char *to, const char *path)
{
	if (symlink(to, path) != 0)
		die(EXIT_FAILED, "%s: cannot be made:", path);
}

const char *files_size(const char *path)
{
	struct stat st;
	char *buf = mem_alloc(24);
	if (stat(path, &st) != 0)
		die(EXIT_CANNOT_RUN, "%s:", path);
	snprintf(buf, 24, "%lld", (long long)st.st_size);
	return buf;
}

static void write_bytes(const char *path, const char *p, size_t n, mode_t mode)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
	if (fd < 0)
		die(EXIT_FAILED, "%s: cannot be written:", path);
	while (n) {
		ssize_t done = write(fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			die(EXIT_FAILED, "%s: cannot be written:", path);
		p += done;
		n -= (size_t)done;
	}
	if (close(fd) != 0)
		die(EXIT_FAILED, "%s: cannot be written:", path);
}

void files_write(const char *path, const char *text)
{
	write_bytes(path, text, strlen(text), 0666);
}

void files_write_bytes(const char *path, const char *bytes, size_t n)
{
	write_bytes(path, bytes, n, 0666);
}

void files_write_program(const char *path, const void *bytes, size_t n)
{
	write_bytes(path, bytes, n, 0777);
}

char *files_read(const char *path, size_t *n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) != 0)
		die(EXIT_FAILED, "%s: cannot be read:", path);
	char *p = mem_alloc((size_t)st.st_size + 1);
	size_t have = 0;
	while (have < (size_t)st.st_size) {
		ssize_t got = read(fd, p + have, (size_t)st.st_size - have);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			die(EXIT_FAILED, "%s: cannot be read:", path);
		if (got == 0)
			break;
		have += (size_t)got;
	}
	close(fd);
	if (n)
		*n = have;
	return p;
}

/* Copies are streamed through one buffer: a tree has thousands of files, and
 * memory is never freed. */
void files_copy(const char *from, const char *to)
{
	static char buf[128 * 1024];
	int in = open(from, O_RDONLY | O_CLOEXEC);
	if (in < 0)
		die(EXIT_FAILED, "%s: cannot be read:", from);
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (out < 0)
		die(EXIT_FAILED, "%s: cannot be written:", to);
	ssize_t n;
	while ((n = read(in, buf, sizeof buf)) > 0)
		for (ssize_t done = 0, more; done < n; done += more)
			if ((more = write(out, buf + done, (size_t)(n - done))) < 0)
				die(EXIT_FAILED, "%s: cannot be written:", to);
	if (n < 0)
		die(EXIT_FAILED, "%s: cannot be read:", from);
	close(in);
	if (close(out) != 0)
		die(EXIT_FAILED, "%s: cannot be written:", to);
}

static bool is_directory(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void copy_entry(const char *from, const char *to, const char *name)
{
	char a[4096], b[4096];
	int n = snprintf(a, sizeof a, "%s/%s", from, name);
	int m = snprintf(b, sizeof b, "%s/%s", to, name);
	if (n >= (int)sizeof a || m >= (int)sizeof b)
		die(EXIT_FAILED, "%s/%s: the path is too long; use a shorter directory", to, name);
	if (is_directory(a))
		files_copy_tree(a, b);
	else
		files_copy(a, b);
}

void files_copy_tree(const char *from, const char *to)
{
	DIR *d = opendir(from);
	if (!d && errno == ENOENT)
		return;
	if (!d)
		die(EXIT_FAILED, "%s: cannot be read:", from);
	files_mkdir(to);
	for (struct dirent *e; (e = readdir(d));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			copy_entry(from, to, e->d_name);
	closedir(d);
}

void files_link(const char *path, const char *name)
{
	unlink(name);
	if (link(path, name) == 0)
		return;
	size_t n;
	struct stat st;
	char *bytes = files_read(path, &n);
	if (!bytes || stat(path, &st) != 0)
		die(EXIT_FAILED, "%s: cannot be read:", path);
	write_bytes(name, bytes, n, st.st_mode & 0777);
}

void files_remove(const char *path)
{
	struct stat st;
	if (lstat(path, &st) != 0)
		return;
	DIR *d = S_ISDIR(st.st_mode) ? opendir(path) : NULL;
	if (!d) {
		unlink(path);
		return;
	}
	for (struct dirent *e; (e = readdir(d));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			files_remove(mem_cat(path, "/", e->d_name, NULL));
	closedir(d);
	rmdir(path);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void files_list(const char *dir, struct strv *paths)
{
	size_t first = paths->n;
	DIR *d = opendir(dir);
	if (!d && errno == ENOENT)
		return;
	if (!d)
		die(EXIT_FAILED, "%s: cannot be read:", dir);
	for (struct dirent *e; (e = readdir(d));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			strv_push(paths, mem_cat(dir, "/", e->d_name, NULL));
	closedir(d);
	if (paths->n > first)
		qsort(paths->v + first, paths->n - first, sizeof *paths->v, by_name);
}
