#!/bin/sh
# The C++ example, which checks itself, made by make for three targets, and run.
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

tap_done
