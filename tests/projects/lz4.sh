# shellcheck shell=sh disable=SC2034,SC2154
# lz4: a plain makefile that asks uname which system it is on.
package=lz4
sonames=liblz4.so.1

build()
{
	copy_source
	t_make -C lib CFLAGS=-O1 && t_make -C programs CFLAGS=-O1 &&
		t make -C lib install DESTDIR="$stage" PREFIX=/usr CFLAGS=-O1 &&
		t make -C programs install DESTDIR="$stage" PREFIX=/usr CFLAGS=-O1
}

round_trip()
{
	start "$stage/usr/bin/lz4" -9 -c <lib/lz4.c >out.lz4 && start "$stage/usr/bin/lz4" -dc <out.lz4 | cmp - lib/lz4.c &&
		echo same
}

check()
{
	says "a file comes back" same round_trip
}
