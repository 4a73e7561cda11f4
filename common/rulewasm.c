/* The rules for WASI, in the order of their ids. */
#include "rule.h"

static const struct rule rules[] = {
	{ "wasm-exceptions", RULE_EQUIVALENT,
		"zig's libc++ for WASI has no exceptions: said here, clang names the line that throws one",
		"zig's src/libs/libcxx.zig" },
	{ "wasm-flavor", RULE_EQUIVALENT, "this linker is for WebAssembly alone",
		"rustc's linker, which says it to every lld" },
	{ "wasm-stack", RULE_EQUIVALENT,
		"as Rust links: 1 MiB below the data, where a stack that is too deep is an error; wasm-ld's "
		"own is 64 KiB",
		"rustc's compiler/rustc_target/src/spec/base/wasm.rs" },
};

const struct rule_table rules_wasm = { "cc and ld for WASI", rules, sizeof rules / sizeof *rules };
