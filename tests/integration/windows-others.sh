#!/bin/sh
# windows-others.sh [--all]: i686 Windows (run where wine runs 32-bit programs) and, with --all, C++ for it, and C and
# C++ for aarch64 Windows, which is looked at: nothing runs it here.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
version=$("${SEALCC_ZIG:-zig}" version)
case $version in
0.11.* | 0.12.* | 0.13.*) tap_skip_all "windows.sh has what such a zig says" ;;
esac
for suffix in '' -19 -18 -17 -16 -15 -14 none; do
	have "llvm-readobj$suffix" && break
done
[ "$suffix" != none ] || tap_skip_all "llvm-readobj is not installed"
here=$ROOT/tests/integration/windows
cd "$WORK" || exit

inspected() # FILE KEY
{
	"$SEALCC" inspect "$1" | awk -v k="$2" '$1 == k { sub(/^ *[a-z]+ */, ""); print }'
}

# Names that a DLL exports, and those that a program imports from one.
exports() # DLL
{
	"llvm-readobj$suffix" --coff-exports "$1" | awk '$1 == "Name:" { printf "%s%s", s, $2; s = " " }'
}

imports() # PROGRAM DLL
{
	"llvm-readobj$suffix" --coff-imports "$1" |
		awk -v d="$2" '$1 == "Name:" { in_it = $2 == d } in_it && $1 == "Symbol:" { printf "%s%s", s, $2; s = " " }'
}

# The field NAME of the headers, more than zero: a table is there.
has_table() # FILE NAME
{
	"llvm-readobj$suffix" --file-headers "$1" | awk -v n="$2:" '$1 == n && $2 != "0x0" { found = 1 } END { exit !found }'
}

has_section() # FILE NAME
{
	"llvm-readobj$suffix" --sections "$1" | grep -q "Name: $2 "
}

# wine for 32-bit programs is there when its own kernel32 is one.
find_wine32()
{
	for wine in wine wine64 /usr/lib/wine/wine64; do
		have "$wine" || continue
		"$wine" wineboot -i >"$WORK/log" 2>&1
		for dir in syswow64 system32; do
			dll=$WINEPREFIX/drive_c/windows/$dir/kernel32.dll
			[ -f "$dll" ] && [ "$(inspected "$dll" machine)" = i386 ] && return
		done
		rm -rf "$WINEPREFIX"
	done
	wine=
}

# What a program prints, where it can be run.
prints() # DESCRIPTION EXPECTED PROGRAM
{
	if [ "$machine" = aarch64 ]; then
		:
	elif [ -n "$wine" ]; then
		tap_is "$1: runs" "$2" "$(run_wine "$3")"
	else
		tap_skip "$1: runs" "there is no wine for 32-bit programs"
	fi
}

# The same, of a program that prints a line beginning with ok for each check.
passes() # DESCRIPTION NUMBER-OF-CHECKS PROGRAM ARGUMENT...
{
	if [ "$machine" = aarch64 ]; then
		:
	elif [ -n "$wine" ]; then
		p_name=$1 p_checks=$2
		shift 2
		tap_run "$p_name: runs" run_wine "$@" && tap_is "$p_name: every check" "$p_checks" "$(grep -c '^ok' "$WORK/log")"
	else
		tap_skip "$1: runs" "there is no wine for 32-bit programs"
	fi
}

# Machine, and what exceptions need: a table that Windows reads, on 32-bit x86 a section that libunwind finds, which
# C alone has not.
looked_at() # DESCRIPTION FILE KIND LANGUAGE
{
	tap_is "$1: machine" "$machine" "$(inspected "$2" machine)"
	tap_is "$1: kind" "$3" "$(inspected "$2" kind | sed 's/,.*//')"
	if [ "$machine" = aarch64 ]; then
		tap_run "$1: unwind table" has_table "$2" ExceptionTableSize
		tap_run "$1: .pdata" has_section "$2" .pdata
	elif [ "$4" != c ]; then
		tap_run "$1: .eh_frame" has_section "$2" .eh_fram
	fi
}

check_c()
{
	tap_run "$target: C: builds" "$cc" -Wall -Wextra -O2 -o c.exe "$here/check.c" || return
	tap_is "$target: C: builds in silence" '' "$(cat "$WORK/log")"
	looked_at "$target: C" c.exe 'dynamic PIE' c
	passes "$target: C" "$checks" c.exe one 'two words'
	tap_run "$target: a wide main" "$cc" -municode -o wide.exe "$here/wide.c"
	tap_run "$target: a program without console" "$cc" -mwindows -o gui.exe "$here/gui.c" -lWs2_32
	tap_run "$target: the start of the image" "$cc" -o base.exe "$here/base.c" && prints "$target: the start of the image" 1 base.exe
	tap_run "$target: static, stripped" "$cc" -static -s -pthread -o s.exe "$here/check.c"
}

