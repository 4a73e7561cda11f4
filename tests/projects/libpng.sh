# shellcheck shell=sh disable=SC2034,SC2154
# libpng: CMake with Ninja; find_package finds zlib where the suite has installed it, not the host's.
package=libpng1.6
depends=zlib
programs='cmake ninja'
sonames=libpng16.so.16
stripped=yes

build()
{
	t_cmake "$source" -G Ninja -DPNG_TESTS=OFF -DPNG_EXECUTABLES=ON && t ninja -j "$jobs" &&
		t env DESTDIR="$stage" cmake --install . --strip
}

check()
{
	tap_run "$project: $target: a client" client png.c -lpng16 -lz
	says "pictures come back" "rows 64, sum 1497600, libpng 1.6.39" start ./client
	says "a tool of the project reads the picture" same fixed
}

# It has nothing to repair.
fixed()
{
	start "$stage/usr/bin/png-fix-itxt" <out.png >same.png && cmp out.png same.png && echo same
}
