# shellcheck shell=sh disable=SC2034,SC2154 # variables of tests/corpus/attempt
# The toolchains that are compared, each as its users have it: a command is run with a toolchain by w.
#
#   sealcc    sealcc run
#   zig       zig cc -target in a script of two lines, in the variables of configure and make
#   gcc       Debian's cross gcc; musl-gcc for musl, which has no C++

# Sets what the tools are called that do not come with sealcc.
read_target() # TARGET
{
	arch=${1%%-*}
	case $1 in
	*-musl) host=$arch-linux-musl gcc=musl-gcc gxx=musl-g++ prefix='' zig_target=$host ;;
	*) host=$arch-linux-gnu gcc=$host-gcc gxx=$host-g++ prefix=$host- zig_target=$host.${1##*gnu.} ;;
	esac
}

zig_script() # NAME WORD...
{
	zig_script=$WORK/bin/zig-$1
	shift
	mkdir -p "$WORK/bin"
	printf '#!/bin/sh\nexec "%s" %s "$@"\n' "$(command -v "${SEALCC_ZIG:-zig}")" "$*" >"$zig_script"
	chmod 755 "$zig_script"
	echo "$zig_script"
}

# Sets the tools' names. zig's cache is not the user's, and stays: what it holds of libc is not built for each package.
read_tool() # sealcc|zig|gcc
{
	case $1 in
	zig)
		export ZIG_GLOBAL_CACHE_DIR="$corpus/zig-cache" ZIG_LOCAL_CACHE_DIR="$WORK/zig-cache"
		cc=$(zig_script cc cc -target "$zig_target") cxx=$(zig_script c++ c++ -target "$zig_target")
		ar=$(zig_script ar ar) ranlib=$(zig_script ranlib ranlib) cmake_root=$WORK/none
		;;
	gcc) cc=$gcc cxx=$gxx ar=${prefix}ar ranlib=${prefix}ranlib cmake_root=/usr/$host ;;
	esac
}

# A command with the toolchain. No pkg-config may find the libraries of this machine.
w() # COMMAND...
{
	case $tool in
	sealcc) sealed "$target" "$@" ;;
	*) env CC="$cc" CXX="$cxx" AR="$ar" RANLIB="$ranlib" PKG_CONFIG_LIBDIR=/nonexistent "$@" ;;
	esac
}

configure_words()
{
	[ "$tool" = sealcc ] || echo "--host=$host"
}

cmake_words()
{
	[ "$tool" != sealcc ] || return 0
	echo "-DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=$arch -DCMAKE_AR=$(command -v "$ar")"
	echo "-DCMAKE_RANLIB=$(command -v "$ranlib") -DCMAKE_FIND_ROOT_PATH=$cmake_root -DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY"
	echo "-DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY -DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY"
}

meson_file()
{
	if [ "$tool" = sealcc ]; then
		"$SEALCC" env -q -t "$target" --format meson
	else
		printf "[binaries]\nc = '%s'\ncpp = '%s'\nar = '%s'\n[host_machine]\n" "$cc" "$cxx" "$ar"
		printf "system = 'linux'\ncpu_family = '%s'\ncpu = '%s'\nendian = 'little'\n" "$arch" "$arch"
	fi
}
