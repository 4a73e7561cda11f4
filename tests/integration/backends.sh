#!/bin/sh
# Toolchains of Debian's clang with its lld, of a cross gcc and a native one, and of zig, over Debian sysroots: what is
# refused and how, the conformance cases, static and dynamic programs, Rust with C++, and that nothing is the host's.
# With SEALCC_TEST_ALL every conformance case, otherwise those in which backends differ.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
need readelf python3
clang=$(command -v clang-19 || command -v clang)
src=$ROOT/tests/integration/static-glibc
cases='^(ar-ranlib|kinds)/'
[ -z "${SEALCC_TEST_ALL:-}" ] || cases=.

# What is refused --------------------------------------------------------------------------------------------------

# refuses STATUS PATTERN ARGUMENT...: sealcc new fails in one line that matches, and leaves nothing
refuses()
{
	refuses_status=$1 refuses_pattern=$2
	shift 2
	PATH=${refuses_path:-$PATH} "$SEALCC" new refused "$@" >said 2>&1
	refuses_got=$?
	tap_is "refused: $*" "$refuses_status 1 yes no" "$refuses_got $(wc -l <said | tr -d ' ') $(
		if grep -q -- "$refuses_pattern" said; then echo yes; else cat said; fi
	) $([ -e refused ] && echo yes || echo no)"
}

# A program that answers --version as clang does, and does not compile.
fake_clang()
{
	mkdir -p fake
	# shellcheck disable=SC2016 # the program's
	printf '#!/bin/sh\n[ "$1" = --version ] || exit 1\necho "clang version 19.0.0"; echo "InstalledDir: %s"\n' "$PWD/fake" >fake/clang
	chmod +x fake/clang
}

refusals()
{
	fake_clang
	mkdir -p empty/usr none
	refuses 2 'choose zig, zig-cc, clang or gcc' -t x86_64-linux-gnu --backend icc
	refuses 2 'is for clang and gcc' -t x86_64-linux-gnu --backend zig --cc gcc
	refuses 2 'is for zig' -t x86_64-linux-gnu --backend gcc --zig x
	refuses 2 'its own glibc' -t x86_64-linux-gnu.2.28 --backend gcc
	refuses 2 'its own glibc' -t x86_64-linux-musl --backend clang
	refuses 127 'is not there' -t x86_64-linux-gnu --cc none/clang
	refuses 126 'is no program' -t x86_64-linux-gnu --cc ./none
	refuses 126 'as clang or gcc do' -t x86_64-linux-gnu --cc /bin/sh
	refuses 126 'as clang does' -t x86_64-linux-gnu --backend clang --cc /bin/sh
	refuses_path=none refuses 127 'clang: none in PATH' -t x86_64-linux-gnu --backend clang
	refuses_path=none refuses 127 'x86_64-linux-gnu-gcc: not in PATH' -t x86_64-linux-gnu --backend gcc
	refuses_path=none refuses 127 'lld: none beside clang' -t x86_64-linux-gnu --cc fake/clang
	refuses_path=
	: >fake/ld.lld && chmod +x fake/ld.lld
	refuses_path=none
	refuses 127 'llvm-ar: none beside clang' -t x86_64-linux-gnu --cc fake/clang
	refuses_path=
	cp fake/ld.lld fake/llvm-ar
	refuses 1 'cannot compile for s390x' -t s390x-linux-gnu --cc fake/clang
	if have gcc && [ "$(gcc -dumpmachine)" = x86_64-linux-gnu ]; then
		refuses 1 'is a gcc for x86_64-linux-gnu' -t aarch64-linux-gnu --cc gcc
		refuses 1 'no C library of its own' -t x86_64-linux-gnu --cc gcc
		refuses 1 'finds no C library in it\|all the same' -t x86_64-linux-gnu --cc gcc --sysroot empty
		refuses 2 'has only its own' -t x86_64-linux-gnu --cc gcc --sysroot / --stdlib libc++
		refuses 2 '--cpu v3x: is no processor.*haswell' -t x86_64-linux-gnu --cc gcc --sysroot / --cpu v3x
		refuses 2 '--cpu v8.2a: is no processor' -t x86_64-linux-gnu --cc gcc --sysroot / --cpu v8.2a
	fi
	[ -n "$clang" ] || return
	refuses 1 'has no C library; give a sysroot' -t x86_64-linux-gnu --cc "$clang"
	refuses 1 'has no libgcc' -t x86_64-linux-gnu --cc "$clang" --sysroot empty
	refuses 1 'has no libgcc' -t x86_64-linux-gnu --cc "$clang" --sysroot empty --no-c++
	refuses 2 'choose libstdc++ or libc++' -t x86_64-linux-gnu --cc "$clang" --sysroot empty --stdlib libx
	refuses 2 'contradict each other' -t x86_64-linux-gnu --cc "$clang" --sysroot empty --stdlib libc++ --no-c++
	refuses 2 "is for zig's libc++" -t x86_64-linux-gnu --cc "$clang" --sysroot empty --shared-c++
	refuses 1 'none: ' -t x86_64-linux-gnu --cc "$clang" --sysroot none/none
	refuses 1 'tar cannot unpack it' -t x86_64-linux-gnu --cc "$clang" --sysroot /bin/sh
	tar -cf no-root.tar fake
	refuses 1 'has no sysroot in it' -t x86_64-linux-gnu --cc "$clang" --sysroot no-root.tar
	refuses 2 '--cpu v5: is no processor.*v1 to v4' -t x86_64-linux-gnu --cc "$clang" --sysroot empty --cpu v5
	refuses 2 '--cpu x86-64-v3: is no processor' -t aarch64-linux-gnu --cc "$clang" --sysroot empty --cpu x86-64-v3
}

