#!/bin/sh
# wasi.sh [--no-rust]: C, C++, CMake and Rust with C and C++, built for WASI and run by Node.js.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

target=wasm32-wasip1
need_sealcc
need node cmake ninja
here=$ROOT/tests/integration/wasi
bin=$(toolchain_of $target)/bin
cc=$bin/cc
cxx=$bin/c++
cd "$WORK" || exit

run() # PROGRAM ARGUMENT...
{
	node --no-warnings "$here/run.mjs" "$@"
}

# A program that checks itself, and what it ends with.
checks() # DESCRIPTION STATUS NUMBER PROGRAM ARGUMENT...
{
	c_name=$1 c_status=$2 c_number=$3
	shift 3
	run "$@" >"$WORK/log" 2>&1
	tap_is "$c_name: ends with $c_status" "$c_status" $?
	tap_is "$c_name: every check" "$c_number" "$(grep -c '^ok' "$WORK/log")"
}

for flags in '' -O2 '-Os -g' '-O2 -flto' '-s'; do
	# shellcheck disable=SC2086 # words
	tap_run "C, '$flags': links" "$cc" $flags "$here/check.c" -o c.wasm -lm &&
		checks "C, '$flags'" 42 11 c.wasm one 'two words'
done
tap_run "C: compiles" "$cc" -O2 -c "$here/check.c" -o check.o
tap_run "C: is WebAssembly" sh -c "file check.o | grep -q WebAssembly"
"$cc" -O2 -c "$here/reactor.c" -o reactor.o
tap_run "an archive" "$bin/ar" rcs libreactor.a reactor.o
tap_run "an archive: links" sh -c "echo 'int times(int); int main(void) { return times(21); }' |
	'$cc' -xc - -o a.wasm -L. -lreactor"
run a.wasm
tap_is "an archive: what is in it runs" 42 $?
tap_run "emulated: links" sh -c "echo '#include <unistd.h>
#include <sys/mman.h>
int main(void) { return getpid() < 1 || mmap(0, 64, PROT_READ, MAP_PRIVATE | MAP_ANON, -1, 0) == MAP_FAILED; }' |
	'$cc' -D_WASI_EMULATED_GETPID -D_WASI_EMULATED_MMAN -xc - -o e.wasm -lwasi-emulated-getpid -lwasi-emulated-mman"
tap_run "emulated: runs" run e.wasm
tap_run "a reactor: links" "$cc" -O2 -mexec-model=reactor "$here/reactor.c" -o reactor.wasm
tap_is "a reactor: its constructors and functions run" 42 "$(run --call times 21 reactor.wasm)"

tap_run "C++: links" "$cxx" -O2 -std=c++17 "$here/check.cc" -o cxx.wasm && checks "C++" 0 6 cxx.wasm
tap_is "C++: an exception is named where it is thrown" 1 "$(echo 'int main() { throw 1; }' |
	"$cxx" -xc++ - -o no.wasm 2>&1 | grep -c "cannot use 'throw' with exceptions disabled")"

# what is not to be had says so, and what the host has does not count
tap_is "strip says what to do" "sealcc strip: c.wasm: is a file for WebAssembly, and only ELF is read here; to strip a \
program link it with -s, for the rest use LLVM's tools" "$("$bin/strip" c.wasm 2>&1)"
mkdir host
printf '#!/bin/sh\n: >"%s/host/was-run"\n' "$WORK" >host/wasm-opt
chmod +x host/wasm-opt
tap_run "with a wasm-opt in PATH: links" env PATH="$WORK/host:$PATH" "$cc" -O2 "$here/check.c" -o c.wasm
tap_run "which is not run" test ! -e host/was-run

cp host/wasm-opt host/wasmtime
tap_is "wasmtime runs Cargo's tests" "$WORK/host/wasmtime" "$(PATH="$WORK/host:$PATH" "$SEALCC" env -q -t $target |
	sed -n "s/.*CARGO_TARGET_WASM32_WASIP1_RUNNER='*\([^']*\).*/\1/p")"

tap_run "CMake: configures" sealed $target cmake -G Ninja -S "$here" -B cmake
tap_run "CMake: builds" cmake --build cmake
tap_run "CMake: installs" cmake --install cmake --prefix "$WORK/installed"
checks "CMake: C" 42 11 installed/bin/check.wasm one 'two words'
checks "CMake: C++" 0 6 installed/bin/checkcxx.wasm

# Rust: a program over zlib, SQLite and C++, std from its source
rust()
{
	export CARGO_TARGET_DIR="$WORK/target" RUSTC_BOOTSTRAP=1
	cp -R "$here/rust" crate && cd crate || exit
	if ! "$CARGO" fetch --locked -Zbuild-std=std,panic_abort --target $target >"$WORK/log" 2>&1; then
		tap_skip "Rust: builds" "the crates cannot be fetched"
		return
	fi
	tap_run "Rust: builds" sealed $target "$CARGO" build --release --locked -Zbuild-std=std,panic_abort || return
	cd "$WORK" || exit
	tap_is "Rust: runs" 'zlib 1.3.2, sum 42, letters 4, Some("word")' \
		"$(run "target/$target/release/wasi-crates.wasm" word 2>&1)"
}

if [ "${1:-}" = --no-rust ]; then
	:
elif find_rust_with_source; then
	rust
else
	tap_skip "Rust: builds" "no Rust with the source of the standard library"
fi
tap_done
