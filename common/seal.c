/* The directory of a toolchain: its fingerprint, its lock, its way into place. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buildfile.h"
#include "child.h"
#include "cpuprobe.h"
#include "files.h"
#include "givenroot.h"
#include "hash.h"
#include "install.h"
#include "mem.h"
#include "say.h"
#include "seal.h"
#include "version.h"
#include "zigroot.h"

/* The byte 0xff, which no text has, keeps "ab" "c" and "a" "bc" apart. */
static uint64_t hash_text(uint64_t h, const char *s)
{
	return hash_bytes(hash_bytes(h, s, strlen(s)), "\xff", 1);
}

char *seal_fingerprint(const struct seal *s, char *buf)
{
	char target[64];
	const char *const parts[] = { SEALCC_VERSION, s->zig->version, s->zig->size,
		triple_write(&s->target, TRIPLE_ZIG, target, sizeof target), s->cpu ? s->cpu : "",
		s->cxx_shared ? "shared"
		: s->cxx      ? "c++"
			      : "",
		s->sysroot ? s->sysroot : "", install_digest(), buildfile_cmake(&s->target),
		buildfile_site(&s->target), buildfile_meson_here(&s->target),
		buildfile_cargo_here(&s->target), ZIGROOT_RECIPE };
	uint64_t h = HASH_START;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		h = hash_text(h, parts[i]);
	snprintf(buf, 17, "%016llx", (unsigned long long)h);
	return buf;
}

static const char *conf_line(const char *key, const char *value)
{
	return value ? mem_cat(key, " = ", value, "\n", NULL) : "";
}

static void write_conf(const struct seal *s, const char *out, const char *fingerprint)
{
	char rust[64], floor[32] = "";
	if (s->target.libc == LIBC_GLIBC && !s->sysroot)
		snprintf(floor, sizeof floor, ".%u.%u", s->target.glibc_major, s->target.glibc_minor);
	const char *target = triple_write(&s->target, TRIPLE_RUST, rust, sizeof rust);
	files_write(mem_cat(out, "/sealcc.conf", NULL),
		mem_cat("sealcc = 1\n", conf_line("fingerprint", fingerprint),
			conf_line("target", mem_cat(target, floor, NULL)),
			conf_line("backend", mem_cat("zig ", s->zig->version, NULL)),
			conf_line("driver", s->zig->path), conf_line("driver-size", s->zig->size),
			"driver-word = clang\nlinker-word = ld.lld\nar-word = ar\n", conf_line("cpu", s->cpu),
			s->sysroot ? givenroot_conf(s) : "", conf_line("cxx", s->cxx ? NULL : "no"),
			conf_line("cxx-shared", s->cxx_shared ? "yes" : NULL), NULL));
}

/* Whether a toolchain with this fingerprint stands at dir. */
static bool stands(const struct seal *s, const char *fingerprint)
{
	char *conf = files_read(mem_cat(s->dir, "/sealcc.conf", NULL), NULL);
	return conf && strstr(conf, mem_cat("fingerprint = ", fingerprint, "\n", NULL)) &&
	       strstr(conf, mem_cat("driver = ", s->zig->path, "\n", NULL));
}

/* A lock file goes away with its last user, so one that was just locked may be
 * gone already: then lock its successor. */
static int lock(const char *path)
{
	for (;;) {
		struct stat held, now;
		int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
		if (fd < 0)
			die(EXIT_FAILED, "%s: cannot be made:", path);
		while (flock(fd, LOCK_EX) != 0)
			if (errno != EINTR)
				die(EXIT_FAILED, "%s: cannot be locked:", path);
		if (fstat(fd, &held) == 0 && stat(path, &now) == 0 && held.st_ino == now.st_ino)
			return fd;
		close(fd);
	}
}

static void fill(const struct seal *s, const char *tmp, const char *fingerprint)
{
	const char *out = mem_cat(tmp, "/out", NULL);
	if (s->cpu)
		cpuprobe_check(s->zig, &s->target, s->cpu, s->cpu_name);
	if (s->sysroot)
		givenroot_make(s, out);
	else
		zigroot_make(s, out, mem_cat(tmp, "/work", NULL));
	install_shims(out, &s->target, fingerprint);
	install_build_files(out, &s->target);
	write_conf(s, out, fingerprint);
}

