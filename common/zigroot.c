/* Sources: zig's src/libs/{glibc,musl,libcxx}.zig for which header directories
 * and objects a link gets; what zig does itself is read off the lines it
 * prints with ZIG_VERBOSE_LINK and ZIG_VERBOSE_CC. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arfile.h"
#include "copy.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "shims.h"
#include "strv.h"
#include "zigcxx.h"
#include "zigharvest.h"
#include "zigjob.h"
#include "zigmacho.h"
#include "zigpe.h"
#include "zigroot.h"
#include "zigrt.h"
#include "zigwasi.h"

/* zig leaves the minor version to its command line. */
static void set_glibc_version(const struct job *j)
{
	char text[64];
	snprintf(text, sizeof text, "#define\t__GLIBC_MINOR__\t%u\n", j->s->target.glibc_minor);
	job_insert(mem_cat(j->include, "/features.h", NULL), "#define\t__GLIBC__\t", text);
}

/* zig's headers are those of a newer glibc, but its libc.so has the hooks of
 * malloc up to 2.33, as it should: configure finds one and a program uses it. */
static void declare_malloc_hooks(const struct job *j)
{
	static const char hooks[] =
		"#ifndef __MALLOC_HOOK_VOLATILE\n"
		"# define __MALLOC_HOOK_VOLATILE volatile\n"
		"#endif\n"
		"#define __SEALCC_HOOK extern __attribute_deprecated__\n"
		"__SEALCC_HOOK void *(*__MALLOC_HOOK_VOLATILE __malloc_hook)(size_t, const void *);\n"
		"__SEALCC_HOOK void *(*__MALLOC_HOOK_VOLATILE __realloc_hook)(void *, size_t, const void "
		"*);\n"
		"__SEALCC_HOOK void *(*__MALLOC_HOOK_VOLATILE __memalign_hook)(size_t, size_t, const void "
		"*);\n"
		"__SEALCC_HOOK void (*__MALLOC_HOOK_VOLATILE __free_hook)(void *, const void *);\n"
		"__SEALCC_HOOK void (*__MALLOC_HOOK_VOLATILE __after_morecore_hook)(void);\n"
		"extern void *(*__morecore)(ptrdiff_t);\n"
		"#undef __SEALCC_HOOK\n";
	if (j->s->target.glibc_minor < 34)
		job_insert(mem_cat(j->include, "/malloc.h", NULL), "__END_DECLS", hooks);
}

/* --- start-up objects ---------------------------------------------------- */

static const char *musl_arch(const struct triple *t)
{
	const char *arch = triple_arch_zig(t);
	if (strcmp(arch, "x86") == 0)
		return "i386";
	return strcmp(arch, "powerpc64le") == 0 ? "powerpc64" : arch;
}

/* musl's crt1 is made here: zig would compile the whole of libc a second time
 * for it, not position independent. */
