/* musl programs are made static to be carried anywhere, as zig does; glibc
 * programs are dynamic, and zig has no static glibc at all. */
#include <unistd.h>

#include "mem.h"
#include "say.h"
#include "staticlink.h"

/* A program that links neither libc nor its start-up is the caller's affair. */
static bool uses_libc(const struct call *c)
{
	return (!c->seen[KIND_NO_STDLIB] && !c->seen[KIND_NO_DEFAULTLIB]) || strv_has(&c->library, "c");
}

void staticlink_check(const struct call *c)
{
	const char *word = c->seen[KIND_STATIC_PIE] ? c->seen[KIND_STATIC_PIE] : c->seen[KIND_STATIC];
	if (!word || c->tc->static_libc || c->seen[KIND_SYSROOT] || c->seen[KIND_RELOCATABLE] ||
		!uses_libc(c))
		return;
	if (c->tc->given)
		die(EXIT_FAILED,
			"%s: this toolchain's sysroot has no static glibc; use a musl target, or a sysroot "
			"with "
			"libc.a ('sealcc sysroot') and static = yes in sealcc.conf",
			word);
	die(EXIT_FAILED,
		"%s: %s has no static glibc, only stubs of the shared one; use a musl target, or a "
		"toolchain over a Debian sysroot ('sealcc sysroot', 'sealcc new --sysroot')",
		word, c->tc->backend);
}

static bool only_shared_in(const char *dir, const char *name)
{
	return access(mem_cat(dir, "/lib", name, ".so", NULL), F_OK) == 0 &&
	       access(mem_cat(dir, "/lib", name, ".a", NULL), F_OK) != 0;
}

static bool needs_shared(const struct call *c)
{
	for (size_t i = 0; i < c->library.n; i++)
		for (size_t j = 0; j < c->library_dir.n; j++)
			if (only_shared_in(c->library_dir.v[j], c->library.v[i]))
				return true;
	return false;
}

static bool said_otherwise(const struct call *c)
{
	return c->seen[KIND_STATIC] || c->seen[KIND_STATIC_PIE] || c->seen[KIND_DYNAMIC] ||
	       c->seen[KIND_NO_STDLIB] || c->seen[KIND_SYSROOT] || c->names_loader || c->shared_input;
}

const char *staticlink_word(const struct call *c)
{
	if (c->tc->target.libc != LIBC_MUSL || !call_makes_executable(c) || said_otherwise(c) ||
		needs_shared(c))
		return NULL;
	/* CMake edits the run path of what it installs, and fails where there is none: only a static PIE
	 * has a place for it */
	if (!c->seen[KIND_PIE])
		return c->run_path && !c->seen[KIND_NO_PIE] && !c->seen[KIND_NO_DEFAULTLIB] ? "-static-pie"
											    : "-static";
	/* rustc says -pie -nodefaultlibs for a program with -Ctarget-feature=-crt-static */
	return c->seen[KIND_NO_DEFAULTLIB] ? NULL : "-static-pie";
}
