/* A linker call for WebAssembly, as clang and rustc write it. */
#ifndef WASMLINK_H
#define WASMLINK_H

#include "args.h"
#include "plan.h"

/* Plan the call, for a toolchain whose linker is wasm-ld. */
void wasmlink_plan(struct plan *p, const struct toolchain *tc, const struct args *a);

#endif
