# shellcheck shell=sh disable=SC2034,SC2154
# curl: CMake that looks for three libraries of the suite, and asks some hundred questions of the compiler.
package=curl
depends='zlib nghttp2 openssl'
programs='cmake ninja'
slow=yes
sonames=libcurl.so.4
stripped=yes

build()
{
	t_cmake "$source" -G Ninja -DUSE_NGHTTP2=ON -DCURL_USE_OPENSSL=ON -DCURL_USE_LIBSSH2=OFF -DBUILD_TESTING=OFF \
		-DENABLE_MANUAL=OFF -DCURL_DISABLE_LDAP=ON -DCURL_CA_PATH=none -DCURL_CA_BUNDLE=none &&
		t ninja -j "$jobs" && t env DESTDIR="$stage" cmake --install . --strip
}

features()
{
	start "$stage/usr/bin/curl" --version | tr ' ' '\n' |
		grep -xE 'OpenSSL/3.*|zlib/.*|nghttp2/.*|HTTP2|SSL|libz|threadsafe' |
		sed 's/OpenSSL.*/OpenSSL/' | sort | tr '\n' ' '
}

reads_file()
{
	start "$stage/usr/bin/curl" -sS "file://$source/README" | cmp - "$source/README" && echo same
}

check()
{
	says "what it is made of" "HTTP2 OpenSSL SSL libz nghttp2/1.52.0 threadsafe zlib/1.2.13 " features
	says "it reads a file" same reads_file
}
