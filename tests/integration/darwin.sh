#!/bin/sh
# darwin.sh [--no-rust]: C, C++, dylibs, CMake and Rust, built for macOS and looked at; there is no Mac here to run them.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

target=aarch64-apple-darwin
need_sealcc
version=$("${SEALCC_ZIG:-zig}" version)
case $version in
0.11.*)
	tap_is "zig $version is refused" "sealcc new: aarch64-macos.11.0: the linker of zig $version for macOS exports hidden \
symbols, too; use zig 0.12 or newer for this target" "$("$SEALCC" new -q "$WORK/none" -t $target 2>&1)"
	tap_done
	;;
esac
need cmake ninja
for suffix in '' -19 -18 -17 -16 -15 -14; do
	have "llvm-objdump$suffix" && have "llvm-readobj$suffix" && have "llvm-nm$suffix" && break
	suffix=none
done
[ "$suffix" != none ] || tap_skip_all "llvm-objdump, llvm-readobj and llvm-nm are not installed"

# The values of the fields NAME of the load commands COMMAND, in one line.
load_command() # FILE COMMAND NAME
{
	"llvm-objdump$suffix" -m --private-headers "$1" |
		awk -v c="$2" -v n="$3" '$1 == "cmd" { in_it = $2 == c } in_it && $1 == n { printf "%s%s", s, $2; s = " " }'
}

exports() # FILE
{
	"llvm-objdump$suffix" -m --exports-trie "$1" | awk '/^0x/ && $2 !~ /^__/ { printf "%s%s", s, $2; s = " " }
		/^0x/ && $2 ~ /^__/ && $2 !~ /^___?(mh_|dso_)/ { printf "%s%s", s, $2; s = " " }'
}

# zig 0.17 names libSystem first, the others last.
sorted() # WORDS
{
	echo "$1" | tr ' ' '\n' | sort | tr '\n' ' '
}

inspected() # FILE KEY
{
	"$SEALCC" inspect "$1" | awk -v k="$2" '$1 == k { sub(/^ *[a-z]+ */, ""); print }'
}

# What must be true of each file: machine, oldest macOS, signature, libraries.
check_macho() # DESCRIPTION FILE MACHINE OLDEST LIBRARIES
{
	tap_is "$1: machine" "$3" "$(inspected "$2" machine)" || return
	tap_is "$1: oldest macOS" "macos $4" "$(inspected "$2" system)"
	case $4 in
	10.*) tap_is "$1: LC_VERSION_MIN_MACOSX" "$4" "$(load_command "$2" LC_VERSION_MIN_MACOSX version)" ;;
	*) tap_is "$1: LC_BUILD_VERSION" "$4" "$(load_command "$2" LC_BUILD_VERSION minos)" ;;
	esac
	tap_is "$1: libraries" "$(sorted "$5")" "$(sorted "$(load_command "$2" LC_LOAD_DYLIB name)")"
	# Apple's own processors start nothing that is not signed
	[ "$3" != aarch64 ] || tap_run "$1: is signed" test -n "$(load_command "$2" LC_CODE_SIGNATURE datasize)"
}

system=/usr/lib/libSystem.B.dylib
here=$ROOT/tests/integration/darwin
cd "$WORK" || exit
tap_run "listed for zig $version" grep -q "^$target .*\\b$version\\b" "$ROOT/tests/targets/verified"
tap_is "no shared libc++" "sealcc new: --shared-c++: zig's libc++ for macOS is static only; leave it out" \
	"$("$SEALCC" new -q "$WORK/none" -t $target --shared-c++ 2>&1)"
tap_run "sealed" toolchain_of $target || tap_done
dir=$(toolchain_of $target)
cc=$dir/bin/cc

# C: one program in several ways.
c_program() # NAME OLDEST OPTION...
{
	c_name=$1 c_oldest=$2
	shift 2
	tap_run "C, $c_name: builds" "$cc" -Wall -Wextra -Werror "$@" -o program "$here/program.c" || return
	tap_is "C, $c_name: builds in silence" '' "$(cat "$WORK/log")"
	check_macho "C, $c_name" program aarch64 "$c_oldest" $system
}

