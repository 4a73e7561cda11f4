# shellcheck shell=sh disable=SC2034,SC2154
# zstd: meson with a cross file; threads, and a little C++ in its contrib.
package=libzstd
programs='meson ninja'
sonames=libzstd.so.1
stripped=yes

wanting()
{
	meson_file >/dev/null 2>&1 || echo "this sealcc writes no cross file"
}

build()
{
	t_meson "$source/build/meson" -Ddefault_library=both -Dbin_programs=true -Dlegacy_level=0 \
		-Dzlib=disabled -Dlzma=disabled -Dlz4=disabled &&
		ninja -C build -j "$jobs" && DESTDIR=$stage meson install -C build --no-rebuild --strip
}

round_trip()
{
	start "$stage/usr/bin/zstd" -q -5 -T2 -c <"$source/CHANGELOG" >out.zst &&
		start "$stage/usr/bin/zstd" -q -dc <out.zst | cmp - "$source/CHANGELOG" && echo same
}

check()
{
	says "a file comes back" same round_trip
	says "it trains a dictionary" trained train
}

train()
{
	start "$stage/usr/bin/zstd" -q --train -B1024 "$source/CHANGELOG" "$source/README.md" -o dictionary && echo trained
}