# What each toolchain does -----------------------------------------------------------------------------------------

# Files of the host that a call reads: all but the compiler's own and what stands in the toolchain.
foreign()
{
	sed 's/^ld.lld: //' | grep '^ */' | sed 's/^ *//' | while read -r path; do
		real=$(realpath "$path")
		case $real in
		"$(realpath "$tc/sysroot")"/* | "$(realpath "$tc")"/* | "$PWD"/* | /tmp/* | "$own"/* | "$libgcc"/*) ;;
		*) echo "$real" ;;
		esac
	done
}

# The directories that headers are looked for in, and the files that are linked.
sealed_case()
{
	echo '#include <sealcc-host.h>' >host.c
	mkdir -p host && : >host/sealcc-host.h
	CPATH=$PWD/host LIBRARY_PATH=$PWD/host C_INCLUDE_PATH=$PWD/host "$tc/bin/cc" -c host.c -o host.o 2>said
	tap_is "$name: CPATH does not count" 1 $?
	[ "$own" != / ] || return # this machine was asked for
	libgcc=$(realpath "$(dirname "$("$tc/bin/cc" -print-libgcc-file-name)")")
	tap_is "$name: no header of the host" '' "$(
		"$tc/bin/c++" -v -E -x c++ /dev/null 2>&1 >none.i | sed -n '/^#include </,/^End of/p' | foreign
	)"
	tap_is "$name: no library of the host" '' "$(
		"$tc/bin/c++" "$src/cxx.cc" -o traced -Wl,-t | tr -d '()' | foreign
	)"
}

program() # NAME COMMAND...: links and prints 8
{
	program_name=$1
	shift
	rm -f out
	tap_run "$program_name: links" "$@" -o out || return
	tap_is "$program_name: runs" 8 "$("$run" ./out 2>&1)"
}

# The script $run: it runs a program by the loader and with the libraries of a sysroot, so that no two libcs meet.
make_runner() # LIBRARY-DIRECTORY, or nothing for this machine's
{
	run=$WORK/run-$name
	qemu=
	[ "$arch" = "$(uname -m)" ] || qemu=qemu-$arch-static
	{
		echo '#!/bin/sh'
		[ -z "$1" ] || echo "readelf -l \"\$1\" | grep -q INTERP && exec $qemu $(find "$1/" -name 'ld-linux*.so.*' | head -n 1)" \
			"--inhibit-cache --library-path \"\${LD_LIBRARY_PATH:+\$LD_LIBRARY_PATH:}$1\" \"\$@\""
		echo "exec $qemu \"\$@\""
	} >"$run"
	chmod +x "$run"
}

programs()
{
	dynamic=-Wl,-Bdynamic
	program "$name: C" "$tc/bin/cc" "$src/plain.c"
	program "$name: C++" "$tc/bin/c++" "$src/cxx.cc"
	# shellcheck disable=SC2016 # for the inner shell
	program "$name: C++, C driver" sh -ec '"$1/bin/cc" -c "$2" -o cxx.o; shift 2; "$@"' sh "$tc" "$src/cxx.cc" "$tc/bin/c++" cxx.o
	for static in -static -static-pie; do
		program "$name: C $static" "$tc/bin/cc" $static "$src/plain.c" $dynamic -lm
		program "$name: C++ $static" "$tc/bin/c++" $static -O2 -flto=auto "$src/cxx.cc" $dynamic -lm
		tap_run "$name: C++ $static: no loader" sh -c '! readelf -l out | grep -q INTERP'
	done
}

conformance()
{
	llvm=llvm$("$tc/bin/cc" -dumpversion | cut -d. -f1)
	set -- --toolchain "$tc" --arch "$arch" --have static --have "$llvm" --only "$cases" -j2 "$@"
	"$ROOT/tests/conformance/run" "$@" --run "$run" >conformance.tap
	grep -A 30 '^not ok' conformance.tap >details
	if [ -s details ] || ! grep -q '^ok' conformance.tap; then
		tap_not_ok "$name: conformance" details
	else
		tap_ok "$name: conformance, $(grep -c '^ok' conformance.tap) cases"
	fi
	grep '# SKIP' conformance.tap | while IFS= read -r line; do
		tap_skip "$name: ${line#*- }" "${line#*SKIP }"
	done
}

rust_case() # BACKEND-OPTION...
{
	target=$arch-unknown-linux-gnu
	if ! find_rust "$target" || ! (cd "$ROOT/tests/integration/host-cxx" && "$CARGO" fetch --locked) >"$WORK/fetched" 2>&1; then
		tap_skip "$name: Rust" "no Rust for $target, or the crates cannot be fetched"
		return
	fi
	# shellcheck disable=SC2016 # for the inner shell
	tap_run "$name: Rust with C++ builds" env CARGO_TARGET_DIR="$WORK/rust-$name" sh -c 'cd "$1" && shift && "$@"' sh \
		"$ROOT/tests/integration/host-cxx" "$SEALCC" run -q -t "$target" "$@" -- "$CARGO" build --locked || return
	tap_is "$name: Rust with C++ runs" "build script 12, proc-macro 10, program 7" \
		"$("$run" "$WORK/rust-$name/$target/debug/host-cxx" 2>&1)"
}

# make_one NAME ARCH OWN LIBRARIES OPTION...: the toolchain $tc for ARCH. OWN is the compiler's directory, LIBRARIES
# where the loader and the libraries of its programs are.
make_one()
{
	name=$1 arch=$2 own=$3
	tc=$WORK/$name
	make_runner "$4"
	shift 4
	can_run "$arch-unknown-linux-musl" || { tap_skip "$name" "programs of $arch cannot be run here" && return 1; }
	tap_run "$name: is made" "$SEALCC" new -q "$tc" -t "$arch-linux-gnu" "$@"
}

whole() # NAME ARCH OWN LIBRARIES OPTION...
{
	make_one "$@" || return
	shift 4
	sealed_case
	programs
	sanitizer_case
	conformance
}

# Sysroots -----------------------------------------------------------------------------------------------------------

libcxx='--with libc++-19-dev --with libc++1-19 --with libc++abi-19-dev --with libc++abi1-19 --with libunwind-19-dev
	--with libunwind-19'

sysroot() # ARCH DEBIAN-ARCH
{
	# shellcheck disable=SC2086 # words
	have apt-get && { "$SEALCC" sysroot "root-$1" --arch "$2" $libcxx || "$SEALCC" sysroot "root-$1" --arch "$2"; } \
		>"$WORK/log" 2>&1
}

clang_cases() # ARCH
{
	if [ -z "$clang" ] || ! "$SEALCC" new -q "probe-$1" -t "$1-linux-gnu" --cc "$clang" --sysroot "root-$1" 2>said; then
		tap_skip "clang-$1" "no clang with lld: $(cat said)"
		return
	fi
	own=$(dirname "$(realpath "$clang")")/..
	own=$(realpath "$own")
	libraries=$WORK/root-$1/usr/lib/$1-linux-gnu
	whole "clang-$1" "$1" "$own" "$libraries" --cc "$clang" --sysroot "$WORK/root-$1"
	[ "$1" = x86_64 ] || rust_case --cc "$clang" --sysroot "$WORK/root-$1"
	[ -e "root-$1/usr/include/c++/v1" ] || { tap_skip "clang-$1: libc++" "no packages of it" && return; }
	make_one "clang-$1-libcxx" "$1" "$own" "$libraries" --cc "$clang" --sysroot "root-$1" --stdlib libc++ || return
	sealed_case
	programs
	cases_before=$cases
	[ "$cases" = . ] || cases='^cxx-runtime/'
	conformance --have libc++
	cases=$cases_before
	[ "$1" != x86_64 ] || llvm_only_cases "$1"
	tc=$WORK/clang-$1-libcxx name=clang-$1-libcxx run=$WORK/run-clang-$1-libcxx
	[ "$1" != x86_64 ] || rust_case --cc "$clang" --sysroot "$WORK/root-$1" --stdlib libc++
}

# A sysroot that has no gcc's at all: clang's builtins and LLVM's libraries.
llvm_only_cases() # ARCH
{
	builtins=$("$clang" --target="$1-linux-gnu" --rtlib=compiler-rt -print-libgcc-file-name)
	if [ ! -e "$builtins" ] || [ ! -e "root-$1/usr/include/c++/v1" ]; then
		tap_skip "llvm-$1" "no compiler-rt of clang's for $1, or no libc++"
		return
	fi
	cp -a "root-$1" "llvm-root-$1" && rm -rf "llvm-root-$1/usr/lib/gcc" "llvm-root-$1"/usr/include/c++/[0-9]*
	make_one "llvm-$1" "$1" "$own" "$libraries" --cc "$clang" --sysroot "llvm-root-$1" || return
	program "$name: C++" "$tc/bin/c++" "$src/cxx.cc"
	program "$name: C++ -static" "$tc/bin/c++" -static "$src/cxx.cc"
}

# Runtimes that zig lacks.
sanitizer_case()
{
	if [ "$arch" != "$(uname -m)" ]; then
		return
	fi
	echo 'int main(int n, char **v) { volatile int a[2] = { 0 }; return a[n + 1]; }' >wrong.c
	tap_run "$name: -fsanitize=address links" "$tc/bin/cc" -fsanitize=address wrong.c -o wrong || return
	tap_is "$name: -fsanitize=address finds it" 1 "$(./wrong 2>&1 | grep -c '^==.*stack-buffer-overflow')"
}

# The same from an archive, with one directory at its top, as a file of its own.
archive_cases() # ARCH
{
	mkdir -p top && mv "root-$1" "top/debian-$1" && tar -C top -czf "root-$1.tar.gz" "debian-$1" && mv "top/debian-$1" "root-$1"
	make_one "archive-$1" "$1" "$own" "$WORK/root-$1/usr/lib/$1-linux-gnu" --cc "$clang" --sysroot "root-$1.tar.gz" || return
	tap_is "archive-$1: is in the toolchain" no "$([ -L "$tc/sysroot" ] && echo yes || echo no)"
	mv "$tc" "$WORK/moved" && tc=$WORK/moved
	program "$name, moved: C++" "$tc/bin/c++" "$src/cxx.cc"
	program "$name, moved: C++ -static" "$tc/bin/c++" -static "$src/cxx.cc"
	tc=$WORK/$name
	cp "root-$1.tar.gz" other.tar.gz
	"$SEALCC" new -q same -t "$1-linux-gnu" --cc "$clang" --sysroot other.tar.gz
	tap_is "archive-$1: the bytes count, not the name" "$(grep ^fingerprint moved/sealcc.conf)" "$(grep ^fingerprint same/sealcc.conf)"
}

gcc_cases()
{
	if have aarch64-linux-gnu-gcc && have aarch64-linux-gnu-g++; then
		whole gcc-aarch64 aarch64 /usr/aarch64-linux-gnu /usr/aarch64-linux-gnu/lib --backend gcc
		rust_case --backend gcc
		gcc_words
	else
		tap_skip "gcc-aarch64" "no aarch64-linux-gnu-gcc"
	fi
	if have x86_64-linux-gnu-gcc && have x86_64-linux-gnu-g++ && [ "$(uname -m)" = x86_64 ]; then
		whole gcc-x86_64 x86_64 / '' --backend gcc --sysroot /
		gcc_words
	else
		tap_skip "gcc-x86_64" "no x86_64-linux-gnu-gcc"
	fi
}

# Every option that the table has a row for: the toolchain takes it, its gcc alone does not.
gcc_words()
{
	sed -n 's/^\t"[=^~]\([^\\"]*\).*/\1/p; s/^\t"W\([^\\"]*\).*/-W\1/p' "$ROOT/common/gccoption.c" | sed '
		/^-print-/d; /^-stdlib=$/d; /^-resource-dir$/d; /^-W.*-$/s/$/x/; s:^-fuse-ld=$:-fuse-ld=/usr/bin/ld:; /^-fcoverage/s/$/a=b/; /=$/s/$/1/
		/^-Xclang$/s/$/ value/; /^-mllvm$/s/$/ value/; /^-MJ$/s/$/ value/; /^-serialize-/s/$/ value/' >rows
	# shellcheck disable=SC2046 # words
	set -- $(cat rows)
	tap_run "$name: gcc takes $# words of clang's" "$tc/bin/cc" "$@" -Wall -Werror -c "$src/plain.c" -o words.o &&
		tap_is "$name: and says nothing" '' "$(cat "$WORK/log")"
	gcc=$(sed -n 's/^driver = //p' "$tc/sealcc.conf")
	while read -r line; do
		# shellcheck disable=SC2086 # words
		"$gcc" $line -fsyntax-only "$src/plain.c" >/dev/null 2>&1 || continue
		# gcc reads these as -d and -e
		case $line in -dynamic | -driver-mode=* | -enable-*) ;; *) echo "$line" ;; esac
	done <rows >taken
	tap_is "$name: without the table gcc refuses each" '' "$(cat taken)"
}

