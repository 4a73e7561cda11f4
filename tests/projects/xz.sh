# shellcheck shell=sh disable=SC2034,SC2154
# xz: autoconf with nothing but CONFIG_SITE to say what is built for; libtool makes both kinds of library.
package=xz-utils
sonames=liblzma.so.5
stripped=yes

build()
{
	t "$source/configure" -q --prefix=/usr --disable-nls --disable-doc --disable-scripts CFLAGS=-O1 &&
		t_make -s && t make -s "$(install_strip)" DESTDIR="$stage"
}


round_trip()
{
	start "$stage/usr/bin/xz" -6 --check=sha256 <"$source/ChangeLog" >out.xz && xz -t out.xz &&
		start "$stage/usr/bin/xz" -dc -T2 <out.xz | cmp - "$source/ChangeLog" && echo same
}

check()
{
	says "a file comes back" same round_trip
	says "it names its library" "liblzma 5.4.1" sed_from "$stage/usr/bin/xz"
	tap_run "$project: $target: a client of the static library" client xz.c "$root/usr/lib/liblzma.a"
	says "the client runs" "5.4.1" start ./client
}

sed_from() # PROGRAM
{
	start "$1" --version | sed -n 2p
}