static pid_t worker;

static void pass_on(int sig)
{
	kill(worker, sig);
}

/* Fill in a child, so that whatever ends it (a message, a signal, a full disk)
 * leaves someone to clear up; its exit status. */
static int fill_in_child(const struct seal *s, const char *tmp, const char *fingerprint)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction sa = { .sa_handler = pass_on };
	int status;
	pid_t self = getpid();
	worker = fork();
	if (worker < 0)
		die(EXIT_CANNOT_RUN, "fork:");
	if (worker == 0) {
		child_follow(self);
		fill(s, tmp, fingerprint);
		_exit(0);
	}
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		sigaction(signals[i], &sa, NULL);
	while (waitpid(worker, &status, 0) < 0)
		if (errno != EINTR)
			return EXIT_CANNOT_RUN;
	if (!WIFSIGNALED(status))
		return WEXITSTATUS(status);
	say("%s: not made, signal %u ended it", s->dir, (size_t)WTERMSIG(status));
	return 128 + WTERMSIG(status);
}

/* The directory that path is in, as far as its text tells. */
static const char *parent_of(const char *path)
{
	const char *name = strrchr(path, '/');
	return !name ? "." : name == path ? "/" : mem_dup(path, (size_t)(name - path));
}

static const char *without_slashes(const char *path)
{
	size_t n = strlen(path);
	while (n > 1 && path[n - 1] == '/')
		n--;
	return mem_dup(path, n);
}

/* The first of the directories above path that is not there; NULL when all are. */
static const char *first_missing(const char *path)
{
	const char *missing = NULL;
	for (path = parent_of(path); !files_exist(path); path = parent_of(path))
		missing = path;
	return missing;
}

/* Remove the directories above path that were made for it, down to made; one
 * that is in use stays. */
static void remove_above(const char *path, const char *made)
{
	size_t n = made ? strlen(made) : SIZE_MAX;
	for (path = parent_of(path); strlen(path) >= n && rmdir(path) == 0;)
		path = parent_of(path);
}

/* path, absolute, since zig runs elsewhere; the directories above it are made. */
static const char *resolve(const char *path)
{
	const char *name = strrchr(path, '/'), *parent = parent_of(path);
	files_mkdir(parent);
	char *real = realpath(parent, NULL);
	if (!real)
		die(EXIT_FAILED, "%s:", parent);
	return mem_cat(strcmp(real, "/") == 0 ? "" : real, "/", name ? name + 1 : path, NULL);
}

static const char *hidden(const char *path, const char *end)
{
	const char *name = strrchr(path, '/') + 1;
	return mem_cat(mem_dup(path, (size_t)(name - path)), ".", name, end, NULL);
}

/* A directory that is there and empty may be filled; anything else is not ours. */
static bool clear_place(const char *dir)
{
	if (rmdir(dir) == 0 || errno == ENOENT)
		return true;
	say("%s: exists and is not this toolchain; remove it or choose another place", dir);
	return false;
}

static int make(const struct seal *s, const char *fingerprint, const char *tmp)
{
	files_remove(tmp);
	int status = clear_place(s->dir) ? fill_in_child(s, tmp, fingerprint) : EXIT_FAILED;
	if (status == 0 && rename(mem_cat(tmp, "/out", NULL), s->dir) != 0) {
		say("%s: cannot be renamed into place:", s->dir);
		status = EXIT_FAILED;
	}
	files_remove(tmp);
	return status;
}

bool seal_make(const struct seal *given)
{
	struct seal s = *given;
	char fingerprint[17];
	seal_fingerprint(&s, fingerprint);
	if (stands(&s, fingerprint))
		return false;
	const char *asked = without_slashes(s.dir), *made = first_missing(asked);
	s.dir = resolve(asked);
	const char *lock_path = hidden(s.dir, ".lock");
	int fd = lock(lock_path);
	bool absent = !stands(&s, fingerprint);
	int status = absent ? make(&s, fingerprint, hidden(s.dir, ".tmp")) : 0;
	unlink(lock_path);
	close(fd);
	if (status != 0) {
		remove_above(asked, made);
		_exit(status);
	}
	return absent;
}
