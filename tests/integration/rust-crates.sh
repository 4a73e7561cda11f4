#!/bin/sh
# A Rust program over zstd, zlib, SQLite, ring, mimalloc and C++, built by Cargo for three targets, and run.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

# What every target must come to; it changes with the versions in Cargo.toml.
digest=e310db424d5fc8efb0c01dc870abaa65e442b243fd2624419ea53189a7adabfe

need_sealcc
need readelf
export CARGO_TARGET_DIR="$WORK/target"
unset CXXSTDLIB

# C++ for the machine that builds, beside C++ for the target.
try_host_cxx() # TARGET
{
	target=$1
	cd "$ROOT/tests/integration/host-cxx" || exit
	if ! "$CARGO" fetch --locked >"$WORK/log" 2>&1; then
		tap_skip "$target: C++ in a build script and a proc-macro" "the crates cannot be fetched"
		return
	fi
	tap_run "$target: C++ in a build script and a proc-macro" sealed "$target" "$CARGO" build --locked || return
	if can_run "$target"; then
		tap_run "$target: C++ on both sides runs" run_it "$CARGO_TARGET_DIR/${target%.*.*}/debug/host-cxx" || return
		tap_is "$target: C++ on both sides is right" "build script 12, proc-macro 10, program 7" "$(cat "$WORK/log")"
	else
		tap_skip "$target: C++ on both sides runs" "programs of ${target%%-*} cannot be run here"
	fi
}

# Builds, looks, runs.
try() # TARGET CARGO-ARGUMENT...
{
	target=$1
	rust_target=${target%.*.*}
	shift
	cd "$ROOT/examples/rust-crates" || exit
	if ! "$CARGO" fetch --locked --target "$rust_target" "$@" >"$WORK/log" 2>&1; then
		tap_skip "$target: builds" "the crates cannot be fetched"
		return
	fi
	tap_run "$target: builds" sealed "$target" "$CARGO" build --release --locked "$@" || return
	if grep -q '^warning' "$WORK/log"; then
		tap_not_ok "$target: builds without a warning" "$WORK/log"
	else
		tap_ok "$target: builds without a warning"
	fi
	program=$CARGO_TARGET_DIR/$rust_target/release/rust-crates
	check_linked "$target" "$program" "$target"

	if ! can_run "$target"; then
		tap_skip "$target: runs" "programs of ${target%%-*} cannot be run here"
		return
	fi
	tap_run "$target: runs" run_it "$program" || return
	tap_is "$target: every result is right" "digest $digest" "$(tail -n 1 "$WORK/log")"
	tap_is "$target: built for it" "built for $rust_target" "$(sed -n '1s/,.*//p' "$WORK/log")"
}

t=aarch64-unknown-linux-gnu
if find_rust $t; then
	try $t.2.28
	try_host_cxx $t.2.28
else
	tap_skip "$t: builds" "no Rust with the standard library of $t"
fi

t=x86_64-unknown-linux-gnu
if find_rust $t; then
	# cc-rs asks a clang which C++ library it uses; older ones name libstdc++ without asking.
	export CXXSTDLIB=stdc++
	try $t.2.17
	unset CXXSTDLIB
	try_host_cxx $t.2.17
else
	tap_skip "$t: builds" "no Rust with the standard library of $t"
fi

t=x86_64-unknown-linux-musl
if find_rust_with_source; then
	export RUSTC_BOOTSTRAP=1
	try $t -Zbuild-std=std,panic_unwind
else
	tap_skip "$t: builds" "no Rust with the source of the standard library"
fi

tap_done
