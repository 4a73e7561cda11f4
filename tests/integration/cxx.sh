#!/bin/sh
# The C++ examples, which check themselves, made by make and run: one program for three targets; one with libraries,
# where exceptions cross from one to the other, with a C++ library in each and with a shared one.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
need make readelf

# what zig 0.11's libc++ cannot do, with "zig c++" neither
checks=19
less=
case $("${SEALCC_ZIG:-zig}" version) in
0.11.*)
	checks=18
	less=-DNO_FILESYSTEM
	;;
esac

for target in aarch64-unknown-linux-gnu.2.28 x86_64-unknown-linux-gnu.2.17 x86_64-unknown-linux-musl; do
	out=$WORK/$target
	mkdir -p "$out"
	tap_run "$target: builds" sealed "$target" make -s -C "$ROOT/examples/cxx" O="$out" NO_FILESYSTEM="$less" || continue
	tap_is "$target: builds in silence" '' "$(cat "$WORK/log")"
	check_linked "$target" "$out/cxx" "$target"
	if ! can_run "$target"; then
		tap_skip "$target: runs" "programs of ${target%%-*} cannot be run here"
		continue
	fi
	tap_run "$target: runs" run_it "$out/cxx" || continue
	tap_is "$target: every check was made" $checks "$(grep -c '^ok' "$WORK/log")"
done

# libraries TARGET NAME COMMAND...: make the libraries example with COMMAND, run it
libraries()
{
	target=$1 name="$1: libraries, $2" out=$WORK/$1-$2
	shift 2
	mkdir -p "$out"
	tap_run "$name: built" "$@" make -s -C "$ROOT/examples/cxx-libraries" O="$out" || return
	if ! can_run "$target"; then
		tap_skip "$name: run" "programs of ${target%%-*} cannot be run here"
		return
	fi
	tap_run "$name: linked" run_it "$out/linked" && tap_is "$name: every check" 14 "$(grep -c '^ok' "$WORK/log")"
	tap_run "$name: opened" run_it "$out/opener" "$out/libshape.so" &&
		tap_is "$name: every check" 14 "$(grep -c '^ok' "$WORK/log")"
}

needs_libcxx()
{
	readelf -d "$1" | grep -c 'NEEDED.*libc++.so.1'
}

for target in aarch64-unknown-linux-gnu.2.28 x86_64-unknown-linux-gnu.2.17; do
	libraries "$target" static sealed "$target"
	tap_is "$target: libraries, static: no libc++.so" 0 "$(needs_libcxx "$WORK/$target-static/linked")"
	# what "sealcc new --shared-c++" makes
	shared=$WORK/$target-toolchain
	cp -al "$(toolchain_of "$target")" "$shared"
	sed 's/^target/cxx-shared = yes\n&/' "$shared/sealcc.conf" >"$shared/new" && mv "$shared/new" "$shared/sealcc.conf"
	mkdir -p "$WORK/$target-shared"
	cp "$shared/sysroot/usr/lib/shared/libc++.so.1" "$WORK/$target-shared"
	libraries "$target" shared env CXX="$shared/bin/c++"
	tap_is "$target: libraries, shared: libc++.so" 1 "$(needs_libcxx "$WORK/$target-shared/linked")"
	tap_run "$target: -static-libstdc++" "$shared/bin/c++" -static-libstdc++ -o "$WORK/alone" -fPIC -shared \
		"$ROOT/examples/cxx-libraries/library.cc"
	tap_is "$target: -static-libstdc++: no libc++.so" 0 "$(needs_libcxx "$WORK/alone")"
done

tap_done
