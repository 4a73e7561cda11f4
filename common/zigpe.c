/* Sources: zig's src/libs/mingw.zig for what makes MinGW's libraries and where
 * the definitions of import libraries are; clang's ToolChains/MinGW.cpp, rustc's
 * compiler/rustc_target/src/spec/base/windows_gnu.rs and mingw-w64 itself for
 * the names that drivers ask for. */
#include <string.h>

#include "files.h"
#include "mem.h"
#include "say.h"
#include "strv.h"
#include "text.h"
#include "zigcxx.h"
#include "zigharvest.h"
#include "zigimport.h"
#include "zigpe.h"

/* --- headers ------------------------------------------------------------ */

/* What zig's driver defines for every compile, where the user has not. */
static const char *defaults(const char *line)
{
	const char *text = "";
	struct zigharvest_macro m;
	while (zigharvest_macro(&line, "_", &m))
		text = mem_cat(
			text, "#ifndef ", m.name, "\n#define ", m.name, " ", m.value, "\n#endif\n", NULL);
	return text;
}

static void make_headers(const struct job *j)
{
	const char *line = zigharvest_headers(j);
	job_insert(mem_cat(j->include, "/_mingw.h", NULL), "#include \"_mingw_mac.h\"", defaults(line));
}

/* --- what zig links ----------------------------------------------------- */

/* Link as zig does with mode, and keep its start-up object by the name that
 * drivers have for it. */
static void harvest(
	const struct job *j, const char *driver, const char *const *mode, const char *from, const char *to)
{
	zigharvest_link(j, driver, mode);
	zigharvest_need(j, from);
	files_copy(job_lib(j, from), job_lib(j, to));
}

static void harvest_all(const struct job *j)
{
	static const char *const program[] = { "e.cc", "-lunwind", "-o", "out.exe", NULL };
	static const char *const library[] = { "-shared", "-xc", "e.cc", "-o", "out.dll", NULL };
	static const char *const wide[] = { "-municode", "-Dmain=wmain", "-xc", "e.cc", "-o", "out.exe",
		NULL };
	harvest(j, "cc", wide, "crt2.obj", "crt2u.o");
	harvest(j, "cc", library, "dllcrt2.obj", "dllcrt2.o");
	harvest(j, j->s->cxx ? "c++" : "cc", program, "crt2.obj", "crt2.o");
}

static void drop(const struct job *j, const char *archive, const char *member)
{
	const char *const line[] = { "ar", "dD", job_lib(j, archive), member, NULL };
	job_zig(j, line);
}

static void merge_runtimes(const struct job *j)
{
	/* zig 0.15 and newer write parts of the C library in zig, in an archive of their own */
	static const char *const mingw[] = { "libmingw32.lib", "zigc.lib", NULL };
	static const char *const unwind[] = { "unwind.lib", NULL };
	static const char *const builtins[] = { "compiler_rt.lib", NULL };
	static const char *const cxx[] = { "c++.lib", "c++abi.lib", NULL };
	zigharvest_merge(j, "libmingw32.a", mingw);
	/* it has a WinMain, which is what a program without main is said to lack */
	drop(j, "libmingw32.a", "scrnsave.obj");
	zigharvest_merge(j, "libunwind.a", unwind);
	zigharvest_merge(j, "libclang_rt.builtins.a", builtins);
	if (!j->s->cxx)
		return;
	zigharvest_merge(j, "libc++.a", cxx);
	/* libmingw32 has this one, too, and zig links that first; libc++'s is for other systems */
	drop(j, "libc++.a", "cxa_thread_atexit.obj");
}

/* What was taken from zig's line has other names by now; the import libraries
 * on it are made again, with all the others. */
static void remove_taken(const struct job *j)
{
	struct strv files;
	strv_init(&files, 64);
	files_list(j->lib, &files);
	for (size_t i = 0; i < files.n; i++) {
		const char *dot = strrchr(files.v[i], '.');
		if (dot && (strcmp(dot, ".lib") == 0 || strcmp(dot, ".obj") == 0))
			files_remove(files.v[i]);
	}
}

/* The C runtime of Windows is spread over a dozen libraries; zig's line names
 * them, and every name that MinGW has for a C runtime is all of them. */
static void make_crt(const struct job *j)
{
	struct strv files, crt;
	strv_init(&files, 64);
	strv_init(&crt, 32);
	files_list(j->lib, &files);
	for (size_t i = 0; i < files.n; i++) {
		const char *name = strrchr(files.v[i], '/') + 1;
		if (text_begins(name, "api-ms-win-crt-") && text_ends(name, ".lib"))
			strv_push(&crt, name);
	}
	zigharvest_merge(j, "libmsvcrt.a", crt.v);
	job_link_lib(j, "libmsvcrt.a", "libucrt.a");
}

/* --- names -------------------------------------------------------------- */

struct alias {
	const char *file, *name;
};

/* libgcc's three, for drivers and rustc that name them; zig's import libraries
 * lack synchronization, which is this one. */
static const struct alias aliases[] = {
	{ "libunwind.a", "libgcc_eh.a" },
	{ "libunwind.a", "libgcc_s.a" },
	{ "libclang_rt.builtins.a", "libgcc.a" },
	{ "libclang_rt.builtins.a", "libatomic.a" },
	{ "libc++.a", "libc++abi.a" },
	{ "libc++.a", "libstdc++.a" },
	{ "libapi-ms-win-core-synch-l1-2-0.a", "libsynchronization.a" },
};

/* All of these are in zig's libmingw32, which every driver names, too; the stack
 * protector's are in compiler-rt. */
static const char *const empty[] = { "libmingwex.a", "libmoldname.a", "libpthread.a", "libwinpthread.a",
	"libmingwthrd.a", "libm.a", "libuuid.a", "libssp.a", "libssp_nonshared.a" };

/* rustc's rsbegin.o and rsend.o register frames where libgcc does not find them;
 * libunwind asks Windows, or on 32-bit x86 looks for .eh_frame in each module. */
static const char *const empty_objects[] = { "crtbegin.o", "crtend.o", "rsbegin.o", "rsend.o" };

static void name_all(const struct job *j)
{
	static const char *const flags[] = { "-nostdinc", NULL };
	const char *rt = mem_cat(j->out, "/resource/lib/", j->llvm, NULL);
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		job_link_lib(j, aliases[i].file, aliases[i].name);
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		job_empty_lib(j, empty[i]);
	for (size_t i = 0; i < sizeof empty_objects / sizeof *empty_objects; i++)
		job_compile(j, "/dev/null", job_lib(j, empty_objects[i]), flags);
	files_mkdir(rt);
	files_link(job_lib(j, "libclang_rt.builtins.a"), mem_cat(rt, "/libclang_rt.builtins.a", NULL));
}

void zigpe_make(const struct job *j)
{
	if (!files_exist(mem_cat(j->s->backend->zig->lib, "/libc/mingw/winpthreads", NULL)))
		die(EXIT_FAILED,
			"%s: zig %s has no threads for C on Windows; use zig 0.14 or newer for this target",
			j->zig_target, j->s->backend->zig->version);
	make_headers(j);
	job_step(j, j->s->cxx ? "libraries (about a minute)" : "libraries (half a minute)");
	harvest_all(j);
	merge_runtimes(j);
	make_crt(j);
	remove_taken(j);
	job_step(j, "import libraries");
	zigimport_make(j);
	name_all(j);
	if (j->s->cxx)
		zigcxx_headers(j);
}
