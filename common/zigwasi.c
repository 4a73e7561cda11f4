/* Sources: zig's src/libs/wasi_libc.zig; wasi-libc's Makefile for the names of its
 * libraries; clang's ToolChains/WebAssembly.cpp for where it looks for them. */
#include "files.h"
#include "mem.h"
#include "strv.h"
#include "text.h"
#include "zigcxx.h"
#include "zigharvest.h"
#include "zigwasi.h"

/* Parts of wasi-libc that a program asks for; newer zigs have them in libc.  The clocks
 * of zig 0.14 do not compile: its <time.h> is another. */
static const struct emulated {
	const char *name;
	bool broken; /* in zig 0.14 */
} emulated[] = {
	{ "wasi-emulated-mman", false },
	{ "wasi-emulated-signal", false },
	{ "wasi-emulated-getpid", false },
	{ "wasi-emulated-process-clocks", true },
};

static bool has(const struct job *j, const struct emulated *e)
{
	return !e->broken || !text_begins(j->s->backend->zig->version, "0.14.");
}

/* In wasi-libc, too, these are empty. */
static const char *const empty[] = { "libm.a", "libpthread.a", "libdl.a", "librt.a", "libutil.a",
	"libresolv.a", "libcrypt.a", "libxnet.a" };

static void harvest_all(const struct job *j)
{
	struct strv program;
	strv_init(&program, 8);
	strv_push(&program, "e.cc");
	for (size_t i = 0; i < sizeof emulated / sizeof *emulated; i++)
		if (has(j, &emulated[i]))
			strv_push(&program, mem_cat("-l", emulated[i].name, NULL));
	strv_push(&program, "-o");
	strv_push(&program, "out");
	static const char *const reactor[] = { "-mexec-model=reactor", "-xc", "e.cc", "-o", "out", NULL };
	zigharvest_link(j, j->s->cxx ? "c++" : "cc", program.v);
	zigharvest_link(j, "cc", reactor);
	zigharvest_need(j, "crt1-command.o");
	zigharvest_need(j, "crt1-reactor.o");
}

static void settle(const struct job *j, const char *name)
{
	static const char *const none[] = { NULL };
	if (files_exist(job_lib(j, name)))
		zigharvest_merge(j, name, none);
	else
		job_empty_lib(j, name);
}

static void merge_all(const struct job *j)
{
	/* zig 0.15 and newer write parts of the C library in zig, in an archive of their own; since
	 * 0.14 memcpy and its like are in compiler-rt only, which rustc does not link */
	static const char *const libc[] = { "libzigc.a", "libcompiler_rt.a", NULL };
	static const char *const cxx[] = { "libc++abi.a", NULL };
	zigharvest_merge(j, "libc.a", libc);
	files_remove(job_lib(j, "libzigc.a"));
	settle(j, "libcompiler_rt.a");
	for (size_t i = 0; i < sizeof emulated / sizeof *emulated; i++)
		if (has(j, &emulated[i]))
			settle(j, mem_cat("lib", emulated[i].name, ".a", NULL));
	if (!j->s->cxx)
		return;
	zigharvest_merge(j, "libc++.a", cxx);
	files_remove(job_lib(j, "libc++abi.a"));
	job_link_lib(j, "libc++.a", "libc++abi.a");
}

static void name_all(const struct job *j)
{
	const char *rt = mem_cat(j->out, "/resource/lib/", j->llvm, NULL);
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		job_empty_lib(j, empty[i]);
	job_link_lib(j, "crt1-command.o", "crt1.o");
	files_mkdir(rt);
	files_link(job_lib(j, "libcompiler_rt.a"), mem_cat(rt, "/libclang_rt.builtins.a", NULL));
	files_remove(job_lib(j, "libcompiler_rt.a"));
}

void zigwasi_make(const struct job *j)
{
	zigharvest_headers(j);
	job_step(j, j->s->cxx ? "libraries (about a minute)" : "libraries (half a minute)");
	harvest_all(j);
	merge_all(j);
	name_all(j);
	if (j->s->cxx)
		zigcxx_headers(j);
}
