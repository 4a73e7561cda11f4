# shellcheck shell=sh disable=SC2034,SC2154
# pcre2: autoconf that is given both CC and --host; a just-in-time compiler, and tests that need no script.
package=pcre2
sonames='libpcre2-16.so.0 libpcre2-8.so.0 libpcre2-posix.so.3'
stripped=yes

build()
{
	# shellcheck disable=SC2016 # CC is a variable of the command
	t sh -c '"$0/configure" -q --prefix=/usr --host="$1" CC="$CC" CFLAGS=-O1 \
		--enable-jit --enable-pcre2-16 --disable-pcre2grep-callout' "$source" "$triple" &&
		t_make -s && t make -s "$(install_strip)" DESTDIR="$stage"
}

own_test()
{
	start .libs/pcre2test -q "$source/testdata/testinput1" >out && diff out "$source/testdata/testoutput1" && echo same
}

check()
{
	says "grep with the just-in-time compiler" "2:two 2026" grep_years
	says "its own test" same own_test
}

grep_years()
{
	printf 'one\ntwo 2026\n' | start "$stage/usr/bin/pcre2grep" -n '(?<=two )\d{4}$'
}
