#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "host.h"
#include "mem.h"

/* The C library of a host is told by its loader; glibc's counts where both are. */
static enum triple_libc libc_of(const char *machine)
{
	bool glibc = access("/lib64/ld-linux-x86-64.so.2", F_OK) == 0 ||
		     access("/lib/ld-linux-aarch64.so.1", F_OK) == 0;
	bool musl = access(mem_cat("/lib/ld-musl-", machine, ".so.1", NULL), F_OK) == 0;
	return musl && !glibc ? LIBC_MUSL : LIBC_GLIBC;
}

void host_ask(struct host *h)
{
	struct utsname u;
	*h = (struct host){ .machine = "" };
	if (uname(&u) != 0)
		return;
	h->machine = mem_cat(u.machine, NULL);
	h->known = triple_parse(&h->triple, mem_cat(u.machine, "-linux", NULL), NULL);
	if (h->known)
		h->triple.libc = libc_of(h->machine);
}

bool host_runs(const struct host *h, const struct triple *t)
{
	return h->known && h->triple.arch == t->arch && triple_system(t) == SYSTEM_LINUX;
}

bool host_is(const struct host *h, const struct triple *t)
{
	return h->known && triple_same(&h->triple, t);
}

const char *host_program(const char *name)
{
	const char *path = getenv("PATH");
	while (path && *path) {
		size_t n = strcspn(path, ":");
		const char *file = mem_cat(mem_dup(path, n), "/", name, NULL);
		if (access(file, X_OK) == 0)
			return file;
		path += n + (path[n] == ':');
	}
	return NULL;
}

/* Debian's wine64 alone is in no directory of PATH. */
static const char *wine(const struct triple *t)
{
	static const char debian[] = "/usr/lib/wine/wine64";
	if (strcmp(triple_arch_kernel(t), "x86") != 0)
		return NULL;
	const char *file = triple_bits(t) == 64 ? host_program("wine64") : NULL;
	if (!file)
		file = host_program("wine");
	return file || triple_bits(t) != 64 || access(debian, X_OK) != 0 ? file : debian;
}

const char *host_emulator(const struct triple *t)
{
	if (triple_windows(t))
		return wine(t);
	if (triple_macos(t))
		return NULL;
	if (triple_wasi(t))
		return host_program("wasmtime");
	const char *name = mem_cat("qemu-", triple_arch_qemu(t), NULL);
	const char *file = host_program(mem_cat(name, "-static", NULL));
	return file ? file : host_program(name);
}