c_program plain 11.0
c_program optimized 11.0 -O3 -flto=full -fno-lto -Wl,-dead_strip -lm -lpthread
c_program stripped 11.0 -O2 -s -fPIE -Wl,-headerpad_max_install_names
c_program "newer" 12.3 -mmacosx-version-min=12.3
export MACOSX_DEPLOYMENT_TARGET=13.1
c_program "as the environment says" 13.1
unset MACOSX_DEPLOYMENT_TARGET
tap_run "C: the same twice" sh -c "'$cc' -O2 -o a '$here/program.c' && cp a b && '$cc' -O2 -o a '$here/program.c' && cmp a b"
tap_run "C: without HOME" env -i PATH=/usr/bin:/bin "$cc" -o a "$here/program.c"
tap_run "C: to nowhere" "$cc" -o /dev/null "$here/program.c"
tap_run "C: compiles, assembles, preprocesses" sh -c "'$cc' -S -o a.s '$here/use.c' && '$cc' -c a.s -o a.o &&
	'$cc' -E -dM -x c /dev/null | grep -q '__APPLE__ 1'"
tap_is "C: the machine" aarch64-apple-darwin "$("$cc" -dumpmachine)"
tap_is "C: nothing is left behind" '' "$(find . -name '.sealcc-*')"
tap_is "C: ld64's version" '@(#)PROGRAM:ld' "$("$cc" -Wl,-v 2>&1 | cut -d ' ' -f 1)"

# Dylibs: names, versions, what they export, who finds them.
tap_run "a dylib" "$cc" -dynamiclib -install_name @rpath/libd.dylib -current_version 1.2 -compatibility_version 1.0 \
	-Wl,-rpath,@loader_path -o libd.dylib "$here/dylib.c"
check_macho "a dylib" libd.dylib aarch64 11.0 $system
tap_is "its name" @rpath/libd.dylib "$(load_command libd.dylib LC_ID_DYLIB name)"
tap_is "its rpath" @loader_path "$(load_command libd.dylib LC_RPATH path)"
tap_is "it exports everything" "_api_one _api_two _data _inner" \
	"$(exports libd.dylib | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')"
tap_run "a program over it" "$cc" -o use "$here/use.c" -L. -ld -ld -Wl,-rpath,@executable_path
check_macho "a program over it" use aarch64 11.0 "@rpath/libd.dylib $system"
tap_run "undefined symbols are errors" sh -c "! '$cc' -shared -DLOOKUP -o no.dylib '$here/dylib.c' && ! test -e no.dylib"
tap_run "or are looked for at run time" "$cc" -shared -DLOOKUP -undefined dynamic_lookup -o l.dylib "$here/dylib.c"
printf '%s\n' '# the interface' '_api_*' >list
"$cc" -c "$here/dylib.c" -o dylib.o && "$dir/bin/ar" rcs libs.a dylib.o && "$dir/bin/ranlib" libs.a
tap_run "a list of symbols to export" "$cc" -shared -Wl,-exported_symbols_list,list -o e.dylib "$here/dylib.c"
tap_is "only these are" "_api_one _api_two" "$(exports e.dylib | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')"
tap_run "also out of an archive" "$cc" -shared -Wl,-exported_symbols_list,list -Wl,-u,_api_one -L. -ls -o s.dylib
tap_is "only these are" "_api_one _api_two" "$(exports s.dylib | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')"
tap_run "and all but some" "$cc" -shared -Wl,-unexported_symbol,_inner -o u.dylib "$here/dylib.c"
tap_is "all but these are" "_api_one _api_two _data" \
	"$(exports u.dylib | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')"

