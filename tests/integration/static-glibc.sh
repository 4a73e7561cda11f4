#!/bin/sh
# Static glibc programs over the Debian that this machine runs and the one that its cross compilers bring, by every
# linker that is here: zig's lld, Debian's, GNU ld through gcc. Each program prints 8, the number of its checks.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
need readelf

src=$ROOT/tests/integration/static-glibc
D=-Wl,-Bdynamic S=-Wl,-Bstatic
locale=de_DE.utf8
export LOCPATH="$WORK/locales"
mkdir -p "$LOCPATH"
if ! localedef -i de_DE -f UTF-8 "$LOCPATH/$locale" >"$WORK/log" 2>&1; then
	tap_skip "locales" "localedef cannot make one here"
	locale=
fi

# Toolchains ------------------------------------------------------------------------------------------------------

# derive FROM TO KEY=VALUE...: the toolchain FROM with other lines in its sealcc.conf; "KEY=" takes one out
derive()
{
	from=$1 to=$2
	shift 2
	cp -a "$from" "$to"
	for line; do
		grep -v "^${line%%=*} = " "$to/sealcc.conf" >"$to/new"
		[ -z "${line#*=}" ] || echo "${line%%=*} = ${line#*=}" >>"$to/new"
		mv "$to/new" "$to/sealcc.conf"
	done
}

# derive_clang ARCH LINKER: as $WORK/ARCH-LINKER
derive_clang()
{
	have clang-19 && have "$2" || return 1
	derive "$WORK/$1-zig" "$WORK/$1-$2" "driver=$(command -v clang-19)" driver-size= driver-word= linker-word= \
		"ar=$zig" "linker=$(command -v "$2")" resource=- "backend=clang 19 and $2"
}

derive_gcc() # ARCH PREFIX
{
	have "$2gcc" && have "$2g++" || return 1
	derive "$WORK/$1-zig" "$WORK/$1-gcc" driver-kind=gcc "driver=$(command -v "$2gcc")" driver-size= driver-word= \
		linker-word= "cxx-driver=$(command -v "$2g++")" "linker=$(command -v "$2ld")" "ar=$zig" sysroot=- backend=gcc
}

# What is judged --------------------------------------------------------------------------------------------------

# Prints what keeps the file from being a sound static program.
unsound()
{
	has_interpreter "$1" && echo "asks for a loader"
	[ -z "$(needed "$1")" ] || echo "needs $(needed "$1")"
	right='_IRELATIVE?$'
	[ "$(elf_type "$1")" = EXEC ] || right='_(IRELATIVE?|IRELATIV|RELATIVE?|RELATIV|NONE)$'
	readelf -rW "$1" | awk '$3 ~ /^R_/ { print $3, $5 }' | grep -vE "${right%?}( |\$)" | head -n 1
}

# program NAME COMMAND...: the command links $out; it is sound and prints 8 when run with $arguments
program()
{
	program_name=$1
	shift
	rm -f "$out"
	tap_run "$program_name: links" "$@" -o "$out" || return
	tap_is "$program_name: sound" '' "$(unsound "$out")" || return
	# shellcheck disable=SC2086 # arguments are words
	tap_is "$program_name: runs" 8 "$(run_it "$out" $arguments 2>&1)"
}

# refused NAME WORD COMMAND...: it fails, leaves nothing, and a line says WORD
refused()
{
	refused_name=$1 word=$2
	shift 2
	rm -f "$out"
	if "$@" -o "$out" >"$WORK/said" 2>&1; then
		tap_not_ok "$refused_name" "$WORK/said"
	else
		tap_is "$refused_name: nothing is left" no "$([ -e "$out" ] && echo yes || echo no)"
		tap_run "$refused_name: says why" grep -q "^sealcc ld.*static link: .*$word" "$WORK/said"
	fi
}

dynamic() # NAME COMMAND...
{
	dynamic_name=$1
	shift
	tap_run "$dynamic_name: links" "$@" -o "$out" || return
	tap_run "$dynamic_name: has a loader" has_interpreter "$out"
	[ -n "$runner" ] || tap_is "$dynamic_name: runs" 8 "$(LD_LIBRARY_PATH=$dir "$out")"
}

