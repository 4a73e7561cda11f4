#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "replace.h"

/* What a signal must clear away. */
static const char *volatile unfinished;

static void clear_away(int sig)
{
	if (unfinished)
		unlink(unfinished);
	signal(sig, SIG_DFL);
	raise(sig);
}

static void catch_signals(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGXFSZ };
	struct sigaction old, sa = { .sa_handler = clear_away };
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			sigaction(signals[i], &sa, NULL);
}

static bool write_all(int fd, struct elf_bytes b)
{
	while (b.n) {
		ssize_t done = write(fd, b.p, b.n < 1 << 30 ? b.n : 1 << 30);
		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			b.p += done;
			b.n -= (size_t)done;
		}
	}
	return true;
}

/* The owner may be another's; then the new file is ours, without set-user-ID. */
static bool dress(int fd, const struct stat *like, bool keep_times)
{
	mode_t mode = like->st_mode & 07777;
	const struct timespec times[2] = { like->st_atim, like->st_mtim };
	if (fchown(fd, like->st_uid, like->st_gid) != 0)
		mode &= 0777;
	return fchmod(fd, mode) == 0 && (!keep_times || futimens(fd, times) == 0);
}

/* Open a file that did not exist, beside path. */
static int open_beside(const char *path, const char **name)
{
	char *template = mem_cat(path, ".XXXXXX", NULL);
	int fd = mkstemp(template);
	*name = template;
	if (fd >= 0)
		fcntl(fd, F_SETFD, FD_CLOEXEC);
	return fd;
}

static bool overwrite(const char *path, struct elf_bytes bytes, const struct stat *like, bool keep_times)
{
	sigset_t all, old;
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &old);
	bool good = write_all(fd, bytes) && ftruncate(fd, (off_t)bytes.n) == 0 && dress(fd, like, keep_times);
	sigprocmask(SIG_SETMASK, &old, NULL);
	return close(fd) == 0 && good;
}

static bool put_in_place(
	const char *tmp, const char *path, struct elf_bytes bytes, const struct stat *like, bool keep_times)
{
	struct stat st;
	if (lstat(path, &st) != 0 || st.st_nlink < 2)
		return rename(tmp, path) == 0;
	bool good = overwrite(path, bytes, like, keep_times);
	int error = errno;
	unlink(tmp);
	errno = error;
	return good;
}

static bool write_beside(const char *path, struct elf_bytes bytes, const struct stat *like, bool keep_times)
{
	const char *tmp;
	int fd = open_beside(path, &tmp);
	if (fd < 0)
		return false;
	unfinished = tmp;
	catch_signals();
	bool good = write_all(fd, bytes) && dress(fd, like, keep_times);
	good = close(fd) == 0 && good && put_in_place(tmp, path, bytes, like, keep_times);
	if (!good) {
		int error = errno;
		unlink(tmp);
		errno = error;
	}
	unfinished = NULL;
	return good;
}

static bool write_through(const char *path, struct elf_bytes bytes)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	bool good = write_all(fd, bytes);
	return close(fd) == 0 && good;
}

const char *replace_file(const char *path, struct elf_bytes bytes, const struct stat *like, bool keep_times)
{
	struct stat st;
	bool there = stat(path, &st) == 0;
	if (there && !S_ISREG(st.st_mode))
		return write_through(path, bytes) ? NULL : strerror(errno);
	char real[PATH_MAX];
	bool found = there && realpath(path, real);
	return write_beside(found ? real : path, bytes, like, keep_times) ? NULL : strerror(errno);
}

const char *replace_new(const char *path, struct elf_bytes bytes)
{
	mode_t mask = umask(0);
	umask(mask);
	const struct stat like = { .st_mode = 0666 & ~mask, .st_uid = geteuid(), .st_gid = getegid() };
	return replace_file(path, bytes, &like, false);
}
