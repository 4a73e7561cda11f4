# shellcheck shell=sh disable=SC2034,SC2154
# json-c: built by ExternalProject of another CMake project, which then finds it with find_package, and starts programs
# of the target while it is configured.
package=json-c
programs='cmake ninja'
sonames=libjson-c.so.5
stripped=yes

build()
{
	[ "$runner" != none ] || runner=
	t_cmake "$ROOT/tests/projects/superbuild" -G 'Unix Makefiles' -DJSON_C_SOURCE="$source" -DSTAGE="$stage" \
		-DCMAKE_CROSSCOMPILING_EMULATOR="$(echo "$runner" | tr ' ' ';')" && t_make
}

check()
{
	says "the program that found it" '{ "a": [ 1, 2.5, "x" ], "bits": 64 }' start client/client
}