# Cases -----------------------------------------------------------------------------------------------------------

static_cases() # NAME MODE
{
	name="$1 $2" mode=$2 cc=$tc/bin/cc cxx=$tc/bin/c++ arguments=$locale
	program "$name, C" "$cc" "$mode" "$src/features.c" -L"$dir" -lmember -lm
	program "$name, -Bdynamic around libraries" "$cc" "$mode" "$src/features.c" -L"$dir" $D -lmember -lm $S
	program "$name, -Bdynamic at the end" "$cc" "$mode" "$src/features.c" -L"$dir" -lmember $D -lm
	arguments=
	program "$name, a shared object that is dropped" "$cc" "$mode" "$src/plain.c" -Wl,--as-needed $D -lm $S
	program "$name, a shared object by path" "$cc" "$mode" "$src/needs.c" "$dir/libboth.so"
	program "$name, a shared object by file name" "$cc" "$mode" "$src/needs.c" -L"$dir" -l:libboth.so
	program "$name, libgcc_s" "$cc" "$mode" "$src/plain.c" $D -lgcc_s
	program "$name, a loader" "$cc" "$mode" "$src/plain.c" -Wl,--dynamic-linker=/lib/ld.so
	program "$name, C++" "$cxx" "$mode" "$src/cxx.cc"
	program "$name, C++, -Bdynamic" "$cxx" "$mode" "$src/cxx.cc" $D -lstdc++ -lm
	program "$name, C++, optimized" "$cxx" "$mode" -O2 -g -flto=auto "$src/cxx.cc" $D -lm
	program "$name, dlopen and getaddrinfo" "$cc" "$mode" "$src/lookup.c"
	case $1 in
	*gcc)
		"$cc" "$mode" "$src/lookup.c" -o "$out" 2>"$WORK/said"
		tap_run "$name: glibc's warnings are kept" grep -q 'getaddrinfo.*statically linked' "$WORK/said"
		;;
	esac
	refused "$name: only a shared object" libonly "$cc" "$mode" "$src/needs.c" -L"$dir" $D -lonly $S
	refused "$name: only a shared object, by path" libonly "$cc" "$mode" "$src/needs.c" "$dir/libonly.so"
	refused "$name: only a shared object, by file name" libonly "$cc" "$mode" "$src/needs.c" -L"$dir" -l:libonly.so
}

rust_cases() # NAME ARCH
{
	if ! find_rust "$2-unknown-linux-gnu"; then
		tap_skip "$1: Rust" "no Rust for $2-unknown-linux-gnu"
		return
	fi
	arguments=
	for model in static pic; do
		for more in '' '-l dylib=m' '-l dylib=stdc++' '-C link-arg=-lm' '-O -C lto'; do
			# shellcheck disable=SC2086 # words
			program "$1: Rust, $model $more" "$RUSTC" --target "$2-unknown-linux-gnu" --edition 2021 \
				-C target-feature=+crt-static -C linker="$tc/bin/cc" -C relocation-model=$model $more "$src/main.rs"
		done
	done
}

# Crates that bring C and C++ of their own: as tests/integration/rust-crates.sh, but static.
crates_case() # ARCH
{
	target=$1-unknown-linux-gnu
	crates=$ROOT/examples/rust-crates/Cargo.toml
	if ! find_rust "$target" || ! "$CARGO" fetch --locked --target "$target" --manifest-path "$crates" >said 2>&1; then
		tap_skip "$1: crates" "no Rust for $target, or the crates cannot be fetched"
		return
	fi
	tap_run "$1: crates: build" env RUSTFLAGS='-C target-feature=+crt-static' CARGO_TARGET_DIR="$WORK/crates" \
		"$SEALCC" run -q -t "$target" --sysroot / -- "$CARGO" build --locked --manifest-path "$crates" || return
	tap_is "$1: crates: sound" '' "$(unsound "$WORK/crates/$target/debug/rust-crates")"
	tap_run "$1: crates: run" run_it "$WORK/crates/$target/debug/rust-crates" &&
		tap_is "$1: crates: every sum" "$(sed -n 's/^digest=/digest /p' "$ROOT/tests/integration/rust-crates.sh")" \
			"$(tail -n 1 "$WORK/log")"
}

