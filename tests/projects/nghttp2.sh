# shellcheck shell=sh disable=SC2034,SC2154
# nghttp2: CMake with Ninja, C and C++ asked for, the library only.
package=nghttp2
programs='cmake ninja'
sonames=libnghttp2.so.14
stripped=yes

build()
{
	t_cmake "$source" -G Ninja -DENABLE_LIB_ONLY=ON -DENABLE_STATIC_LIB=ON -DENABLE_DOC=OFF -DENABLE_WERROR=OFF &&
		t ninja -j "$jobs" && t env DESTDIR="$stage" cmake --install . --strip
}

check()
{
	tap_run "$project: $target: a client" client nghttp2.c -lnghttp2
	says "client and server talk" "GET /suite: 200, 11 bytes, nghttp2 1.52.0" start ./client
}