static void compile_musl_crt(const struct job *j)
{
	const char *src = mem_cat(j->s->backend->zig->lib, "/libc/musl/", NULL);
	const char *arch = mem_cat("-I", src, "arch/", musl_arch(&j->s->target), NULL);
	const char *include = mem_cat("-I", src, "include", NULL);
	const char *const flags[] = { "-fPIC", "-nostdinc", "-ffreestanding", "-fno-stack-protector", "-w",
		arch, mem_cat("-I", src, "arch/generic", NULL), mem_cat("-I", src, "src/include", NULL),
		mem_cat("-I", src, "src/internal", NULL), mem_cat("-I", j->include, NULL), include, "-DCRT",
		NULL };
	static const char *const names[] = { "crt1", "Scrt1", "rcrt1" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		job_compile(j, mem_cat(src, "crt/", names[i], ".c", NULL),
			job_lib(j, mem_cat(names[i], ".o", NULL)), flags);
}

static void empty_object(const struct job *j, const char *path)
{
	static const char *const flags[] = { "-fPIC", "-nostdinc", NULL };
	if (!files_exist(path))
		job_compile(j, "/dev/null", path, flags);
}

/* --- libraries ---------------------------------------------------------- */

static void move_lib(const struct job *j, const char *file, const char *name)
{
	zigharvest_need(j, file);
	if (rename(job_lib(j, file), job_lib(j, name)) != 0)
		die(EXIT_FAILED, "%s: cannot be renamed:", job_lib(j, file));
}

struct shared {
	const char *file, *name, *archive;
};

/* Libraries that glibc has folded into libc since 2.34: empty archives answer
 * for them, as glibc itself ships. */
static const struct shared shared[] = {
	{ "libm.so.6", "libm.so", NULL },
	{ "libpthread.so.0", "libpthread.so", "libpthread.a" },
	{ "libdl.so.2", "libdl.so", "libdl.a" },
	{ "librt.so.1", "librt.so", "librt.a" },
	{ "libutil.so.1", "libutil.so", "libutil.a" },
	{ "libresolv.so.2", "libresolv.so", "libresolv.a" },
};

/* libc.so is a script, as glibc's own is.  Before 2.34 libc++ and libunwind
 * need libpthread and libdl, which their archives cannot say; here they are
 * taken when needed. */
static void name_glibc(const struct job *j)
{
	const char *more = "";
	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
		if (files_exist(job_lib(j, shared[i].file)))
			job_link_lib(j, shared[i].file, shared[i].name);
		else if (shared[i].archive)
			job_empty_lib(j, shared[i].archive);
	}
	if (files_exist(job_lib(j, "libpthread.so.0")))
		more = "libpthread.so.0 libdl.so.2 ";
	move_lib(j, "libld.so.2", "ld-linux.so");
	files_write(job_lib(j, "libc.so"),
		mem_cat("/* GNU ld script */\nGROUP ( libc.so.6 libc_nonshared.a AS_NEEDED ( ld-linux.so ",
			more, ") )\n", NULL));
	job_link_lib(j, "Scrt1.o", "crt1.o");
}

/* No path of zig's cache stays in the archives: the same zig gives the same
 * bytes wherever a toolchain is made. */
static void clean_archives(const struct job *j)
{
	static const char *const names[] = { "libc.a", "libc_nonshared.a", "libcompiler_rt.a", "libunwind.a",
		"libzigc.a" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *path = job_lib(j, names[i]);
		const char *const line[] = { "ranlib", "-D", path, NULL };
		if (!files_exist(path))
			continue;
		arfile_strip_paths(path);
		job_zig(j, line);
	}
}

/* zig 0.15 and newer write parts of musl in zig, in an archive of their own. */
static void merge(const struct job *j, const char *into, const char *from)
{
	const char *const line[] = { "ar", "qcsDL", job_lib(j, into), job_lib(j, from), NULL };
	if (files_exist(job_lib(j, from)))
		job_zig(j, line);
}

static void name_musl(const struct job *j)
{
	static const char *const names[] = { "m", "pthread", "dl", "rt", "util", "resolv", "crypt", "xnet" };
	merge(j, "libc.a", "libzigc.a");
	unlink(job_lib(j, "libzigc.a"));
	/* since 0.14 memcpy and its like are in compiler-rt only, as weak symbols;
	 * rustc links libc alone (-nodefaultlibs) */
	merge(j, "libc.a", "libcompiler_rt.a");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		job_empty_lib(j, mem_cat("lib", names[i], ".a", NULL));
}

/* zig's compiler-rt does not tell processors apart; since 0.17 it has answers
 * that are always no, which are taken out of the way. */
static void add_cpu_model(const struct job *j)
{
	static const char *const flags[] = { "-fPIC", "-ffreestanding", "-nostdinc", NULL };
	const char *source = mem_cat(j->work, "/x86-cpu.c", NULL);
	const char *const line[] = { "ar", "qcsD", job_lib(j, "libcompiler_rt.a"), "x86-cpu.o", NULL };
	const char *const aside[] = { "objcopy", "--localize-symbol=__cpu_model",
		"--localize-symbol=__cpu_features2", "--localize-symbol=__cpu_indicator_init",
		job_lib(j, "libcompiler_rt.a"), NULL };
	if (strcmp(triple_arch_kernel(&j->s->target), "x86") != 0)
		return;
	if (copy_objcopy(aside) != 0)
		die(EXIT_FAILED, "%s: cannot be changed; this zig cannot be sealed yet",
			job_lib(j, "libcompiler_rt.a"));
	files_write_bytes(source, shim_x86_cpu.start, (size_t)(shim_x86_cpu.end - shim_x86_cpu.start));
	job_compile(j, source, mem_cat(j->work, "/x86-cpu.o", NULL), flags);
	job_zig(j, line);
}

