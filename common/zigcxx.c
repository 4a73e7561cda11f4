/* zig compiles its own libc++ with hidden type information, so that an
 * exception is not caught by its type in another library.  Here it is compiled
 * as LLVM does: everything that libc++ declares is visible.
 *
 * Sources: zig's src/libs/libcxx.zig and LLVM's libcxx/src/CMakeLists.txt and
 * libcxxabi/src/CMakeLists.txt for which files make the library, and with which
 * macros; the configuration is read off the line that zig compiles with. */
#include <string.h>

#include "files.h"
#include "mem.h"
#include "say.h"
#include "strv.h"
#include "zigcxx.h"
#include "zigharvest.h"

/* Below zig's lib; libcxx/src/support, pstl and experimental are for other
 * systems or for libraries of their own. */
static const char *const source_dirs[] = { "libcxx/src", "libcxx/src/filesystem", "libcxx/src/ryu",
	"libcxxabi/src" };

static const char *const left_out[] = {
	"cxa_noexception.cpp",      /* cxa_exception.cpp for -fno-exceptions */
	"int128_builtins.cpp",      /* compiler-rt has it */
	"legacy_debug_handler.cpp", /* for libraries of before 2022 */
};

static const char *headers(const struct job *j)
{
	return mem_cat(j->include, "/c++/v1", NULL);
}

/* --- configuration ------------------------------------------------------ */

/* zig gives libc++ its configuration by -D; here it goes where libc++ looks.
 * For Windows it is zig's own library that is used, with no DLL to import from. */
static const char *site(const struct job *j, const char *line)
{
	const char *text = "";
	struct zigharvest_macro m;
	while (zigharvest_macro(&line, "_LIBC", &m))
		if (!strstr(m.name, "DISABLE_VISIBILITY_ANNOTATIONS") || triple_windows(&j->s->target))
			text = mem_cat(text, "#define ", m.name, " ", m.value, "\n", NULL);
	return text;
}

void zigcxx_headers(const struct job *j)
{
	const char *dir = headers(j), *lib = j->s->backend->zig->lib;
	files_copy_tree(mem_cat(lib, "/libcxxabi/include", NULL), dir);
	files_copy_tree(mem_cat(lib, "/libcxx/include", NULL), dir);
	files_write(mem_cat(dir, "/__config_site", NULL), site(j, job_compile_line(j, "c++")));
	job_insert(mem_cat(dir, "/__config", NULL), "zig patch: instead of including __config_site",
		"#include <__config_site>\n");
}

/* --- sources ------------------------------------------------------------ */

static bool wanted(const struct job *j, const char *path)
{
	const char *name = strrchr(path, '/') + 1, *end = strrchr(name, '.');
	if (!end || strcmp(end, ".cpp") != 0)
		return false;
	/* macOS' own destroys thread_local objects */
	if (triple_macos(&j->s->target) && strcmp(name, "cxa_thread_atexit.cpp") == 0)
		return false;
	for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
		if (strcmp(name, left_out[i]) == 0)
			return false;
	return true;
}

static void list(const struct job *j, struct strv *sources)
{
	struct strv all;
	strv_init(&all, 128);
	for (size_t i = 0; i < sizeof source_dirs / sizeof *source_dirs; i++)
		files_list(mem_cat(j->s->backend->zig->lib, "/", source_dirs[i], NULL), &all);
	for (size_t i = 0; i < all.n; i++)
		if (wanted(j, all.v[i]))
			strv_push(sources, all.v[i]);
}

/* Directories of the library become part of an object's name: both libraries
 * may have a file of one name. */
static const char *object_name(const struct job *j, const char *source)
{
	char *name = mem_cat(source + strlen(j->s->backend->zig->lib) + 1, NULL), *dot = strrchr(name, '.');
	for (char *p = name; *p; p++)
		if (*p == '/')
			*p = '-';
	strcpy(dot, ".o");
	return mem_cat(j->work, "/", name, NULL);
}

/* The C library may be older than the function that registers destructors of
 * thread_local objects (glibc has it since 2.18, musl has none). */
static bool has_thread_atexit(const struct job *j)
{
	const struct triple *t = &j->s->target;
	return !job_musl(j) && (t->glibc_major > 2 || t->glibc_minor >= 18);
}