cpu_cases() # NAME ARCH LEVEL MACRO OPTION...
{
	cpu_name="$1, $3" arch=$2 level=$3 macro=$4
	shift 4
	tap_run "$cpu_name: is taken" "$SEALCC" new -q "$WORK/cpu-$cpu_name" -t "$arch-linux-gnu" --cpu "$level" "$@" || return
	"$WORK/cpu-$cpu_name/bin/cc" -dM -E -x c /dev/null >macros
	tap_run "$cpu_name: counts" grep -q "define $macro " macros
}

# What env says of the level to rustc.
rust_level() # ARCH LEVEL FLAGS OPTION...
{
	rust_arch=$1 rust_level=$2 rust_flags=$3
	shift 3
	tap_is "env: --cpu $rust_level for rustc" "$rust_flags" "$("$SEALCC" env -q -t "$rust_arch-linux-gnu" --cpu "$rust_level" "$@" |
		sed -n "s/.*_RUSTFLAGS='*\([^' ;]*\).*/\1/p" | head -n 1)"
}

levels()
{
	rust_level x86_64 v3 -Ctarget-cpu=x86-64-v3 --no-c++
	rust_level aarch64 neoverse_n1 -Ctarget-cpu=neoverse-n1 --no-c++
	rust_level aarch64 v8.1a -Ctarget-feature=+crc,+lse,+rdm --no-c++
	if [ -n "$clang" ] && [ -d root-aarch64 ]; then
		for spelled in v8.2a:__ARM_FEATURE_ATOMICS armv8.2-a:__ARM_FEATURE_ATOMICS neoverse-n1:__ARM_FEATURE_DOTPROD \
			neoverse_n1:__ARM_FEATURE_DOTPROD v9.4a:__ARM_FEATURE_SVE2; do
			cpu_cases clang aarch64 "${spelled%:*}" "${spelled#*:}" --cc "$clang" --sysroot root-aarch64 --no-c++
		done
	fi
	if [ -n "$clang" ] && [ -d root-x86_64 ]; then
		for spelled in v2:__SSE4_2__ v3:__AVX2__ x86-64-v4:__AVX512F__ x86_64_v3:__AVX2__ haswell:__AVX2__; do
			cpu_cases clang x86_64 "${spelled%:*}" "${spelled#*:}" --cc "$clang" --sysroot root-x86_64 --no-c++
		done
	fi
	have aarch64-linux-gnu-gcc || return
	for spelled in v8.2a:__ARM_FEATURE_ATOMICS neoverse-n1:__ARM_FEATURE_DOTPROD cortex_a72:__ARM_FEATURE_CRC32; do
		cpu_cases gcc aarch64 "${spelled%:*}" "${spelled#*:}" --backend gcc
	done
}

