# shellcheck shell=sh disable=SC2034,SC2154
# A Rust program that builds a C library with the crate cmake and reads its header with the crate bindgen: the layouts
# must be those of the sealed sysroot, whatever the machine's own headers say.
programs=cmake
slow=yes

# For musl the standard library is made from its source, as few machines have it.
wanting()
{
	[ -e "$(libclang_dir)/." ] || echo "no libclang"
	case $target in
	*-musl) find_rust_with_source || echo "no Rust with the source of the standard library" ;;
	*) find_rust "$triple" || echo "no Rust with the standard library of $triple" ;;
	esac
}

build()
{
	wanting # sets CARGO and RUSTC, which the check for it did in a process of its own
	case $target in
	*-musl) set -- RUSTC_BOOTSTRAP=1 "$CARGO" build -Zbuild-std=std,panic_unwind ;;
	*) set -- "$CARGO" build ;;
	esac
	mkdir -p "$stage/usr/bin" && (cd "$ROOT/tests/projects/bindgen" &&
		t env CARGO_TARGET_DIR="$WORK/$target/bindgen/cargo" LIBCLANG_PATH="$(libclang_dir)" "$@" --locked \
			-j "$jobs") && cp "../cargo/$triple/debug/bindgen-layout" "$stage/usr/bin/"
}

libclang_dir()
{
	for libclang in /usr/lib/llvm-19/lib/libclang*.so* /usr/lib/llvm-*/lib/libclang[.-][0-9s]*; do
		[ ! -e "$libclang" ] || break
	done
	echo "${libclang%/*}"
}

check()
{
	case $target in
	aarch64-*-gnu*) layout='long 8, stat 128, mutex 48, BUFSIZ 8192, FOPEN_MAX 16' ;;
	x86_64-*-gnu*) layout='long 8, stat 144, mutex 40, BUFSIZ 8192, FOPEN_MAX 16' ;;
	x86_64-*-musl) layout='long 8, stat 144, mutex 40, BUFSIZ 1024, FOPEN_MAX 1000' ;;
	arm*-gnu*) layout='long 4, stat 88, mutex 24, BUFSIZ 8192, FOPEN_MAX 16' ;;
	esac
	says "layouts" "$layout" start "$stage/usr/bin/bindgen-layout"
}
