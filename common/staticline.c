/* Archives for shared objects, looked for as the linker would. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "say.h"
#include "staticline.h"
#include "text.h"

void staticline_init(struct staticline *s, const struct toolchain *tc)
{
	*s = (struct staticline){ .tc = tc, .output = "a.out" };
	strv_init(&s->dir, 16);
	strv_init(&s->library, 16);
}

bool staticline_turns_dynamic(const char *word)
{
	static const char *const words[] = { "-Bdynamic", "--Bdynamic", "-dy", "-call_shared" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

/* "m" of "dir/libm.so.6"; NULL when path is not named like a shared object. */
static const char *library_name(const char *path)
{
	const char *name = text_base(path), *end = text_shared(path);
	return end && text_begins(name, "lib") && end > name + 3 ? mem_dup(name + 3, (size_t)(end - name - 3))
								 : NULL;
}

/* dir/libNAME with an end, or NULL when there is none. */
static const char *file_in(const char *dir, const char *name, const char *end)
{
	const char *path = mem_cat(dir, "/lib", name, end, NULL);
	return access(path, F_OK) == 0 ? path : NULL;
}

/* The i-th directory that the linker searches: -L, then the sysroot's own; NULL
 * past the end. */
static const char *search_dir(const struct staticline *s, size_t i)
{
	static const char *const own[] = { "usr/lib", "lib" };
	char multiarch[64];
	if (i < s->dir.n) {
		const char *dir = s->dir.v[i];
		size_t mark = *dir == '=' ? 1 : strncmp(dir, "$SYSROOT", 8) == 0 ? 8 : 0;
		return mark ? toolchain_sysroot(s->tc, "", dir + mark + (dir[mark] == '/')) : dir;
	}
	i -= s->dir.n;
	if (i >= 2 * sizeof own / sizeof *own)
		return NULL;
	triple_write(&s->tc->target, TRIPLE_DEBIAN, multiarch, sizeof multiarch);
	return toolchain_sysroot(s->tc, "", i % 2 ? own[i / 2] : mem_cat(own[i / 2], "/", multiarch, NULL));
}

static const char *search(const struct staticline *s, const char *name, const char *end)
{
	const char *dir, *path = NULL;
	for (size_t i = 0; !path && (dir = search_dir(s, i)); i++)
		path = file_in(dir, name, end);
	return path;
}

static bool finds_file(const struct staticline *s, const char *name)
{
	const char *dir;
	for (size_t i = 0; (dir = search_dir(s, i)); i++)
		if (access(mem_cat(dir, "/", name, NULL), F_OK) == 0)
			return true;
	return false;
}

bool staticline_finds(const struct staticline *s, const char *name)
{
	return *name == ':' ? finds_file(s, name + 1) : search(s, name, ".a") || search(s, name, ".so");
}

static const char no_archive[] = "static link: lib%s has no archive (lib%s.a), only %s; build or install "
				 "lib%s.a, or link without -static";

/* A shared object, by its header (e_ident and e_type of the ELF header), or a linker
 * script that is named like one. */
static bool is_shared(const char *path)
{
	enum { HEADER = 18, DYN = 3 };
	unsigned char head[HEADER];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, head, sizeof head);
	if (fd >= 0)
		close(fd);
	if (n == HEADER && memcmp(head, "\177ELF", 4) == 0)
		return head[16] + head[17] == DYN;
	return n >= 0 && library_name(path);
}

const char *staticline_operand(const struct staticline *s, const char *path, const char **rule)
{
	const char *slash = strrchr(path, '/'), *name = library_name(path), *archive;
	if (!is_shared(path))
		return path;
	if (!name)
		die(EXIT_FAILED,
			"static link: %s is a shared object; name an archive in its place, or link without "
			"-static",
			path);
	archive = file_in(slash ? mem_dup(path, (size_t)(slash - path)) : ".", name, ".a");
	if (!archive)
		archive = search(s, name, ".a");
	if (!archive)
		die(EXIT_FAILED, no_archive, name, name, path, name);
	*rule = "static-archive";
	return archive;
}

const char *staticline_library(const struct staticline *s, const char *name, const char **rule)
{
	if (strcmp(name, "gcc_s") == 0) {
		*rule = "static-gcc-eh";
		return "gcc_eh";
	}
	const char *own = *name == ':' ? library_name(name + 1) : NULL;
	if (!own)
		return name;
	if (!search(s, own, ".a"))
		die(EXIT_FAILED, no_archive, own, own, name + 1, own);
	*rule = "static-archive";
	return mem_cat(":lib", own, ".a", NULL);
}

void staticline_blame(const struct staticline *s)
{
	for (size_t i = 0; i < s->library.n; i++) {
		const char *name = s->library.v[i];
		const char *shared = *name == ':' || search(s, name, ".a") ? NULL : search(s, name, ".so");
		if (shared)
			say(no_archive, name, name, shared, name);
	}
}
