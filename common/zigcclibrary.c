/* Sources: zig's lib/std/zig/target.zig, isLibCLibName and isLibCxxLibName; clang's
 * ToolChains/Gnu.cpp and CommonArgs.cpp for what a driver names; the ld manual,
 * option -l. */
#include <string.h>

#include "libraryfind.h"
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

const char *zigcclibrary_find(const struct strv *dirs, const char *name, bool archives)
{
	static const struct libraryform forms[] = { { "lib", ".so", false }, { "lib", ".a", true } };
	return libraryfind(dirs, forms, sizeof forms / sizeof *forms, name, archives);
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