# What is of macOS itself: not without an SDK.
tap_run "a framework needs an SDK" sh -c "! '$cc' -framework Foo -o f '$here/use.c' -L. -ld 2>err && grep -q 'SDK' err"
tap_run "a library of macOS, too" sh -c "! '$cc' -lobjc -o f '$here/use.c' -L. -ld 2>err && grep -q 'SDK' err"
mkdir -p sdk/System/Library/Frameworks/Foo.framework sdk/usr/include
cat >sdk/System/Library/Frameworks/Foo.framework/Foo.tbd <<'TBD'
--- !tapi-tbd
tbd-version: 4
targets: [ x86_64-macos, arm64-macos ]
install-name: '/System/Library/Frameworks/Foo.framework/Versions/A/Foo'
exports:
  - targets: [ x86_64-macos, arm64-macos ]
    symbols: [ _foo ]
...
TBD
echo 'int foo(void);' >sdk/usr/include/foo.h
printf '%s\n' '#include <foo.h>' 'int main(void) { return foo(); }' >foo.c
tap_run "with one it is there" "$cc" -isysroot "$WORK/sdk" -framework Foo -o foo foo.c
check_macho "with one" foo aarch64 11.0 "/System/Library/Frameworks/Foo.framework/Versions/A/Foo $system"
tap_run "also by SDKROOT" env SDKROOT="$WORK/sdk" "$cc" -framework Foo -o foo foo.c
tap_is "strip says what to do" "sealcc strip: foo: is a file for macOS, and only ELF is read here; to strip a program \
link it with -s, for the rest use LLVM's tools" "$("$dir/bin/strip" foo 2>&1)"

# C++, by itself and with CMake
tap_run "C++: builds" "$dir/bin/c++" -std=c++17 -O2 -o hello "$here/hello.cc"
tap_is "C++: builds in silence" '' "$(cat "$WORK/log")"
check_macho "C++" hello aarch64 11.0 $system
tap_run "C++: finds its handlers" sh -c "'llvm-readobj$suffix' --sections hello | grep -q __gcc_except_tab &&
	'llvm-readobj$suffix' --sections hello | grep -q __unwind_info"
tap_run "CMake: configures" sealed $target cmake -G Ninja -S "$here" -B cmake
tap_run "CMake: builds" cmake --build cmake
tap_run "CMake: installs" cmake --install cmake --prefix "$WORK/installed"
tap_is "CMake: for" Darwin "$(sed -n 's/^set(CMAKE_SYSTEM_NAME "\(.*\)")$/\1/p' cmake/CMakeFiles/*/CMakeSystem.cmake)"
check_macho "CMake" installed/bin/use aarch64 11.0 "@rpath/libd.1.dylib $system"
tap_is "Go is told" GOOS=darwin "$("$SEALCC" env -q -t $target | sed -n 's/^export \(GOOS=.*\)$/\1/p' | tr -d "'")"

# the other machine, with another oldest macOS
other=x86_64-apple-darwin
tap_run "$other: listed for zig $version" grep -q "^$other .*\\b$version\\b" "$ROOT/tests/targets/verified"
tap_run "$other: sealed" "$SEALCC" new -q --no-c++ "$WORK/other" -t $other.10.13
tap_run "$other: builds" other/bin/cc -Wall -Werror -O2 -o program "$here/program.c" &&
	check_macho "$other" program x86_64 10.13 $system

rust()
{
	mkdir -p rust/src
	cp "$here/Cargo.toml" rust/
	cp "$here/main.rs" rust/src/
	cd rust || exit
	export CARGO_TARGET_DIR="$WORK/target" RUSTC_BOOTSTRAP=1
	if ! "$CARGO" fetch -Zbuild-std=std,panic_unwind --target $target >"$WORK/log" 2>&1; then
		tap_skip "Rust: builds" "the crates of the standard library cannot be fetched"
		return
	fi
	tap_run "Rust: builds" sealed $target "$CARGO" build -Zbuild-std=std,panic_unwind || return
	check_macho "Rust" "$CARGO_TARGET_DIR/$target/debug/hello" aarch64 11.0 $system
}

if [ "${1:-}" = --no-rust ]; then
	:
elif find_rust_with_source; then
	rust
else
	tap_skip "Rust: builds" "no Rust with the source of the standard library"
fi
tap_done