profile_case() # NAME
{
	arguments=
	rm -f gmon.out
	program "$1: -pg" "$tc/bin/cc" -static -pg "$src/plain.c" && tap_run "$1: -pg writes a profile" test -s gmon.out
}

# Transactional memory: gcc's libitm has IFUNCs and thread-local state of its own; clang has no such thing.
tm_cases() # NAME
{
	arguments=
	case $1 in
	*gcc)
		for mode in -static -static-pie; do
			program "$1 $mode: -fgnu-tm" "$tc/bin/cc" $mode -O2 -fgnu-tm "$src/tm.c"
			program "$1 $mode: -fgnu-tm, -Bdynamic" "$tc/bin/cc" $mode -fgnu-tm "$src/tm.c" $D -litm -lm
		done
		;;
	*)
		"$tc/bin/cc" -static -fgnu-tm "$src/tm.c" -o "$out" 2>"$WORK/said"
		tap_is "$1: -fgnu-tm: the compiler has none, and says so" 1 "$(grep -c "'-fgnu-tm'" "$WORK/said")"
		;;
	esac
}

dynamic_cases() # NAME
{
	dynamic "$1: dynamic" "$tc/bin/cc" "$src/plain.c"
	dynamic "$1: dynamic, -Bstatic" "$tc/bin/cc" "$src/features.c" -L"$dir" $S -lmember $D -lm
	tap_is "$1: dynamic, -Bstatic: needs" 'libc.so.6 libm.so.6' "$(needed "$out")"
	dynamic "$1: dynamic, -Wl,-static" "$tc/bin/cc" "$src/features.c" -L"$dir" -Wl,-static -lmember $D -lm
	dynamic "$1: dynamic, a shared object by path" "$tc/bin/cc" "$src/needs.c" "$dir/libonly.so"
}

# The exact definitions by themselves: the line stays, the output is mended.
defsym_cases() # NAME
{
	derive "$tc" "$tc.defsym" static=defsym
	arguments='' wrong="-Wl,--as-needed $D -lm $S"
	for mode in -static -static-pie; do
		# shellcheck disable=SC2086 # words
		program "$1: defsym $mode" "$tc.defsym/bin/cc" $mode "$src/plain.c" $wrong
		# shellcheck disable=SC2086
		program "$1: defsym $mode, weak symbols" "$tc.defsym/bin/cc" $mode "$src/features.c" -L"$dir" -lmember \
			"$libm" $wrong
		# shellcheck disable=SC2086
		refused "$1: defsym $mode, a library that is needed" libm.so.6 "$tc.defsym/bin/cc" $mode "$src/features.c" \
			-L"$dir" -lmember $D -lm $S
	done
}

# All of a toolchain.
toolchain() # NAME ARCH
{
	tc=$WORK/$1 dir=$WORK/$1.lib out=$WORK/$1.out
	mkdir -p "$dir"
	"$tc/bin/cc" -c "$src/member.c" -o "$dir/member.o" && "$tc/bin/ar" rc "$dir/libmember.a" "$dir/member.o" &&
		"$tc/bin/cc" -c "$src/shared.c" -o "$dir/shared.o" && "$tc/bin/ar" rc "$dir/libboth.a" "$dir/shared.o" &&
		"$tc/bin/cc" -shared -fPIC "$src/shared.c" -o "$dir/libonly.so" && cp "$dir/libonly.so" "$dir/libboth.so"
	static_cases "$1" -static
	static_cases "$1" -static-pie
	rust_cases "$1" "$2"
	profile_case "$1"
	tm_cases "$1"
	dynamic_cases "$1"
}

