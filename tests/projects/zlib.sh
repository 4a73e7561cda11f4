# shellcheck shell=sh disable=SC2034,SC2154
# zlib: a configure script of its own, which knows neither --host nor config.site.
package=zlib
sonames=libz.so.1

build()
{
	copy_source
	t env CHOST="$triple" CFLAGS=-O1 ./configure --prefix=/usr && t_make all && t_make install DESTDIR="$stage"
}

check()
{
	says "its own test" "zlib version 1.2.13 = 0x12d0, compile flags = 0xa9" first_line start ./example
	says "its own test with the shared library" "zlib version 1.2.13 = 0x12d0, compile flags = 0xa9" \
		first_line start ./examplesh
	says "a file comes back" same round_trip
}

round_trip()
{
	start ./minigzip <zlib.h >out.gz && gzip -t out.gz && start ./minigzip -d <out.gz | cmp - zlib.h && echo same
}

first_line() # COMMAND...
{
	"$@" >out && sed 1q out
}
