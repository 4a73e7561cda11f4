#!/bin/sh
# shellcheck disable=SC2317 # functions that tap_run calls
# The sealed programs as rustc's linker: every kind of crate, several ways to link, and each name a linker may have.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

src=$ROOT/tests/integration/rust-linker

need_sealcc
need readelf nm

# rustc for the target at hand. What the linker says is shown, where rustc can be asked for it.
rustc() # ARGUMENT...
{
	"$RUSTC" --edition 2021 --target "$rust_target" -Clinker="$toolchain/bin/$linker" \
		${lint:+"$lint"} "$@"
}

set_lint()
{
	lint=
	if "$RUSTC" -W help 2>/dev/null | grep -q linker-messages; then
		lint=-Wlinker-messages
	fi
}

# One test: rustc links, and nobody has anything to say.
links() # DESCRIPTION RUSTC-ARGUMENT...
{
	links_name="$target: $1"
	shift
	if rustc "$@" >"$WORK/log" 2>&1 && [ ! -s "$WORK/log" ]; then
		tap_ok "$links_name links in silence"
	else
		tap_not_ok "$links_name links in silence" "$WORK/log"
		return 1
	fi
}

# One test: the program runs and says what it should.
says() # DESCRIPTION EXPECTED PROGRAM ARGUMENT...
{
	says_name="$target: $1 runs"
	says_text=$2
	shift 2
	if ! can_run "$target"; then
		tap_skip "$says_name" "programs of ${target%%-*} cannot be run here"
	elif run_it "$@" >"$WORK/said" 2>&1; then
		tap_is "$says_name" "$says_text" "$(cat "$WORK/said")"
	else
		echo "exit status $?" >>"$WORK/said"
		tap_not_ok "$says_name" "$WORK/said"
	fi
}

# Two tests: hello.rs links in some way, and runs.
hello() # DESCRIPTION RUSTC-ARGUMENT...
{
	hello_name=$1
	shift
	rm -f "$out/hello"
	links "$hello_name" "$@" -o "$out/hello" "$src/hello.rs" &&
		says "$hello_name" "hello you: 6 true 10" "$out/hello" you
}

type_is() # DESCRIPTION TYPE FILE
{
	tap_is "$target: $1 is $2" "$2" "$(elf_type "$3")"
}

# Sets what the tests of a target use.
prepare() # TARGET
{
	target=$1
	rust_target=$(echo "$target" | sed 's/\.[0-9.]*$//')
	if ! toolchain=$(toolchain_of "$target" 2>"$WORK/log"); then
		tap_not_ok "$target: a toolchain" "$WORK/log"
		return 1
	fi
	tap_ok "$target: a toolchain"
	out=$WORK/out-$target
	mkdir -p "$out"
	cc=$toolchain/bin/cc
	linker=$rust_target-gcc
	set_lint
}

names()
{
	for linker in "$rust_target-gcc" "$rust_target-clang" "$rust_target-cc" cc rustc-linker "$rust_target-ld"; do
		hello "-Clinker=$linker" -O
	done
	linker=rustc-linker
	hello "-Clinker=rustc-linker -Clinker-flavor=ld" -O -Clinker-flavor=ld
	linker=$rust_target-gcc
}

programs()
{
	hello "a debug program" -g
	type_is "a debug program" DYN "$out/hello"
	hello "an optimised program" -O
	check_linked "$target: an optimised program" "$out/hello" "$target"
	hello "-Crelocation-model=static" -O -Crelocation-model=static
	type_is "-Crelocation-model=static" EXEC "$out/hello"
	hello "-Clto=fat" -O -Clto=fat
	hello "-Clto=thin" -O -Clto=thin
	hello "-Clink-dead-code" -Clink-dead-code
	hello "-Cstrip=symbols" -O -Cstrip=symbols
	tap_is "$target: -Cstrip=symbols leaves none" '' "$(nm "$out/hello" 2>/dev/null)"
}

