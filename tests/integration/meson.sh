#!/bin/sh
# meson, with the cross file that is in a toolchain and with the one that env
# prints: C and C++, a static and a shared library, a dependency by pkg-config
# that is only in the sysroot, its tests run (under qemu for another machine),
# install --strip.
# shellcheck source=tests/integration/lib.sh disable=SC2016,SC2086,SC2153 # for pkg-config; words
. "$(dirname "$0")/lib.sh"

command -v ninja >/dev/null 2>&1 || tap_skip_all "no ninja"
command -v pkg-config >/dev/null 2>&1 || tap_skip_all "no pkg-config"
command -v python3 >/dev/null 2>&1 || tap_skip_all "no python3"
unset PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR DESTDIR

# A library into the sysroot of a toolchain, as a package manager would put it.
add_count() # TOOLCHAIN
{
	root=$1/sysroot/usr
	mkdir -p "$root/include/count" "$root/lib/pkgconfig"
	printf '#define COUNT_STEP 1\n#ifdef __cplusplus\nextern "C"\n#endif\nint count(int x);\n' >"$root/include/count/count.h"
	echo 'int count(int x) { return x + 1; }' >"$WORK/count.c"
	"$1/bin/cc" -c "$WORK/count.c" -o "$WORK/count.o" && rm -f "$root/lib/libcount.a" &&
		"$1/bin/ar" rcs "$root/lib/libcount.a" "$WORK/count.o"
	printf 'prefix=/usr\nName: count\nDescription: counts\nVersion: 3.1\nLibs: -L${prefix}/lib -lcount\nCflags: -I${prefix}/include/count\n' \
		>"$root/lib/pkgconfig/count.pc"
}

# One project with one meson and one cross file.
project() # NAME MESON FILE TOOLCHAIN RUNNER MACHINE
{
	build=$WORK/$(echo "$1" | tr " ," __) # a comma would end a word of -Wl
	rm -rf "$build" "$build.to"
	tap_run "$1: setup" "$2" setup --cross-file "$3" --prefix /usr --libdir lib "$build" "$ROOT/tests/integration/meson" ||
		return
	grep -E 'pkg-config|Dependency count' "$WORK/log" | sed 's/^/# /'
	tap_run "$1: compile" "$2" compile -C "$build" || return
	if readelf -h "$build/words" | grep -q "Machine:.*$6"; then
		tap_ok "$1: what it built is for the target"
	else
		tap_not_ok "$1: what it built is for the target"
	fi
	if [ -n "$5" ]; then
		tap_run "$1: its tests" "$2" test -C "$build"
	else
		tap_skip "$1: its tests" "nothing to run them with"
	fi
	if [ ! -e "$4/bin/strip" ]; then
		tap_skip "$1: install --strip" "this sealcc has no strip"
		return
	fi
	tap_run "$1: install --strip" "$2" install -C "$build" --strip --destdir "$build.to" || return
	for f in bin/words bin/plain lib/libshared.so.1.2.0; do
		if readelf -S "$build.to/usr/$f" | grep -qE '\.symtab|\.debug_info'; then
			tap_not_ok "$1: $f is stripped"
		else
			tap_ok "$1: $f is stripped"
		fi
	done
	if [ -n "$5" ]; then
		tap_run "$1: what was installed runs" $5 "$build.to/usr/bin/words"
	fi
}

# The toolchain is moved first. pkgconf cannot have blanks in its sysroot.
target() # NAME TRIPLE RUNNER MACHINE
{
	tap_run "$1: toolchain" "$SEALCC" run --quiet -t "$2" -- true || return
	cc=$("$SEALCC" run --quiet -t "$2" -- printenv CC)
	rm -rf "$WORK/moved-$1"
	cp -a "${cc%/bin/cc}" "$WORK/moved-$1"
	add_count "$WORK/moved-$1" || {
		tap_not_ok "$1: a library in the sysroot"
		return
	}
	project "$1, meson.ini" "$new" "$WORK/moved-$1/meson.ini" "$WORK/moved-$1" "$3" "$4"
	[ -n "$old" ] || return
	# the same, as env prints it for the place it was moved to
	"$SEALCC" env -t "$2" --format meson --emulator 2>"$WORK/log" | sed "s|${cc%/bin/cc}|$WORK/moved-$1|g" \
		>"$WORK/cross.ini"
	project "$1, env with meson $("$old" --version)" "$old" "$WORK/cross.ini" "$WORK/moved-$1" "$3" "$4"
}

new=$("$ROOT/tools/get-meson" "${MESON_VERSION:-1.3.0}") || tap_skip_all "no meson"
old=$(command -v meson || true)
arch=$(uname -m)
case $arch in
x86_64) other=aarch64 machine=X86-64 other_machine=AArch64 ;;
*) other=x86_64 machine=AArch64 other_machine=X86-64 ;;
esac
target "$arch-musl" "$arch-linux-musl" env "$machine"
qemu=$(command -v qemu-$other-static || command -v qemu-$other || true)
target "$other-glibc" "$other-unknown-linux-gnu.2.28" "$qemu" "$other_machine"
tap_done
