/* The rules of the driver and of several programs, in the order of their ids. */
#include <string.h>

#include "rule.h"

static const struct rule rules[] = {
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
	{ "musl-static", RULE_EQUIVALENT, "musl programs are static unless asked otherwise (-dynamic)",
		"zig cc does so; README" },
	{ "nix-flags", RULE_EQUIVALENT,
		"a variable of nixpkgs' compiler wrapper, which this toolchain shall read",
		"sealcc.conf, key nix; nixpkgs' cc-wrapper and bintools-wrapper" },
	{ "no-host-config", RULE_EQUIVALENT, "configuration files of the host's clang do not count",
		"clang's manual, Configuration files" },
	{ "no-host-gcc", RULE_EQUIVALENT, "clang uses the gcc beside it, in /usr/bin", "clang's Gnu.cpp" },
	{ "no-unused", RULE_EQUIVALENT, "no warning when a word of ours is not used by this call",
		"clang's manual, --start-no-unused-arguments" },
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
	{ "static-glibc", RULE_IMPOSSIBLE, "zig has no static glibc",
		"zig's lib/libc/glibc makes stubs only" },
	{ "static-no-pie", RULE_EQUIVALENT,
		"-static says it already; clang would call -no-pie unused, gcc does not",
		"rustc passes both for musl with relocation-model=static" },
	{ "sysroot", RULE_EQUIVALENT, "headers and libraries come from the sealed sysroot",
		"clang's option --sysroot" },
	{ "target", RULE_EQUIVALENT, "the one target of this toolchain", "sealcc.conf, key target" },
};

const struct rule_table rules_shared = { "cc and others", rules, sizeof rules / sizeof *rules };

const struct rule_table *rule_nth(size_t i)
{
	static const struct rule_table *const tables[] = { &rules_shared, &rules_gcc, &rules_link, &rules_pe,
		&rules_macho, &rules_wasm, &rules_zigcc, &rules_file };
	return i < sizeof tables / sizeof *tables ? tables[i] : NULL;
}

static const struct rule *find_in(const struct rule_table *t, const char *id)
{
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->row[i].id, id) == 0)
			return &t->row[i];
	return NULL;
}

const struct rule *rule_find(const char *id)
{
	const struct rule *found = NULL;
	const struct rule_table *t;
	for (size_t i = 0; !found && (t = rule_nth(i)); i++)
		found = find_in(t, id);
	return found;
}

const char *rule_class_name(enum rule_class c)
{
	static const char *const names[] = {
		[RULE_EQUIVALENT] = "equivalent", [RULE_LOSSY] = "lossy", [RULE_IMPOSSIBLE] = "impossible"
	};
	return names[c];
}
