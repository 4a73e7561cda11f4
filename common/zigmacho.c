/* Sources: zig's lib/libc/darwin; clang's ToolChains/Darwin.cpp for where it looks
 * for compiler-rt; TBD version 4 of Apple's tapi. */

#include "arfile.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "text.h"
#include "zigcxx.h"
#include "zigharvest.h"
#include "zigmacho.h"

/* Parts of libSystem, which drivers and build systems name one by one: the linker
 * leaves them out, these files are for those who look for one. */
static const char *const parts[] = { "libc.a", "libdl.a", "libm.a", "libpthread.a" };

/* What Rust's libc asks of every macOS; zig has no stub of it. */
static const char iconv[] =
	"--- !tapi-tbd\n"
	"tbd-version: 4\n"
	"targets: [ x86_64-macos, arm64-macos ]\n"
	"install-name: '/usr/lib/libiconv.2.dylib'\n"
	"current-version: 7\n"
	"compatibility-version: 7\n"
	"exports:\n"
	"  - targets: [ x86_64-macos, arm64-macos ]\n"
	"    symbols: [ _iconv, _iconv_close, _iconv_open, _libiconv, _libiconv_close, _libiconv_open,\n"
	"               _libiconvctl ]\n"
	"...\n";

static void make_stubs(const struct job *j)
{
	const char *darwin = mem_cat(j->s->backend->zig->lib, "/libc/darwin", NULL);
	const char *own = mem_cat(j->out, "/zig-lib/libc/darwin", NULL);
	if (!files_exist(darwin))
		die(EXIT_FAILED, "%s: has no stub of libSystem; use a whole zig", darwin);
	files_mkdir(own);
	files_copy_tree(darwin, own);
	files_write(job_lib(j, "libiconv.tbd"), iconv);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		job_empty_lib(j, parts[i]);
}

static void make_builtins(const struct job *j)
{
	static const char *const program[] = { "-xc", "e.cc", "-o", "out", NULL };
	const char *dir = mem_cat(j->out, "/resource/lib/darwin", NULL);
	const char *from = job_lib(j, "libcompiler_rt.a"), *to = mem_cat(dir, "/libclang_rt.osx.a", NULL);
	/* its own linker reads no archive with an index of GNU's form */
	const char *const again[] = { "ar", "--format=darwin", "qcsDL", to, from, NULL };
	job_step(j, "libraries (half a minute)");
	zigharvest_link(j, "cc", program);
	files_mkdir(dir);
	zigharvest_need(j, "libcompiler_rt.a");
	arfile_strip_paths(from);
	job_zig(j, again);
	files_remove(from);
}

void zigmacho_make(const struct job *j)
{
	if (text_begins(j->s->backend->zig->version, "0.11."))
		die(EXIT_FAILED,
			"%s: the linker of zig %s for macOS exports hidden symbols, too; use zig 0.12 or "
			"newer for "
			"this target",
			j->zig_target, j->s->backend->zig->version);
	zigharvest_headers(j);
	make_stubs(j);
	make_builtins(j);
	if (j->s->cxx)
		zigcxx_make(j);
}
