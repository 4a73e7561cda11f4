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

static uint64_t hash_all(const char *const *parts, size_t n)
{
	uint64_t h = HASH_START;
	for (size_t i = 0; i < n; i++)
		h = hash_text(h, parts[i] ? parts[i] : "");
	return h;
}

/* What this sealcc puts into a toolchain whatever it is made of. */
static uint64_t hash_maker(const struct triple *t)
{
	const char *const parts[] = { SEALCC_VERSION, install_digest(), buildfile_cmake(t), buildfile_site(t),
		buildfile_meson_here(t), buildfile_cargo_here(t), buildfile_cmake_rules(),
		buildfile_cmake_wasi(), ZIGROOT_RECIPE };
	return hash_all(parts, sizeof parts / sizeof *parts);
}

const char *seal_maker(const struct triple *t)
{
	char buf[17];
	snprintf(buf, sizeof buf, "%016llx", (unsigned long long)hash_maker(t));
	return mem_cat("# maker ", buf, "\n", NULL);
}

/* A clang or gcc in another place may have other programs beside it. */
char *seal_fingerprint(const struct seal *s, char *buf)
{
	char target[64];
	const struct backend *b = s->backend;
	const char *const parts[] = { b->name, b->version, b->size, b->kind == BACKEND_ZIG ? "" : b->cc,
		b->cxx, b->ld, b->ar, b->ranlib, b->nm,
		triple_write(&s->target, TRIPLE_ZIG, target, sizeof target), s->cpu,
		s->cxx_shared ? "shared"
		: s->cxx      ? "c++"
			      : "",
		s->stdlib, s->sysroot_digest ? s->sysroot_digest : s->sysroot, seal_maker(&s->target),
		"nix" };
	/* the last counts only where it is asked for: the others' fingerprints stay as they were */
	size_t n = sizeof parts / sizeof *parts - (s->nix ? 0 : 1);
	snprintf(buf, 17, "%016llx", (unsigned long long)hash_all(parts, n));
	return buf;
}

static const char *conf_line(const char *key, const char *value)
{
	return value ? mem_cat(key, " = ", value, "\n", NULL) : "";
}

/* macOS' linker is a command of zig's own, which the shim knows. */
static const char *const linker_words[] = {
	[SYSTEM_LINUX] = "ld.lld",
	[SYSTEM_WINDOWS] = "lld-link",
	[SYSTEM_MACOS] = NULL,
	[SYSTEM_WASI] = "wasm-ld",
};

/* The words behind zig that make it the tools. */
static const char *zig_words(const struct triple *t)
{
	return mem_cat(conf_line("driver-word", "clang"),
		conf_line("linker-word", linker_words[triple_system(t)]), conf_line("ar-word", "ar"), NULL);
}

static void write_conf(const struct seal *s, const char *out, const char *fingerprint, const char *root)
{
	char rust[64], buf[64];
	const struct backend *b = s->backend;
	bool zig = b->kind == BACKEND_ZIG;
	const char *target = triple_write(&s->target, TRIPLE_RUST, rust, sizeof rust);
	const char *floor = triple_floor(&s->target, buf, sizeof buf);
	if (floor)
		target = mem_cat(target, ".", floor, NULL);
	files_write(mem_cat(out, "/sealcc.conf", NULL),
		mem_cat("sealcc = 1\n", conf_line("fingerprint", fingerprint), conf_line("target", target),
			conf_line("backend", b->name), conf_line("driver", b->cc),
			conf_line("driver-size", b->size), zig ? zig_words(&s->target) : "",
			conf_line("cpu", s->cpu), conf_line("linker", b->ld), conf_line("ar", b->ar),
			conf_line("ranlib", b->ranlib), conf_line("nm", b->nm), root,
			conf_line("cxx", s->cxx ? NULL : "no"),
			conf_line("cxx-shared", s->cxx_shared ? "yes" : NULL),
			conf_line("nix", s->nix ? "yes" : NULL), seal_maker(&s->target), NULL));
}

/* Whether a toolchain with this fingerprint stands at dir. */
static bool stands(const struct seal *s, const char *fingerprint)
{
	char *conf = files_read(mem_cat(s->dir, "/sealcc.conf", NULL), NULL);
	return conf && strstr(conf, mem_cat("fingerprint = ", fingerprint, "\n", NULL)) &&
	       strstr(conf, mem_cat("driver = ", s->backend->cc, "\n", NULL));
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

/* The headers and libraries; the lines of sealcc.conf that tell of them. */
static const char *fill_root(const struct seal *s, const char *tmp, const char *out)
{
	if (s->backend->kind == BACKEND_GCC)
		return gccroot_make(s, out);
	if (s->sysroot)
		return givenroot_make(s, out);
	zigroot_make(s, out, mem_cat(tmp, "/work", NULL));
	return "";
}

static void fill(const struct seal *s, const char *tmp, const char *fingerprint)
{
	const char *out = mem_cat(tmp, "/out", NULL);
	if (s->cpu)
		cpuprobe_check(s->backend, &s->target, s->cpu, s->cpu_name);
	const char *root = fill_root(s, tmp, out);
	install_shims(out, &s->target, s->backend->zig_links, fingerprint);
	install_build_files(out, &s->target);
	write_conf(s, out, fingerprint, root);
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