/* gcc's names for the runtimes; all but libgcc_s real archives, since rustc
 * and others read them. */
static void name_runtimes(const struct job *j)
{
	const char *rt = mem_cat(j->out, "/resource/lib/", j->llvm, NULL);
	files_mkdir(rt);
	files_link(job_lib(j, "libcompiler_rt.a"), mem_cat(rt, "/libclang_rt.builtins.a", NULL));
	empty_object(j, mem_cat(rt, "/clang_rt.crtbegin.o", NULL));
	empty_object(j, mem_cat(rt, "/clang_rt.crtend.o", NULL));
	job_link_lib(j, "libcompiler_rt.a", "libgcc.a");
	job_link_lib(j, "libcompiler_rt.a", "libatomic.a");
	empty_object(j, job_lib(j, "crti.o"));
	empty_object(j, job_lib(j, "crtn.o"));
	job_link_lib(j, "libunwind.a", "libgcc_eh.a");
	files_write(job_lib(j, "libgcc_s.so"), "/* GNU ld script */\nINPUT ( libunwind.a )\n");
}

/* The rest is zig's, whenever it links; a cache for it is where a user may write. */
static void make_headers_only(const struct job *j)
{
	zigharvest_headers(j);
	if (!job_musl(j)) {
		set_glibc_version(j);
		declare_malloc_hooks(j);
	}
	if (j->s->cxx)
		zigcxx_headers(j);
	files_mkdir(mem_cat(j->out, "/cache", NULL));
}

static void make_linux(const struct job *j)
{
	static const char *const program[] = { "-fPIE", "-pie", "e.cc", "-lm", "-lpthread", "-ldl", "-lrt",
		"-lutil", "-lresolv", "-lunwind", "-o", "out", NULL };
	static const char *const shared_object[] = { "-fPIC", "-shared", "-xc", "e.cc", "-o", "out", NULL };
	if (j->s->backend->zig_links) {
		make_headers_only(j);
		return;
	}
	zigharvest_headers(j);
	job_step(j, "libraries");
	zigharvest_link(j, "cc", program);
	if (job_musl(j))
		zigharvest_link(j, "cc", shared_object);
	add_cpu_model(j);
	zigrt_mend(j);
	clean_archives(j);
	if (job_musl(j)) {
		compile_musl_crt(j);
		name_musl(j);
	} else {
		set_glibc_version(j);
		declare_malloc_hooks(j);
		name_glibc(j);
	}
	name_runtimes(j);
	if (j->s->cxx)
		zigcxx_make(j);
}

void zigroot_make(const struct seal *s, const char *out, const char *work)
{
	static void (*const makes[])(const struct job *) = {
		[SYSTEM_LINUX] = make_linux,
		[SYSTEM_WINDOWS] = zigpe_make,
		[SYSTEM_MACOS] = zigmacho_make,
		[SYSTEM_WASI] = zigwasi_make,
	};
	char buf[64];
	struct job j = { .s = s, .out = out, .work = work };
	triple_write(&s->target, TRIPLE_RUST, buf, sizeof buf); /* as clang names WASI's directory */
	j.lib = mem_cat(out, "/sysroot/usr/lib", triple_wasi(&s->target) ? "/" : "",
		triple_wasi(&s->target) ? buf : "", NULL);
	j.include = mem_cat(out, "/sysroot/usr/include", NULL);
	triple_write(&s->target, TRIPLE_ZIG, j.zig_target, sizeof j.zig_target);
	triple_write(&s->target, TRIPLE_LLVM, j.llvm, sizeof j.llvm);
	if (triple_macos(&s->target)) /* or clang takes the oldest macOS that there is */
		snprintf(j.llvm, sizeof j.llvm, "%s-apple-macosx%s", triple_arch_zig(&s->target),
			triple_floor(&s->target, buf, sizeof buf));
	files_mkdir(j.lib);
	files_mkdir(j.include);
	files_mkdir(work);
	makes[triple_system(&s->target)](&j);
	if (!s->quiet && isatty(STDERR_FILENO))
		fputs("\r\033[K", stderr);
}