# All of it ----------------------------------------------------------------------------------------------------------

cd "$WORK" || exit
refusals
for pair in x86_64:amd64 aarch64:arm64; do
	arch=${pair%:*}
	if ! sysroot "$arch" "${pair#*:}"; then
		tap_skip "$arch: sysroot of packages" "apt-get cannot fetch ${pair#*:} here: $(tail -n 1 "$WORK/log")"
		continue
	fi
	[ "$arch$cases" != "aarch64^(ar-ranlib|kinds)/" ] || cases="^(ar-ranlib|cxx-runtime)/"
	clang_cases "$arch"
	make_one "zig-$arch" "$arch" / "$WORK/root-$arch/usr/lib/$arch-linux-gnu" --sysroot "root-$arch" && programs &&
		{ [ -z "${SEALCC_TEST_ALL:-}" ] || conformance --have zig; }
done
[ -z "$clang" ] || [ ! -d root-aarch64 ] || archive_cases aarch64
gcc_cases
levels

# compiler caches tell compilers apart by their bytes
tap_is "as many different cc as different toolchains" "$(cat "$WORK"/*/sealcc.conf | grep ^fingerprint | sort -u | wc -l)" \
	"$(cksum "$WORK"/*/bin/cc | cut -d ' ' -f 1 | sort -u | wc -l)"

# the tool finds its own work again
have aarch64-linux-gnu-gcc && {
	"$SEALCC" run -t aarch64-linux-gnu --backend gcc -- true 2>said
	tap_is "run: the toolchain is in the cache" '' "$(cat said)"
	"$SEALCC" explain -t aarch64-linux-gnu --backend gcc -- cc -Qunused-arguments "$src/plain.c" -o x >explained 2>&1
	# shellcheck disable=SC2016 # for the inner shell
	tap_run "explain: shows gcc, GNU ld and what is left out" sh -c \
		'grep -q "aarch64-linux-gnu-gcc$" "$1" && grep -q "bin/ld$" "$1" && grep -q "^without -Qunused.*gcc-driver" "$1"' sh explained
}
tap_done