libraries()
{
	links "a cdylib" -O --crate-type cdylib -o "$out/libplugin.so" "$src/plugin.rs" || return
	check_linked "$target: a cdylib" "$out/libplugin.so" "$target"
	tap_is "$target: a cdylib exports only its own functions" 'plugin_catches plugin_length' \
		"$(exports "$out/libplugin.so")"
	if tap_run "$target: a C program that loads it" "$cc" -Wall -Werror -o "$out/load" "$src/load.c" -ldl; then
		says "a C program that loads it" "plugin 5 1" "$out/load" "$out/libplugin.so"
	fi

	rustc -O --crate-type staticlib --print native-static-libs -o "$out/libplugin.a" "$src/plugin.rs" \
		>"$WORK/log" 2>&1
	libs=$(sed -n 's/.*native-static-libs: //p' "$WORK/log")
	# shellcheck disable=SC2086 # several libraries
	if tap_run "$target: a staticlib in a C program" \
		"$cc" -o "$out/static" "$src/static.c" "$out/libplugin.a" ${libs:--lgcc_s -lpthread -ldl -lm}; then
		check_linked "$target: a staticlib in a C program" "$out/static" "$target"
		says "a staticlib in a C program" "plugin 5 1" "$out/static"
	fi
}

# More arguments than a process can be given: rustc then writes them into a file, in a way of its own.
arguments()
{
	strange="$out/it's a \"strange\" place, \\ and all"
	mkdir -p "$strange"
	tap_run "$target: a library in a strange place" "$cc" -c -o "$out/needle.o" "$src/needle.c"
	"$toolchain/bin/ar" rc "$strange/libneedle.a" "$out/needle.o"
	printf '%s\n' "-Clink-arg=-L$strange" "-Clink-arg=-lneedle" >"$out/arguments"
	if links "a strange search directory" "@$out/arguments" -o "$out/needle" "$src/needle.rs"; then
		says "a strange search directory" "needle 42" "$out/needle"
	fi
	awk -v where="$out/no \"such\" place's" 'BEGIN {
		while (length(long) < 1600)
			long = long "/one directory after another"
		for (i = 0; i < 5000; i++)
			print "-Clink-arg=-L" where long "/" i
	}' >"$out/arguments"
	printf '%s\n' "-Clink-arg=-L$strange" "-Clink-arg=-lneedle" >>"$out/arguments"
	rm -f "$out/needle"
	for linker in "$rust_target-gcc" cc rustc-linker; do
		if links "$linker: eight megabytes of arguments" "@$out/arguments" -o "$out/needle" "$src/needle.rs"; then
			says "$linker: eight megabytes of arguments" "needle 42" "$out/needle"
		fi
	done
	linker=$rust_target-gcc
	rm -f "$out/arguments"
}

# Rust's own shared libraries, and a proc-macro: only where the target is this machine's.
native()
{
	if links "a dylib" -O -Cprefer-dynamic --crate-type dylib -o "$out/libshared.so" "$src/shared.rs" &&
		links "a user of the dylib, -Crpath" -O -Cprefer-dynamic -Crpath --extern shared="$out/libshared.so" \
			-o "$out/uses-shared" "$src/uses-shared.rs"; then
		says "a user of the dylib" "shared <[1, 2]> 3 true" "$out/uses-shared"
		tap_run "$target: -Crpath is in the program" dynamic_has "$out/uses-shared" 'RUNPATH.*[$]ORIGIN'
		tap_run "$target: the dylib is needed by its name" dynamic_has "$out/uses-shared" \
			'NEEDED.*\[libshared[.]so\]'
	fi
	if links "a proc-macro" --crate-type proc-macro --extern proc_macro -o "$out/libderive.so" "$src/derive.rs"; then
		tap_is "$target: a proc-macro exports only its table" '' \
			"$(exports "$out/libderive.so" | tr ' ' '\n' | grep -v -e '^__rustc_proc_macro_decls' -e '^rust_metadata')"
		if links "a user of the proc-macro" --extern derive="$out/libderive.so" \
			-o "$out/uses-derive" "$src/uses-derive.rs"; then
			says "a user of the proc-macro" "derived Something" "$out/uses-derive"
		fi
	fi
}

