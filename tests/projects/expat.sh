# shellcheck shell=sh disable=SC2034,SC2154
# expat: CMake with Unix Makefiles; its own tests, one of them in C++.
package=expat
programs='cmake'
sonames=libexpat.so.1
stripped=yes

build()
{
	t_cmake "$source/expat" -G 'Unix Makefiles' -DEXPAT_BUILD_DOCS=OFF -DEXPAT_BUILD_TESTS=ON && t_make &&
		t env DESTDIR="$stage" cmake --install . --strip
}

well_formed()
{
	printf '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><a b="1">&e;</a>\n' >in.xml
	start "$stage/usr/bin/xmlwf" in.xml && echo well-formed
}

own_tests() # PROGRAM
{
	start "$1" >out && tail -n 1 out
}

check()
{
	says "a document is well-formed" well-formed well_formed
	says "its own tests" "100%: Checks: 345, Failed: 0" own_tests tests/runtests
	says "its own tests as C++" "100%: Checks: 345, Failed: 0" own_tests tests/runtestspp
}
