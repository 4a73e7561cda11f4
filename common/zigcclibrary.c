/* Sources: zig's lib/std/zig/target.zig, isLibCLibName and isLibCxxLibName; clang's
 * ToolChains/Gnu.cpp and CommonArgs.cpp for what a driver names; the ld manual,
 * option -l. */
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "text.h"
#include "zigcclibrary.h"

bool zigcclibrary_own(const char *name, const char **word)
{
	static const struct {
		const char *name, *word;
	} rows[] = {
		{ ":libgcc.a", NULL },
		{ ":libgcc_eh.a", "-lunwind" },
		{ ":libunwind.a", "-lunwind" },
		{ "atomic", NULL },
		{ "c", NULL },
		{ "c++", "-lc++" },
		{ "c++abi", "-lc++" },
		{ "dl", "-ldl" },
		{ "gcc", NULL },
		{ "gcc_eh", "-lunwind" },
		{ "gcc_s", "-lunwind" },
		{ "m", "-lm" },
		{ "pthread", "-lpthread" },
		{ "resolv", "-lresolv" },
		{ "rt", "-lrt" },
		{ "stdc++", "-lc++" },
		{ "supc++", "-lc++" },
		{ "unwind", "-lunwind" },
		{ "util", "-lutil" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].name, name) == 0) {
			*word = rows[i].word;
			return true;
		}
	return false;
}

static const char *existing(const char *path)
{
	return access(path, F_OK) == 0 ? path : NULL;
}

static const char *in_dir(const char *dir, const char *name, bool archives)
{
	const char *path = NULL;
	if (*name == ':')
		return existing(mem_cat(dir, "/", name + 1, NULL));
	if (!archives)
		path = existing(mem_cat(dir, "/lib", name, ".so", NULL));
	return path ? path : existing(mem_cat(dir, "/lib", name, ".a", NULL));
}

const char *zigcclibrary_find(const struct strv *dirs, const char *name, bool archives)
{
	const char *path = NULL;
	for (size_t i = 0; i < dirs->n && !path; i++)
		path = in_dir(dirs->v[i], name, archives);
	return path;
}

static bool is_one_of(const char *path, const char *const *names)
{
	const char *base = text_base(path);
	for (; *names; names++)
		if (strcmp(base, *names) == 0)
			return true;
	return false;
}

bool zigcclibrary_start(const char *path)
{
	static const char *const names[] = { "Scrt1.o", "crt1.o", "gcrt1.o", "grcrt1.o", "rcrt1.o", NULL };
	return is_one_of(path, names);
}

bool zigcclibrary_runtime(const char *path)
{
	static const char *const names[] = { "clang_rt.crtbegin.o", "clang_rt.crtend.o", "crtbegin.o",
		"crtbeginS.o", "crtbeginT.o", "crtend.o", "crtendS.o", "crti.o", "crtn.o", "libc.a", NULL };
	return zigcclibrary_start(path) || is_one_of(path, names) ||
	       text_begins(text_base(path), "libclang_rt.builtins") ||
	       text_begins(text_base(path), "clang_rt.crt");
}

bool zigcclibrary_loader(const char *path)
{
	return text_begins(text_base(path), "ld-linux") || text_begins(text_base(path), "ld-musl-") ||
	       text_begins(text_base(path), "ld64.so.") || strcmp(path, "/lib/ld.so.1") == 0;
}