static const char *const *compile_words(const struct job *j, const char *source, const char *object)
{
	const char *lib = j->s->backend->zig->lib;
	const char *const words[] = { "clang", "--no-default-config", "--driver-mode=g++",
		mem_cat("--target=", j->llvm, NULL), mem_cat("--sysroot=", j->out, "/sysroot", NULL),
		"-resource-dir", mem_cat(j->out, "/resource", NULL), "-nostdinc++", "-isystem", headers(j),
		mem_cat("-I", lib, "/libcxxabi/include", NULL), mem_cat("-I", lib, "/libcxxabi/src", NULL),
		mem_cat("-I", lib, "/libcxx/src", NULL), mem_cat("-I", lib, "/libcxx/libc", NULL),
		"-DLIBCXX_BUILDING_LIBCXXABI", "-DLIBC_NAMESPACE=__llvm_libc_common_utils", "-DNDEBUG",
		"-D_FILE_OFFSET_BITS=64", /* directories and files of a 32-bit program, too */

		"-D_LIBCPP_BUILDING_LIBRARY", "-D_LIBCPP_ENABLE_CXX17_REMOVED_UNEXPECTED_FUNCTIONS",
		"-D_LIBCXXABI_BUILDING_LIBRARY",
		has_thread_atexit(j) ? "-DHAVE___CXA_THREAD_ATEXIT_IMPL" : "-UHAVE___CXA_THREAD_ATEXIT_IMPL",
		"-fvisibility-inlines-hidden", "-fstrict-aliasing", "-std=c++2b", "-O2", "-fPIC", "-w", "-c",
		source, "-o", object, NULL };
	struct strv line;
	strv_init(&line, sizeof words / sizeof *words);
	strv_append(&line, words);
	return line.v;
}

/* Compile every source; the objects, in a fixed order. */
static void compile(const struct job *j, struct strv *objects)
{
	struct strv sources;
	strv_init(&sources, 96);
	list(j, &sources);
	const char *const **lines = mem_alloc((sources.n + 1) * sizeof *lines);
	for (size_t i = 0; i < sources.n; i++) {
		strv_push(objects, object_name(j, sources.v[i]));
		lines[i] = compile_words(j, sources.v[i], objects->v[i]);
	}
	if (!sources.n)
		die(EXIT_FAILED, "%s/libcxx/src: has no sources; use a whole zig, or --no-c++",
			j->s->backend->zig->lib);
	job_zig_all(j, lines, sources.n);
}

/* --- libraries ---------------------------------------------------------- */

static void make_static(const struct job *j, const struct strv *objects)
{
	struct strv line;
	strv_init(&line, objects->n + 4);
	strv_push(&line, "ar");
	strv_push(&line, "rcsD");
	strv_push(&line, job_lib(j, "libc++.a"));
	strv_append(&line, objects->v);
	job_zig(j, line.v);
	job_link_lib(j, "libc++.a", "libc++abi.a");
	job_link_lib(j, "libc++.a", "libstdc++.a");
	/* for a host's linker: this one library, without the sysroot's libc */
	files_mkdir(mem_cat(j->out, "/host-lib", NULL));
	files_link(job_lib(j, "libc++.a"), mem_cat(j->out, "/host-lib/libc++.a", NULL));
}

static void make_shared(const struct job *j, const struct strv *objects)
{
	static const char *const names[] = { "libc++.so", "libc++abi.so", "libstdc++.so" };
	const char *dir = job_lib(j, "shared"), *file = mem_cat(dir, "/libc++.so.1", NULL);
	const char *const head[] = { "ld.lld", "-m", triple_emulation(&j->s->target), "-shared",
		"--eh-frame-hdr", "--hash-style=gnu", "-z", "defs", "--exclude-libs", "ALL", "-soname",
		"libc++.so.1", "-o", file, NULL };
	const char *const tail[] = { job_lib(j, "libunwind.a"), job_lib(j, "libcompiler_rt.a"),
		mem_cat("-L", j->lib, NULL), "--as-needed", "-lm", "-lpthread", "-ldl", "-lc", NULL };
	struct strv line;
	strv_init(&line, objects->n + 24);
	strv_append(&line, head);
	strv_append(&line, objects->v);
	strv_append(&line, tail);
	files_mkdir(dir);
	job_zig(j, line.v);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		files_link(file, mem_cat(dir, "/", names[i], NULL));
}

void zigcxx_make(const struct job *j)
{
	struct strv objects;
	job_step(j, "the C++ library (about a minute)");
	zigcxx_headers(j);
	strv_init(&objects, 96);
	compile(j, &objects);
	make_static(j, &objects);
	if (!triple_macos(&j->s->target))
		make_shared(j, &objects);
}
