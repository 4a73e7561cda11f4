#!/bin/sh
# __builtin_cpu_supports of a sealed toolchain answers as gcc's does, on this processor and on those that qemu shows;
# target_clones chooses by it.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
need gcc
here=$ROOT/tests/integration/cpu
target=x86_64-unknown-linux-musl

tap_run "built by gcc" gcc -O1 -static -o "$WORK/gcc" "$here/features.c"
tap_run "built by sealcc" "$(toolchain_of $target)/bin/cc" -O1 -o "$WORK/own" "$here/features.c"

if [ "$(uname -m)" = x86_64 ]; then
	tap_is "this processor" "$("$WORK/gcc")" "$("$WORK/own")"
fi
if have qemu-x86_64-static; then
	for model in qemu64 core2duo Nehalem Haswell Skylake-Server EPYC EPYC-Rome Opteron_G5 max; do
		features=$(qemu-x86_64-static -cpu $model "$WORK/gcc" 2>/dev/null)
		tap_is "$model: has some" true "$([ -n "$features" ] && echo true)"
		tap_is "$model" "$features" "$(qemu-x86_64-static -cpu $model "$WORK/own" 2>/dev/null)"
	done
else
	tap_skip "other processors" "qemu-x86_64-static is not installed"
fi

# the clone that was chosen
cat >"$WORK/clones.c" <<'END'
#include <stdio.h>
__attribute__((target("avx2"))) static int avx2(void) { return 2; }
__attribute__((target_clones("avx2", "sse4.2", "default"))) int sum(const int *p, int n)
{
	int s = 0;
	for (int i = 0; i < n; i++)
		s += p[i];
	return s;
}
int main(void)
{
	int v[100];
	for (int i = 0; i < 100; i++)
		v[i] = i;
	int has = __builtin_cpu_supports("avx2") ? avx2() : 0;
	printf("%d %s\n", sum(v, 100), has ? "avx2" : "no avx2");
	return 0;
}
END
tap_run "target_clones: built" "$(toolchain_of x86_64-unknown-linux-gnu.2.28)/bin/cc" -O3 -o "$WORK/clones" "$WORK/clones.c"
if have qemu-x86_64-static && [ "$(uname -m)" = x86_64 ]; then
	tap_is "target_clones: Haswell" '4950 avx2' "$(qemu-x86_64-static -cpu Haswell "$WORK/clones" 2>/dev/null)"
	tap_is "target_clones: Nehalem" '4950 no avx2' "$(qemu-x86_64-static -cpu Nehalem "$WORK/clones" 2>/dev/null)"
fi

tap_done
