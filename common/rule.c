/* The table of rules, in the order of their ids. */
#include <string.h>

#include "rule.h"

static const struct rule rules[] = {
	{ "ar-index", RULE_EQUIVALENT, "ranlib is ar's 's'", "the ar(1) manual" },
	{ "ar-response-file", RULE_EQUIVALENT, "gcc-ar takes it for an option when it comes first",
		"gcc's gcc-ar.c" },
	{ "backend", RULE_EQUIVALENT, "the program that this toolchain was sealed from", "sealcc.conf" },
	{ "cpu-level", RULE_EQUIVALENT,
		"the toolchain's architecture level, which the caller's -march= overrides",
		"sealcc.conf, key cpu" },
	{ "cpu-spelling", RULE_EQUIVALENT, "clang's spelling of the processor's name",
		"clang --print-supported-cpus; zig's lib/std/Target" },
	{ "crt-operand", RULE_EQUIVALENT, "a start-up object named without a directory is the toolchain's",
		"rustc_codegen_ssa back/link.rs, get_object_file_path" },
	{ "cxx-headers", RULE_EQUIVALENT,
		"the toolchain's C++ headers, never those near the backend or of the host",
		"clang's ToolChains/Gnu.cpp, addLibCxxIncludePaths" },
	{ "cxx-library", RULE_EQUIVALENT, "libc++ is the C++ library of this toolchain", "zig's lib/libcxx" },
	{ "cxx-mode", RULE_EQUIVALENT, "called as a C++ driver", "clang --driver-mode" },
	{ "cxx-shared", RULE_EQUIVALENT, "libc++.so.1 stands here, before libc++.a",
		"sealcc.conf, key cxx-shared" },
	{ "emulation", RULE_EQUIVALENT, "the target's emulation, as a linker for one target has it built in",
		"ld/genscripts.sh; lld needs it for -b binary and empty links" },
	{ "env-leak", RULE_EQUIVALENT, "would add directories or options of the host",
		"the GCC manual, Environment Variables; clang's driver" },
	{ "given-driver", RULE_EQUIVALENT,
		"libgcc and crtbegin.o of the sysroot, not of a gcc that clang finds",
		"sealcc.conf, key gcc-install-dir" },
	{ "given-linker", RULE_EQUIVALENT, "gcc looks for its linker in the toolchain by this name",
		"gcc's option -fuse-ld; its collect2.c" },
	{ "given-runtime", RULE_EQUIVALENT, "the runtime libraries that the sysroot has",
		"sealcc.conf, keys runtime and cxx-library" },
	{ "ld-operand", RULE_EQUIVALENT, "rustc drives this as a bare linker: handed to the driver",
		"rustc_codegen_ssa back/linker.rs, GccLinker" },
	{ "ld-search", RULE_EQUIVALENT, "the sysroot's libraries, as a cross linker searches its own",
		"the ld manual, option -L" },
	{ "musl-static", RULE_EQUIVALENT, "musl programs are static unless asked otherwise (-dynamic)",
		"zig cc does so; README" },
	{ "no-host-config", RULE_EQUIVALENT, "configuration files of the host's clang do not count",
		"clang's manual, Configuration files" },
	{ "no-host-gcc", RULE_EQUIVALENT, "clang uses the gcc beside it, in /usr/bin", "clang's Gnu.cpp" },
	{ "no-unused", RULE_EQUIVALENT, "no warning when a word of ours is not used by this call",
		"clang's manual, --start-no-unused-arguments" },
	{ "own-elf", RULE_EQUIVALENT, "read and written by this program itself",
		"sealcc.conf has no key for it; zig has no nm and no strip" },
	{ "own-linker", RULE_EQUIVALENT,
		"every link goes through the toolchain's ld, whatever -fuse-ld= and -B say",
		"rustc passes -B and -fuse-ld=lld since 1.90" },
	{ "own-tools", RULE_EQUIVALENT, "tools are looked for in the toolchain first", "clang's option -B" },
	{ "phase", RULE_EQUIVALENT, "-S and -E win over -c; since 20 clang calls the -c unused, gcc does not",
		"the GCC manual, Overall Options" },
	{ "resource-dir", RULE_EQUIVALENT, "clang's headers and runtime that were sealed",
		"clang's option -resource-dir" },
	{ "respawn", RULE_EQUIVALENT,
		"clang runs itself again for so long a line, and zig would not know itself: it is called by "
		"the "
		"toolchain's name",
		"clang's Driver/Job.cpp, CC1Command; zig's src/main.zig" },
	{ "run-path", RULE_EQUIVALENT,
		"the shared object was found by repair; the program shall find it where it was built",
		"sealcc.conf, key rpath; the ld.so(8) manual, $ORIGIN" },
	{ "runtime-libs", RULE_EQUIVALENT, "compiler-rt and libunwind of the sysroot, not libgcc of a host",
		"zig's lib/compiler_rt, lib/libunwind" },
	{ "rustc-response-file", RULE_EQUIVALENT,
		"rustc's response files escape by other rules than clang reads",
		"rustc_codegen_ssa back/link.rs, exec_linker" },
	{ "stale-path", RULE_EQUIVALENT,
		"the path is dead here: it was written in another sandbox, directory or worker",
		"Bazel's output directory layout; README, Stale paths" },
	{ "static-archive", RULE_EQUIVALENT,
		"a static program takes the archive of a library that is named as a shared object",
		"the ld manual, -static: do not link against shared libraries" },
	{ "static-defsym", RULE_EQUIVALENT,
		"weak and undefined in this very link: NULL, as static start-up cannot look it up",
		"glibc's csu/libc-start.c, apply_irel; elf/dl-reloc-static-pie.c" },
	{ "static-gcc-eh", RULE_EQUIVALENT, "libgcc_eh is the archive of libgcc_s",
		"gcc's gcc.c, -static-libgcc" },
	{ "static-glibc", RULE_IMPOSSIBLE, "zig has no static glibc",
		"zig's lib/libc/glibc makes stubs only" },
	{ "static-loader", RULE_EQUIVALENT, "a static program has no loader",
		"the ld manual, --no-dynamic-linker" },
	{ "static-no-pie", RULE_EQUIVALENT,
		"-static says it already; clang would call -no-pie unused, gcc does not",
		"rustc passes both for musl with relocation-model=static" },
	{ "static-search", RULE_EQUIVALENT,
		"a static program takes no shared object, whatever -Bdynamic says",
		"the ld manual, -static: do not link against shared libraries" },
	{ "static-unsound", RULE_IMPOSSIBLE,
		"this output would crash before main, or need a loader that it does not name",
		"glibc's csu/libc-start.c; elf/dl-reloc-static-pie.c" },
	{ "sysroot", RULE_EQUIVALENT, "headers and libraries come from the sealed sysroot",
		"clang's option --sysroot" },
	{ "target", RULE_EQUIVALENT, "the one target of this toolchain", "sealcc.conf, key target" },
	{ "undefined-version", RULE_EQUIVALENT,
		"a version script may name symbols that are not there, as for GNU ld; the caller's "
		"--no-undefined-version wins",
		"zlib's configure tries its script on an object without them; the ld manual, "
		"--no-undefined-version" },
};

const struct rule *rule_find(const char *id)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (strcmp(rules[i].id, id) == 0)
			return &rules[i];
	return NULL;
}

const struct rule *rule_nth(size_t i)
{
	return i < sizeof rules / sizeof *rules ? &rules[i] : NULL;
}

const char *rule_class_name(enum rule_class c)
{
	static const char *const names[] = {
		[RULE_EQUIVALENT] = "equivalent", [RULE_LOSSY] = "lossy", [RULE_IMPOSSIBLE] = "impossible"
	};
	return names[c];
}
