# shellcheck shell=sh disable=SC2034,SC2154
# dav1d: a large meson project, every file for two pixel sizes.
package=dav1d
programs='meson ninja'
sonames=libdav1d.so.6
stripped=yes
slow=yes

wanting()
{
	meson_file >/dev/null 2>&1 || echo "this sealcc writes no cross file"
}

build()
{
	t_meson "$source" -Denable_asm=false -Denable_tests=false -Denable_tools=true &&
		ninja -C build -j "$jobs" && DESTDIR=$stage meson install -C build --no-rebuild --strip
}

version()
{
	start "$stage/usr/bin/dav1d" --version 2>&1
}

check()
{
	says "it tells its version" 1.0.0 version
}