# The two that need the shim alone: a linker that does nothing but die.
linker_cases()
{
	derive "$1" "$WORK/stub" "linker=$WORK/stub/linker" linker-word=
	printf '#!/bin/sh\nkill -TERM $$\n' >"$WORK/stub/linker"
	chmod +x "$WORK/stub/linker"
	"$WORK/stub/bin/ld" -static -o "$WORK/none" -lc
	tap_is "a linker that dies by a signal: so does ld" $((128 + 15)) $?
	# shellcheck disable=SC2016 # the stub's
	printf '#!/bin/sh\ntrap "echo got it >%s; exit 7" TERM\necho >%s\nwhile :; do sleep 0.1; done\n' "$WORK/got" \
		"$WORK/up" >"$WORK/stub/linker"
	"$WORK/stub/bin/ld" -static -o "$WORK/none" -lc &
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ -e "$WORK/up" ] && break
		sleep 0.1
	done
	kill -TERM $!
	wait $!
	tap_is "a signal goes to the linker, and its status comes back" 7 $?
	tap_is "the linker got it" 'got it' "$(cat "$WORK/got")"
}

# What is no package, and a place that is taken.
sysroot_refusals()
{
	echo text >text.deb
	printf '!<arch>\ndebian-binary   0           0     0     100644  4         `\n2.0\n' >short.deb
	mkdir taken && : >taken/file
	for words in "none --deb text.deb" "none --deb short.deb" "none --deb nowhere.deb" "taken --deb short.deb" \
		"none --arch none"; do
		# shellcheck disable=SC2086 # words
		"$SEALCC" sysroot $words 2>said
		tap_is "sysroot $words: refused in one line" "1 1" "$? $(wc -l <said)"
	done
	tap_is "sysroot: nothing is left" '' "$(ls -d none* taken?* 2>/dev/null)"
}

sysroot_cases() # ARCH DEBIAN-ARCH
{
	if ! have apt-get || ! "$SEALCC" sysroot "$WORK/root-$1" --arch "$2" >"$WORK/log" 2>&1; then
		tap_skip "$1: sysroot of packages" "apt-get cannot fetch $2 here: $(tail -n 1 "$WORK/log")"
		return
	fi
	tap_is "$1: sysroot: no absolute links" '' "$(find "$WORK/root-$1" -type l -lname '/*')"
	tap_is "$1: sysroot: no absolute names in scripts" '' \
		"$(grep -rlI 'GROUP *(.* /' "$WORK/root-$1/usr/lib" --include='lib*.so' --include='lib*.a')"
	tap_is "$1: sysroot: copyright" yes "$([ -s "$WORK/root-$1/usr/share/doc/libc6-dev/copyright" ] && echo yes)"
	mv "$WORK/root-$1" "$WORK/moved-$1"
	tap_run "$1: toolchain over it" "$SEALCC" new -q "$WORK/$1-sysroot" -t "$1-linux-gnu" --sysroot "$WORK/moved-$1" &&
		toolchain "$1-sysroot" "$1"
}

