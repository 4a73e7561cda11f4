/* Sources: zig's src/libs/{glibc,musl,libcxx}.zig for which header directories
 * and objects a link gets; what zig does itself is read off the lines it
 * prints with ZIG_VERBOSE_LINK and ZIG_VERBOSE_CC. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arfile.h"
#include "child.h"
#include "files.h"
#include "mem.h"
#include "say.h"
#include "strv.h"
#include "zigroot.h"

/* A sealing under way. */
struct job {
	const struct seal *s;
	const char *out;  /* the toolchain under its temporary name */
	const char *work; /* zig's caches and scratch files */
	const char *lib;  /* out/sysroot/usr/lib */
	const char *include;
	char zig_target[64], llvm[64];
};

static const char empty_archive[] = "!<arch>\n";

static bool musl(const struct job *j)
{
	return j->s->target.libc == LIBC_MUSL;
}

static void step(const struct job *j, const char *what)
{
	if (!j->s->quiet && isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[Ksealcc: %s: %s ...", j->zig_target, what);
}

static const char *in_lib(const struct job *j, const char *name)
{
	return mem_cat(j->lib, "/", name, NULL);
}

/* --- zig ---------------------------------------------------------------- */

/* The last line of zig's output that tells of an error, for the message. */
static const char *error_line(char *text)
{
	char *best = text;
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		if (strncmp(line, "error", 5) == 0 || strstr(line, " error: "))
			best = line;
	return best;
}

static const char *const *zig_environment(const struct job *j)
{
	struct strv env;
	const char *path = getenv("PATH");
	strv_init(&env, 8);
	strv_push(&env, mem_cat("PATH=", path ? path : "/usr/bin:/bin", NULL));
	strv_push(&env, mem_cat("HOME=", j->work, NULL));
	strv_push(&env, mem_cat("TMPDIR=", j->work, NULL));
	strv_push(&env, mem_cat("ZIG_GLOBAL_CACHE_DIR=", j->work, "/cache", NULL));
	strv_push(&env, mem_cat("ZIG_LOCAL_CACHE_DIR=", j->work, "/cache", NULL));
	strv_push(&env, "ZIG_VERBOSE_LINK=1");
	strv_push(&env, "ZIG_VERBOSE_CC=1");
	return env.v;
}

/* Run zig with words in the work directory; all it prints. */
static char *zig(const struct job *j, const char *const *words)
{
	struct strv line;
	char *text;
	strv_init(&line, 40);
	strv_push(&line, j->s->zig->path);
	strv_append(&line, words);
	struct child c = { line.v, zig_environment(j), j->work };
	int status = child_read(&c, 1, &text);
	if (status != 0) {
		die(EXIT_FAILED, "%s: zig %s %s failed with status %u: %s", j->zig_target, j->s->zig->version,
			words[0], (size_t)status, error_line(text));
	}
	return text;
}

/* --- headers ------------------------------------------------------------ */

static void copy_headers(const struct job *j)
{
	const struct triple *t = &j->s->target;
	const char *arch = triple_arch_zig(t), *kernel = triple_arch_kernel(t);
	const char *libc = musl(j) ? "musl" : "gnu";
	const char *const dirs[] = {
		/* later ones win */
		"any-linux-any",
		mem_cat(kernel, "-linux-any", NULL),
		mem_cat(arch, "-linux-any", NULL),
		musl(j) ? "generic-musl" : "generic-glibc",
		mem_cat(kernel, "-linux-", libc, NULL),
		mem_cat(arch, "-linux-", libc, NULL),
	};
	step(j, "headers");
	for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
		files_copy_tree(mem_cat(j->s->zig->lib, "/libc/include/", dirs[i], NULL), j->include);
	files_copy_tree(
		mem_cat(j->s->zig->lib, "/include", NULL), mem_cat(j->out, "/resource/include", NULL));
}

/* Insert text before the line of path that holds mark. */
static void insert_before(const char *path, const char *mark, const char *text)
{
	char *old = files_read(path, NULL);
	char *at = old ? strstr(old, mark) : NULL;
	if (!at)
		die(EXIT_FAILED, "%s: has no line '%s'; this zig cannot be sealed yet", path, mark);
	while (at > old && at[-1] != '\n')
		at--;
	files_write(path, mem_cat(mem_dup(old, (size_t)(at - old)), text, at, NULL));
}

/* zig leaves the minor version to its command line. */
static void set_glibc_version(const struct job *j)
{
	char text[64];
	snprintf(text, sizeof text, "#define\t__GLIBC_MINOR__\t%u\n", j->s->target.glibc_minor);
	insert_before(mem_cat(j->include, "/features.h", NULL), "#define\t__GLIBC__\t", text);
}

/* --- objects ------------------------------------------------------------ */

/* The lld line that makes "out", in the text zig printed. */
static char *link_line(char *text)
{
	char *found = NULL;
	for (char *line = text; line && *line;) {
		char *end = strchr(line, '\n');
		if (end)
			*end = 0;
		if (strncmp(line, "ld.lld ", 7) == 0 && strstr(line, " -o out "))
			found = line;
		line = end ? end + 1 : NULL;
	}
	return found;
}

static bool is_hash(const char *p)
{
	return strspn(p, "0123456789abcdef") == 32 && p[32] == '/';
}

/* Copy every file that the line takes from zig's cache ("/o/HASH/NAME", where
 * the cache's own path may hold blanks) into the sysroot's libraries. */
static void copy_objects(const struct job *j, const char *line)
{
	for (const char *p = line; (p = strstr(p, "/o/"));) {
		p += 3;
		if (!is_hash(p))
			continue;
		const char *name = p + 33;
		size_t n = strcspn(name, " \n");
		const char *file = mem_dup(name, n);
		if (strcmp(file, "e.o") != 0 && !strstr(file, "ubsan"))
			files_copy(
				mem_cat(j->work, "/cache/o/", mem_dup(p, 33), file, NULL), in_lib(j, file));
		p = name + n;
	}
}

/* Link a program as zig does and keep what it is linked with; what zig printed. */
static char *harvest(const struct job *j, const char *const *mode)
{
	struct strv line;
	strv_init(&line, 32);
	strv_push(&line, j->s->cxx ? "c++" : "cc");
	strv_push(&line, "-target");
	strv_push(&line, j->zig_target);
	strv_push(&line, "-s"); /* no debug information: it would name this directory */
	strv_push(&line, "-O2");
	strv_push(&line, "-fno-lto"); /* zig 0.11 makes libc++ of bitcode otherwise */
	strv_append(&line, mode);
	char *text = zig(j, line.v);
	char *found = link_line(mem_cat(text, NULL));
	if (!found)
		die(EXIT_FAILED, "%s: zig %s does not print its link line; this zig cannot be sealed yet",
			j->zig_target, j->s->zig->version);
	copy_objects(j, found);
	return text;
}

static void compile(const struct job *j, const char *source, const char *object, const char *const *flags)
{
	struct strv line;
	strv_init(&line, 32);
	strv_push(&line, "clang");
	strv_push(&line, "--no-default-config");
	strv_push(&line, mem_cat("--target=", j->llvm, NULL));
	strv_push(&line, "-Os");
	strv_append(&line, flags);
	strv_push(&line, "-c");
	strv_push(&line, "-xc");
	strv_push(&line, source);
	strv_push(&line, "-o");
	strv_push(&line, object);
	zig(j, line.v);
}

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
	const char *src = mem_cat(j->s->zig->lib, "/libc/musl/", NULL);
	const char *arch = mem_cat("-I", src, "arch/", musl_arch(&j->s->target), NULL);
	const char *include = mem_cat("-I", src, "include", NULL);
	const char *const flags[] = { "-fPIC", "-nostdinc", "-ffreestanding", "-fno-stack-protector", "-w",
		arch, mem_cat("-I", src, "arch/generic", NULL), mem_cat("-I", src, "src/include", NULL),
		mem_cat("-I", src, "src/internal", NULL), mem_cat("-I", j->include, NULL), include, "-DCRT",
		NULL };
	static const char *const names[] = { "crt1", "Scrt1", "rcrt1" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		compile(j, mem_cat(src, "crt/", names[i], ".c", NULL),
			in_lib(j, mem_cat(names[i], ".o", NULL)), flags);
}

static void empty_object(const struct job *j, const char *path)
{
	static const char *const flags[] = { "-fPIC", "-nostdinc", NULL };
	if (!files_exist(path))
		compile(j, "/dev/null", path, flags);
}

/* --- libraries ---------------------------------------------------------- */

static void link_lib(const struct job *j, const char *file, const char *name)
{
	if (files_exist(in_lib(j, file)))
		files_link(in_lib(j, file), in_lib(j, name));
}

static void move_lib(const struct job *j, const char *file, const char *name)
{
	if (rename(in_lib(j, file), in_lib(j, name)) != 0)
		die(EXIT_FAILED, "%s: zig %s did not make %s:", j->zig_target, j->s->zig->version, file);
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
		if (files_exist(in_lib(j, shared[i].file)))
			link_lib(j, shared[i].file, shared[i].name);
		else if (shared[i].archive)
			files_write(in_lib(j, shared[i].archive), empty_archive);
	}
	if (files_exist(in_lib(j, "libpthread.so.0")))
		more = "libpthread.so.0 libdl.so.2 ";
	move_lib(j, "libld.so.2", "ld-linux.so");
	files_write(in_lib(j, "libc.so"),
		mem_cat("/* GNU ld script */\nGROUP ( libc.so.6 libc_nonshared.a AS_NEEDED ( ld-linux.so ",
			more, ") )\n", NULL));
	link_lib(j, "Scrt1.o", "crt1.o");
}

/* No path of zig's cache stays in the archives: the same zig gives the same
 * bytes wherever a toolchain is made. */
static void clean_archives(const struct job *j)
{
	static const char *const names[] = { "libc++.a", "libc++abi.a", "libc.a", "libc_nonshared.a",
		"libcompiler_rt.a", "libunwind.a", "libzigc.a" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *path = in_lib(j, names[i]);
		const char *const line[] = { "ranlib", "-D", path, NULL };
		if (!files_exist(path))
			continue;
		arfile_strip_paths(path);
		zig(j, line);
	}
}

/* zig 0.15 and newer write parts of musl in zig, in an archive of their own. */
static void merge(const struct job *j, const char *into, const char *from)
{
	const char *const line[] = { "ar", "qcsDL", in_lib(j, into), in_lib(j, from), NULL };
	if (files_exist(in_lib(j, from)))
		zig(j, line);
}

static void name_musl(const struct job *j)
{
	static const char *const names[] = { "m", "pthread", "dl", "rt", "util", "resolv", "crypt", "xnet" };
	merge(j, "libc.a", "libzigc.a");
	unlink(in_lib(j, "libzigc.a"));
	/* since 0.14 memcpy and its like are in compiler-rt only, as weak symbols;
	 * rustc links libc alone (-nodefaultlibs) */
	merge(j, "libc.a", "libcompiler_rt.a");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		files_write(in_lib(j, mem_cat("lib", names[i], ".a", NULL)), empty_archive);
}

/* gcc's names for the runtimes; all but libgcc_s real archives, since rustc
 * and others read them. */
static void name_runtimes(const struct job *j)
{
	const char *rt = mem_cat(j->out, "/resource/lib/", j->llvm, NULL);
	files_mkdir(rt);
	files_link(in_lib(j, "libcompiler_rt.a"), mem_cat(rt, "/libclang_rt.builtins.a", NULL));
	empty_object(j, mem_cat(rt, "/clang_rt.crtbegin.o", NULL));
	empty_object(j, mem_cat(rt, "/clang_rt.crtend.o", NULL));
	link_lib(j, "libcompiler_rt.a", "libgcc.a");
	link_lib(j, "libcompiler_rt.a", "libatomic.a");
	empty_object(j, in_lib(j, "crti.o"));
	empty_object(j, in_lib(j, "crtn.o"));
	link_lib(j, "libunwind.a", "libgcc_eh.a");
	files_write(in_lib(j, "libgcc_s.so"), "/* GNU ld script */\nINPUT ( libunwind.a )\n");
}

/* --- libc++ ------------------------------------------------------------- */

/* The line that compiles e.cc, in the text zig printed. */
static const char *compile_line(const char *text)
{
	const char *p = text;
	while ((p = strstr(p, "e.cc ")) && p > text && p[-1] != ' ' && p[-1] != '/')
		p++;
	return p;
}

/* zig gives libc++ its configuration by -D; here it goes where libc++ looks. */
static void configure_libcxx(const struct job *j, const char *text)
{
	const char *dir = mem_cat(j->include, "/c++/v1", NULL), *site = "";
	const char *line = compile_line(text);
	if (!line)
		die(EXIT_FAILED, "%s: zig %s does not print its compile line; this zig cannot be sealed yet",
			j->zig_target, j->s->zig->version);
	const char *end = line + strcspn(line, "\n");
	for (const char *p = line; (p = strstr(p, " -D_LIBC")) && p < end;) {
		p += 3;
		size_t n = strcspn(p, "= "), m = strcspn(p, " \n");
		const char *value = p[n] == '=' ? mem_dup(p + n + 1, m - n - 1) : "1";
		site = mem_cat(site, "#define ", mem_dup(p, n), " ", value, "\n", NULL);
	}
	files_copy_tree(mem_cat(j->s->zig->lib, "/libcxxabi/include", NULL), dir);
	files_copy_tree(mem_cat(j->s->zig->lib, "/libcxx/include", NULL), dir);
	files_write(mem_cat(dir, "/__config_site", NULL), site);
	insert_before(mem_cat(dir, "/__config", NULL), "zig patch: instead of including __config_site",
		"#include <__config_site>\n");
}

/* zig 0.11 compiles libc++abi as if every glibc had __cxa_thread_atexit_impl,
 * which came with 2.18; compiled without that promise it is a weak reference
 * with a fallback. */
static void mend_thread_atexit(const struct job *j)
{
	const char *lib = j->s->zig->lib, *object = mem_cat(j->work, "/cxa_thread_atexit.o", NULL);
	const char *const compiler[] = { "clang", "--no-default-config", "--driver-mode=g++",
		mem_cat("--target=", j->llvm, NULL), mem_cat("--sysroot=", j->out, "/sysroot", NULL),
		"-resource-dir", mem_cat(j->out, "/resource", NULL), "-nostdinc++", "-isystem",
		mem_cat(j->include, "/c++/v1", NULL), mem_cat("-I", lib, "/libcxxabi/include", NULL),
		mem_cat("-I", lib, "/libcxx/src", NULL), "-D_LIBCXXABI_BUILDING_LIBRARY", "-std=c++20", "-O2",
		"-fPIC", "-fvisibility=hidden", "-w", "-c",
		mem_cat(lib, "/libcxxabi/src/cxa_thread_atexit.cpp", NULL), "-o", object, NULL };
	const char *const archiver[] = { "ar", "rcsD", in_lib(j, "libc++.a"), object, NULL };
	if (musl(j) || j->s->target.glibc_major != 2 || j->s->target.glibc_minor >= 18)
		return;
	zig(j, compiler);
	zig(j, archiver);
}

static void make_libcxx(const struct job *j, const char *text)
{
	configure_libcxx(j, text);
	merge(j, "libc++.a", "libc++abi.a");
	mend_thread_atexit(j);
	link_lib(j, "libc++.a", "libc++abi.a");
	link_lib(j, "libc++.a", "libstdc++.a");
	/* for a host's linker: this one library, without the sysroot's libc */
	files_mkdir(mem_cat(j->out, "/host-lib", NULL));
	files_link(in_lib(j, "libc++.a"), mem_cat(j->out, "/host-lib/libc++.a", NULL));
}

static void make(const struct job *j)
{
	static const char *const program[] = { "-fPIE", "-pie", "e.cc", "-lm", "-lpthread", "-ldl", "-lrt",
		"-lutil", "-lresolv", "-lunwind", "-o", "out", NULL };
	static const char *const shared_object[] = { "-fPIC", "-shared", "-xc", "e.cc", "-o", "out", NULL };
	files_write(mem_cat(j->work, "/e.cc", NULL), "int main(){return 0;}\n");
	copy_headers(j);
	step(j, j->s->cxx ? "libraries, C++ among them (about a minute)" : "libraries");
	const char *text = harvest(j, program);
	if (musl(j)) {
		harvest(j, shared_object);
		clean_archives(j);
		compile_musl_crt(j);
		name_musl(j);
	} else {
		clean_archives(j);
		set_glibc_version(j);
		name_glibc(j);
	}
	name_runtimes(j);
	if (j->s->cxx)
		make_libcxx(j, text);
}

void zigroot_make(const struct seal *s, const char *out, const char *work)
{
	struct job j = { .s = s, .out = out, .work = work };
	j.lib = mem_cat(out, "/sysroot/usr/lib", NULL);
	j.include = mem_cat(out, "/sysroot/usr/include", NULL);
	triple_write(&s->target, TRIPLE_ZIG, j.zig_target, sizeof j.zig_target);
	triple_write(&s->target, TRIPLE_LLVM, j.llvm, sizeof j.llvm);
	files_mkdir(j.lib);
	files_mkdir(j.include);
	files_mkdir(work);
	make(&j);
	if (!s->quiet && isatty(STDERR_FILENO))
		fputs("\r\033[K", stderr);
}
