# shellcheck shell=sh disable=SC2034,SC2154
# libffi: assembly, and autoconf that is told the host and finds the tools by their prefix in PATH. Its 3.4.4 calls a
# function that it does not declare, which no clang since 16 and no gcc since 14 takes as it is.
package=libffi
sonames=libffi.so.8
stripped=yes

build()
{
	t env -u CC -u CXX -u AR -u RANLIB -u LD -u NM -u STRIP -u OBJCOPY -u CONFIG_SITE "$source/configure" -q \
		--prefix=/usr --host="$triple" --disable-docs CFLAGS='-O1 -Wno-error=implicit-function-declaration' &&
		t_make -s && t make -s "$(install_strip)" DESTDIR="$stage"
}

check()
{
	tap_run "$project: $target: a client" client libffi.c -lffi
	says "calls and closures" "call 7.25, closure 42, sorted 1 2 3" start ./client
	tap_run "$project: $target: a client of the static library" client libffi.c "$root/usr/lib/libffi.a"
	says "the same from the archive" "call 7.25, closure 42, sorted 1 2 3" start ./client
}