# Debian's cross packages of an architecture are in this machine's /usr; without them packages of its own are fetched.
sysroot_of() # TRIPLE DEBIAN-ARCH
{
	other_root=/
	[ -e "/usr/$1/lib/libc.a" ] && ls "/usr/lib/gcc-cross/$1"/*/libstdc++.a >"$WORK/log" 2>&1 && return
	other_root=$WORK/root-$1
	have apt-get && "$SEALCC" sysroot "$other_root" --arch "$2" >"$WORK/log" 2>&1
}

# One of the other architectures in short: start files, libgcc, relocations and C++ of its own.
other_cases() # NAME
{
	tc=$WORK/$1 dir=$WORK/$1.lib out=$WORK/$1.out arguments=
	mkdir -p "$dir"
	"$tc/bin/cc" -c "$src/member.c" -o "$dir/member.o" && "$tc/bin/ar" rc "$dir/libmember.a" "$dir/member.o" &&
		"$tc/bin/cc" -shared -fPIC "$src/shared.c" -o "$dir/libonly.so"
	program "$1, C, -Bdynamic at the end" "$tc/bin/cc" -static "$src/features.c" -L"$dir" -lmember $D -lm
	program "$1, C++, -Bdynamic" "$tc/bin/c++" -static "$src/cxx.cc" $D -lstdc++ -lm
	program "$1, dlopen and getaddrinfo" "$tc/bin/cc" -static "$src/lookup.c"
	refused "$1: only a shared object" libonly "$tc/bin/cc" -static "$src/needs.c" -L"$dir" $D -lonly $S
	# static PIE has a start file on few architectures; with lld that of i386 does not work
	rm -f "$out"
	if ! "$tc/bin/cc" -static-pie "$src/plain.c" -o "$out" >"$WORK/said" 2>&1; then
		tap_is "$1: static PIE is refused in one line" 1 "$(grep -c '^sealcc ld.*; link with -static' "$WORK/said")"
		tap_is "$1: static PIE: nothing is left" no "$([ -e "$out" ] && echo yes || echo no)"
	else
		program "$1, static PIE" "$tc/bin/cc" -static-pie "$src/plain.c" $D -lm
	fi
}

others() # TRIPLE:DEBIAN-ARCH...
{
	for other; do
		triple=${other%:*}
		can_run "${triple%%-*}-unknown-linux-musl${triple##*gnu}" || {
			tap_skip "$triple" "programs of it cannot be run here" && continue
		}
		sysroot_of "$triple" "${other#*:}" || {
			tap_skip "$triple" "no libc.a of it here: $(tail -n 1 "$WORK/log")" && continue
		}
		tap_run "$triple: a toolchain" "$SEALCC" new -q "$WORK/$triple" -t "$triple" --sysroot "$other_root" &&
			other_cases "$triple"
		if [ -n "${SEALCC_TEST_ALL:-}" ] && have clang-19; then
			tap_run "$triple-clang: a toolchain" "$SEALCC" new -q "$WORK/$triple-clang" -t "$triple" \
				--cc "$(command -v clang-19)" --sysroot "$other_root" && other_cases "$triple-clang"
		fi
	done
}

cd "$WORK" || exit
arch=$(uname -m)
for target in x86_64:amd64:/usr/lib/x86_64-linux-gnu:'' aarch64:arm64:/usr/aarch64-linux-gnu/lib:aarch64-linux-gnu-; do
	IFS=: read -r arch debian lib prefix <<END
$target
END
	if [ ! -e "$lib/libc.a" ] || [ "$(uname -m)" != x86_64 ]; then
		tap_skip "$arch" "no libc.a of $arch here"
		continue
	fi
	can_run "$arch-unknown-linux-musl" || { tap_skip "$arch" "programs of $arch cannot be run here" && continue; }
	libm=$lib/libm.a
	tap_run "$arch: a toolchain over this machine" "$SEALCC" new -q "$WORK/$arch-zig" -t "$arch-linux-gnu" --sysroot / ||
		continue
	zig=$(sed -n 's/^driver = //p' "$WORK/$arch-zig/sealcc.conf")
	toolchain "$arch-zig" "$arch"
	defsym_cases "$arch-zig"
	for linker in ld.lld-19 ld.lld-22; do
		if derive_clang "$arch" "$linker"; then
			toolchain "$arch-$linker" "$arch"
			defsym_cases "$arch-$linker"
		else
			tap_skip "$arch-$linker" "clang-19 or $linker is not here"
		fi
	done
	if derive_gcc "$arch" "$prefix"; then
		toolchain "$arch-gcc" "$arch"
	else
		tap_skip "$arch-gcc" "${prefix}gcc is not here"
	fi
	sysroot_cases "$arch" "$debian"
	crates_case "$arch"
done
if [ -d "$WORK/x86_64-zig" ]; then
	linker_cases "$WORK/x86_64-zig"
fi
others s390x-linux-gnu:s390x
if [ -n "${SEALCC_TEST_ALL:-}" ]; then
	others arm-linux-gnueabihf:armhf arm-linux-gnueabi:armel i686-linux-gnu:i386 riscv64-linux-gnu:riscv64 \
		powerpc64le-linux-gnu:ppc64el
fi
sysroot_refusals

# without a static glibc
"$(toolchain_of x86_64-unknown-linux-gnu.2.17)/bin/cc" -static "$src/plain.c" -o none 2>said
tap_run "zig's own sysroot: the message names two ways out" \
	grep -q 'has no static glibc.*use a musl target, or a.*Debian sysroot' said
tap_is "zig's own sysroot: nothing is made" no "$([ -e none ] && echo yes || echo no)"

tap_done