# Cargo in a project that is there for its standard library only.
std_cargo() # SUBCOMMAND ARGUMENT...
{
	(
		cd "$WORK/std" && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$WORK/std/target" "$CARGO" "$@" \
			-Zbuild-std=std,panic_unwind --target "$rust_target"
	)
}

# The standard library from its source, in a sysroot of its own.
build_std() # SYSROOT
{
	std_cargo build --release || return
	mkdir -p "$1/lib/rustlib/$rust_target/lib"
	cp "$WORK/std/target/$rust_target/release/deps/"*.rlib "$1/lib/rustlib/$rust_target/lib/"
	rm "$1/lib/rustlib/$rust_target/lib/"libnothing-*
}

# The crt files and libc.a of the machine's musl, where rustup's Rust has such.
copy_crt() # DIRECTORY
{
	musl=
	for musl_dir in "/usr/lib/${rust_target%%-*}-linux-musl" /usr/lib/musl/lib /usr/local/musl/lib; do
		if [ -f "$musl_dir/rcrt1.o" ] && [ -f "$musl_dir/libc.a" ]; then
			musl=$musl_dir
			break
		fi
	done
	have gcc && [ -n "$musl" ] && [ -f "$(gcc -print-file-name=crtbeginS.o)" ] || return
	mkdir -p "$1" &&
		cp "$musl/crt1.o" "$musl/rcrt1.o" "$musl/crti.o" "$musl/crtn.o" "$musl/libc.a" "$1" &&
		for crt in crtbegin.o crtbeginS.o crtend.o crtendS.o; do
			cp "$(gcc -print-file-name="$crt")" "$1" || return
		done
}

musl()
{
	sysroot=$WORK/sysroot
	rm -rf "$sysroot"
	mkdir -p "$WORK/std/src"
	printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$WORK/std/Cargo.toml"
	: >"$WORK/std/src/lib.rs"
	if ! std_cargo fetch >"$WORK/log" 2>&1; then
		tap_skip "$target: the standard library" "what it depends on cannot be fetched"
		return
	fi
	tap_run "$target: the standard library" build_std "$sysroot" || return
	for linker in "$rust_target-gcc" cc rustc-linker; do
		hello "$linker: crt files that are not there" --sysroot "$sysroot" -O
		hello "$linker: -Clink-self-contained=no" --sysroot "$sysroot" -O -Clink-self-contained=no
	done
	linker=$rust_target-gcc
	check_linked "$target: -Clink-self-contained=no" "$out/hello" "$target"
	type_is "-Clink-self-contained=no" DYN "$out/hello"
	hello "-Crelocation-model=static" --sysroot "$sysroot" -O -Crelocation-model=static
	type_is "-Crelocation-model=static" EXEC "$out/hello"

	lib=$sysroot/lib/rustlib/$rust_target/lib
	if copy_crt "$lib/self-contained"; then
		for linker in "$rust_target-gcc" cc rustc-linker; do
			hello "$linker: Rust's own crt files" --sysroot "$sysroot" -O
		done
		linker=$rust_target-gcc
		check_linked "$target: Rust's own crt files" "$out/hello" "$target"
		hello "Rust's own crt files, static" --sysroot "$sysroot" -O -Crelocation-model=static
		type_is "Rust's own crt files, static" EXEC "$out/hello"
	else
		tap_skip "$target: Rust's own crt files" "no musl of this machine to take them from"
	fi
}

for target in aarch64-unknown-linux-gnu.2.28 x86_64-unknown-linux-gnu.2.17; do
	if ! find_rust "${target%.*.*}"; then
		tap_skip "$target" "no Rust with the standard library of ${target%.*.*}"
		continue
	fi
	prepare "$target" || continue
	names
	programs
	libraries
	arguments
	if [ "${target%%-*}" = "$(uname -m)" ]; then
		native
	fi
done

target=x86_64-unknown-linux-musl
if find_rust_with_source; then
	prepare "$target" && musl
else
	tap_skip "$target" "no Rust with the source of the standard library"
fi

tap_done