check_dll()
{
	tap_run "$target: a DLL that exports everything" "$cc" -shared -o all.dll "$here/dll.c" -Wl,--out-implib,liball.dll.a
	tap_is "$target: it exports" "dll_add dll_inner dll_number" "$(exports all.dll)"
	tap_is "$target: it is one" "shared library" "$(inspected all.dll kind | sed 's/,.*//')"
	tap_run "$target: over its import library, with data" "$cc" -DDATA -o use.exe "$here/use.c" -L. -lall
	tap_is "$target: it imports" "dll_add dll_number" "$(imports use.exe all.dll)"
	prints "$target: over its import library" 42 use.exe
	tap_run "$target: a DLL with a .def file" "$cc" -shared -o named.dll "$here/dll.c" "$here/named.def"
	tap_is "$target: it exports" "dll_add dll_sum" "$(exports named.dll)"
	tap_run "$target: dlltool makes an import library" "$bin/dlltool" -d "$here/named.def" -l libtool.dll.a
	tap_run "$target: which links" "$cc" -o tool.exe "$here/use.c" -L. -ltool
	tap_is "$target: it imports" dll_add "$(imports tool.exe named.dll)"
	prints "$target: over dlltool's import library" 42 tool.exe
}

# The names of functions that take their arguments away themselves end in @N, which --kill-at takes off what is exported.
check_stdcall()
{
	tap_run "stdcall: a DLL" "$cc" -shared -o std.dll "$here/stdcall.c" -Wl,--out-implib,libstd.dll.a
	tap_is "stdcall: exports" "@fast_add@8 std_add@8" "$(exports std.dll)"
	tap_run "stdcall: a program" "$cc" -DMAIN -o std.exe "$here/stdcall.c" -L. -lstd
	prints "stdcall: a program" 42 std.exe
	tap_run "stdcall: a DLL with --kill-at" "$cc" -shared -o kill.dll "$here/stdcall.c" -Wl,--kill-at,--out-implib,libkill.dll.a
	tap_is "stdcall: exports" "fast_add std_add" "$(exports kill.dll)"
	tap_run "stdcall: a program over it" "$cc" -DMAIN -DNO_FAST -o kill.exe "$here/stdcall.c" -L. -lkill
	tap_is "stdcall: builds with one warning" 1 "$(grep -c . "$WORK/log")"
	tap_run "stdcall: a program with --enable-stdcall-fixup" "$cc" -DMAIN -DNO_FAST -o kill.exe "$here/stdcall.c" -L. \
		-lkill -Wl,--enable-stdcall-fixup
	tap_is "stdcall: builds in silence" '' "$(cat "$WORK/log")"
	prints "stdcall: a program over what --kill-at left" 42 kill.exe
	tap_run "stdcall: a .def file with two names" "$cc" -shared -o alias.dll "$here/stdcall.c" "$here/stdcall.def"
	tap_is "stdcall: exports" "std_add std_add@8" "$(exports alias.dll)"
}

check_cxx()
{
	mkdir -p "cxx-$machine"
	tap_run "$target: C++: builds" sealed "$target" make -s -C "$ROOT/examples/cxx" O="$WORK/cxx-$machine" \
		NO_FILESYSTEM=-DNO_FILESYSTEM
	tap_is "$target: C++: builds in silence" '' "$(cat "$WORK/log")"
	looked_at "$target: C++" "cxx-$machine/cxx.exe" 'dynamic PIE' c++
	passes "$target: C++" 18 "cxx-$machine/cxx.exe"
	tap_run "$target: C++: a DLL that throws" "$bin/c++" -shared -o thrower.dll "$here/thrower.cc" \
		-Wl,--out-implib,libthrower.dll.a
	looked_at "$target: C++: a DLL that throws" thrower.dll 'shared library' c++
	tap_run "$target: C++: its program" "$bin/c++" -std=c++17 -o catcher.exe "$here/catcher.cc" -L. -lthrower
	prints "$target: C++: an exception out of a DLL, caught by type" 'text! empty 12' catcher.exe
}

# Sealed with C only takes half the time.
check_target() # TARGET MACHINE NUMBER-OF-CHECKS C-ONLY
{
	target=$1 machine=$2 checks=$3
	tap_run "$target: listed for zig $version" grep -q "^$target .*\\b$version\\b" "$ROOT/tests/targets/verified"
	if [ "$4" = yes ]; then
		tap_run "$target: sealed" "$SEALCC" new -q --no-c++ "$WORK/$machine" -t "$target" || return
		bin=$WORK/$machine/bin
	else
		tap_run "$target: sealed" toolchain_of "$target" || return
		bin=$(toolchain_of "$target")/bin
	fi
	cc=$bin/cc
	check_c
	check_dll
	[ "$machine" = aarch64 ] || check_stdcall
	[ "$4" = yes ] || check_cxx
}

export WINEPREFIX="$WORK/wine" WINEDEBUG=-all HOME="${HOME:-$WORK}"
find_wine32
if [ "${1:-}" = --all ]; then
	check_target i686-pc-windows-gnu i386 14 no
	check_target aarch64-pc-windows-gnullvm aarch64 15 no
else
	check_target i686-pc-windows-gnu i386 14 yes
fi
if [ -n "$wine" ]; then
	# wine's server goes before its directory does
	"$wine" wineboot -e >/dev/null 2>&1
	"${wine%wine*}wineserver" -w >/dev/null 2>&1
fi
tap_done
