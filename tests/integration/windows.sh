#!/bin/sh
# windows.sh [--no-rust]: C, C++, DLLs, CMake and Rust with C libraries, built for x86_64-pc-windows-gnu and run by wine.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

# As in rust-crates.sh: what every target must come to.
digest=e310db424d5fc8efb0c01dc870abaa65e442b243fd2624419ea53189a7adabfe
target=x86_64-pc-windows-gnu

need_sealcc
version=$("${SEALCC_ZIG:-zig}" version)
case $version in
0.11.* | 0.12.* | 0.13.*)
	tap_is "zig $version is refused" "sealcc new: x86_64-windows-gnu: zig $version has no threads for C on Windows; \
use zig 0.14 or newer for this target" "$("$SEALCC" new -q "$WORK/none" -t $target 2>&1)"
	tap_done
	;;
esac
need make cmake ninja
for wine in wine64 wine /usr/lib/wine/wine64; do
	have "$wine" && break
done
have "$wine" || tap_skip_all "wine is not installed"
export WINEPREFIX="$WORK/wine" WINEDEBUG=-all HOME="${HOME:-$WORK}"

here=$ROOT/tests/integration/windows
cd "$WORK" || exit
tap_run "listed for zig $version" grep -q "^$target .*\\b$version\\b" "$ROOT/tests/targets/verified"
tap_is "no shared libc++" "sealcc new: --shared-c++: zig's libc++ for Windows is static only; leave it out" \
	"$("$SEALCC" new -q "$WORK/none" -t $target --shared-c++ 2>&1)"
tap_run "sealed" toolchain_of $target || tap_done
bin=$(toolchain_of $target)/bin
cc=$bin/cc
tap_run "wine starts" "$wine" wineboot -i

# One check program with each set of options.
c_program() # NAME OPTION...
{
	c_name=$1
	shift
	tap_run "C, $c_name: builds" "$cc" -Wall -Wextra "$@" -o "$c_name.exe" "$here/check.c" || return
	tap_is "C, $c_name: builds in silence" '' "$(cat "$WORK/log")"
	tap_run "C, $c_name: runs" run_wine "$c_name.exe" one 'two words' &&
		tap_is "C, $c_name: every check" 15 "$(grep -c '^ok' "$WORK/log")"
}

c_program plain
c_program optimized -O3 -g -ffunction-sections -Wl,--gc-sections -lm
c_program static -static -s -O2
c_program hardened -O2 -fstack-protector-strong -D_FORTIFY_SOURCE=2 -pthread -fPIC
tap_run "C, a wide main: builds" "$cc" -municode -o wide.exe "$here/wide.c"
tap_is "C, a wide main: runs" '2 word' "$(run_wine wide.exe word)"
tap_run "C, a program without console: builds" "$cc" -mwindows -o gui.exe "$here/gui.c" -lWs2_32
run_wine gui.exe >/dev/null
tap_is "C, a program without console: runs" 7 $run_status
tap_run "C: the same twice" sh -c "'$cc' -g -o a.exe '$here/check.c' && cp a.exe b.exe &&
	'$cc' -g -o a.exe '$here/check.c' && cmp a.exe b.exe"
tap_is "C: the linker tells its version" LLD "$("$cc" -Wl,--version | cut -c 1-3)"

mkdir -p cxx
tap_run "C++: builds" sealed $target make -s -C "$ROOT/examples/cxx" O="$WORK/cxx" NO_FILESYSTEM=-DNO_FILESYSTEM
tap_is "C++: builds in silence" '' "$(cat "$WORK/log")"
tap_run "C++: runs" run_wine cxx/cxx.exe && tap_is "C++: every check" 18 "$(grep -c '^ok' "$WORK/log")"

# A DLL in each way to say what it exports, and programs that find it by import library or by itself.
tap_run "a DLL that exports everything" "$cc" -shared -o all.dll "$here/dll.c" -Wl,--out-implib,liball.dll.a
tap_run "over its import library, with data" "$cc" -DDATA -o use.exe "$here/use.c" -L. -lall
tap_is "runs" 42 "$(run_wine use.exe)"
tap_run "a DLL with dllexport" "$cc" -shared -DEXPORT -o some.dll "$here/dll.c"
tap_run "over the DLL itself" "$cc" -DDATA -o some.exe "$here/use.c" some.dll
tap_is "runs" 42 "$(run_wine some.exe)"
tap_run "a DLL with a .def file" "$cc" -shared -o named.dll "$here/dll.c" "$here/named.def" -Wl,--out-implib,libnamed.dll.a
tap_run "over its import library" "$cc" -o named.exe "$here/use.c" -L. -lnamed
tap_is "runs" 42 "$(run_wine named.exe)"
tap_run "the .def file decides" sh -c "! '$cc' -DDATA -o no.exe '$here/use.c' -L. -lnamed"
tap_run "dlltool makes an import library" "$bin/dlltool" -d "$here/named.def" -l libtool.dll.a
tap_run "which links" "$cc" -o tool.exe "$here/use.c" -L. -ltool
tap_is "and runs" 42 "$(run_wine tool.exe)"
# what is not to be had says so
tap_is "strip says what to do" "sealcc strip: use.exe: is a file for Windows, and only ELF is read here; to strip a \
program link it with -s, for the rest use LLVM's tools" "$("$bin/strip" use.exe 2>&1)"
tap_run "windres says so" sh -c "! '$bin/windres' a.rc a.o >out 2>&1 && grep -q 'no resource compiler' out"

tap_is "wine runs Cargo's tests" 1 "$("$SEALCC" env -q -t $target | grep -c 'CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=.*wine')"
tap_run "CMake: configures" sealed $target cmake -G Ninja -S "$here" -B cmake
tap_run "CMake: builds" cmake --build cmake
tap_run "CMake: installs" cmake --install cmake --prefix "$WORK/installed"
tap_is "CMake: C over a DLL" 42 "$(run_wine installed/bin/use.exe)"
tap_is "CMake: an exception out of a DLL, caught by type" 'text! empty 12' "$(run_wine installed/bin/catcher.exe)"

# Rust: a program over zstd, zlib, SQLite, ring, mimalloc and C++, std from its source
rust()
{
	export CARGO_TARGET_DIR="$WORK/target" RUSTC_BOOTSTRAP=1
	cd "$ROOT/examples/rust-crates" || exit
	if ! "$CARGO" fetch --locked -Zbuild-std=std,panic_unwind --target $target >"$WORK/log" 2>&1; then
		tap_skip "Rust: builds" "the crates cannot be fetched"
		return
	fi
	tap_run "Rust: builds" sealed $target "$CARGO" build --release --locked -Zbuild-std=std,panic_unwind || return
	cd "$CARGO_TARGET_DIR/$target/release" || exit
	"$cc" -O2 -shared -o bcryptprimitives.dll "$here/bcryptprimitives.c"
	tap_run "Rust: runs" run_wine rust-crates.exe || return
	tap_is "Rust: every result is right" "digest $digest" "$(tail -n 1 "$WORK/log")"
}

if [ "${1:-}" = --no-rust ]; then
	:
elif find_rust_with_source; then
	rust
else
	tap_skip "Rust: builds" "no Rust with the source of the standard library"
fi

# wine's server goes before its directory does
"$wine" wineboot -e >/dev/null 2>&1
"${wine%wine*}wineserver" -w >/dev/null 2>&1
tap_done
