#!/bin/sh
# A sandbox like that of a Nix build, and a little less: a toolchain and its zig in a store that cannot be written,
# a directory to build in, and nothing else: no shell, no /usr, no /tmp, no /proc, no home, no network, an empty
# environment. What is built there runs there.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
target=$(uname -m)-linux-musl
root=$WORK/root
store=$root/nix/store
tc=$(toolchain_of "$target") || tap_skip_all "no toolchain"
driver=$(sed -n 's/^driver = //p' "$tc/sealcc.conf")
mkdir -p "$store/zig" "$store/dep/include" "$store/dep/lib" "$root/build" "$WORK/build"

# put: the toolchain as $store/NAME, with its zig by a path in the store
put() # NAME
{
	cp -r "$tc" "$store/$1" && sed -i 's|^driver = .*|driver = ../zig/zig|' "$store/$1/sealcc.conf"
}
put plain
put nix
echo 'nix = yes' >>"$store/nix/sealcc.conf"
ln "$driver" "$store/zig/zig" 2>/dev/null || cp "$driver" "$store/zig/zig"

echo 'int answer(void) { return ANSWER; }' >"$WORK/answer.c"
printf '#define ANSWER 42\n' >"$store/dep/include/answer.h"
"$tc/bin/cc" -c -include "$store/dep/include/answer.h" "$WORK/answer.c" -o "$WORK/answer.o" &&
	"$tc/bin/ar" rc "$store/dep/lib/libanswer.a" "$WORK/answer.o"
cat >"$WORK/build/main.c" <<'END'
#include <stdio.h>
int main(void) { return puts("C in a sandbox") < 0; }
END
cat >"$WORK/build/main.cc" <<'END'
#include <iostream>
#include <stdexcept>
#include <string>
int main() try {
	throw std::runtime_error("C++ in a sandbox");
} catch (const std::exception &e) {
	std::cout << std::string(e.what()) << std::endl;
}
END
cat >"$WORK/build/dep.c" <<'END'
#include <answer.h>
int answer(void);
int main(void) { return answer() == ANSWER ? 0 : 1; }
END

if unshare -Urmn true 2>/dev/null; then
	# the store is mounted again, so that it cannot be written
	cat >"$WORK/enter" <<'END'
root=$1 build=$2
shift 2
mount --bind "$root" "$root" && mount -o remount,bind,ro "$root" && mount --bind "$build" "$root/build" &&
	exec env -i "$@"
END
	enter="unshare -Urmn sh $WORK/enter"
else
	# only another root: the network is there, and the store could be written
	printf 'shift 2\nexec env -i "$@"\n' >"$WORK/enter"
	cp "$WORK/build/"* "$root/build/"
	enter="sh $WORK/enter"
fi

# inside [NAME=VALUE...] -- PROGRAM ARGS...
inside()
{
	inside_variables=
	while [ "$1" != -- ]; do
		inside_variables="$inside_variables $1"
		shift
	done
	shift
	# a call that compiles and links has a temporary file; Nix says where
	# shellcheck disable=SC2086 # words
	$enter "$root" "$WORK/build" TMPDIR=/build $inside_variables "$(command -v chroot)" "$root" "$@"
}

bin=/nix/store/plain/bin
tap_run "C: compiled" inside -- $bin/cc -O2 -c /build/main.c -o /build/main.o
tap_run "C: linked" inside -- $bin/cc /build/main.o -o /build/main
tap_is "C: runs there" "C in a sandbox" "$(inside -- /build/main)"
tap_run "C: in one call" inside -- $bin/cc -g -O1 /build/main.c -o /build/main-g
tap_is "C: that runs there" "C in a sandbox" "$(inside -- /build/main-g)"
tap_run "C++: in one call" inside -- $bin/c++ -O1 /build/main.cc -o /build/main-cxx
tap_is "C++: runs there" "C++ in a sandbox" "$(inside -- /build/main-cxx)"
tap_run "an archive" inside -- $bin/ar rcs /build/libmain.a /build/main.o
tap_run "its symbols" inside -- $bin/nm /build/libmain.a
tap_run "strip" inside -- $bin/strip -o /build/stripped /build/main-g
tap_is "what is stripped runs there" "C in a sandbox" "$(inside -- /build/stripped)"
tap_run "rustc's linker" inside -- $bin/rustc-linker -m64 /build/main.o -o /build/by-rustc -nodefaultlibs -lc

# what a derivation depends on, by nixpkgs' variables
set -- NIX_CFLAGS_COMPILE=-I/nix/store/dep/include NIX_LDFLAGS=-L/nix/store/dep/lib "NIX_CFLAGS_LINK=-lanswer"
if inside "$@" -- $bin/cc /build/dep.c -o /build/dep >"$WORK/said" 2>&1; then
	tap_not_ok "nixpkgs' variables do not count unless asked for"
else
	tap_run "nixpkgs' variables do not count unless asked for" grep -q "'answer.h' file not found" "$WORK/said"
fi
tap_run "nixpkgs' variables: compiled and linked" inside "$@" -- /nix/store/nix/bin/cc /build/dep.c -o /build/dep
tap_run "nixpkgs' variables: runs there" inside -- /build/dep
suffix=$(sed -n 's/^target = //p' "$tc/sealcc.conf" | tr - _)
set -- "NIX_CFLAGS_COMPILE_$suffix=-I/nix/store/dep/include" "NIX_LDFLAGS_$suffix=-L/nix/store/dep/lib" \
	"NIX_CFLAGS_LINK_$suffix=-lanswer"
tap_run "nixpkgs' variables with the target's name: linked" inside "$@" -- /nix/store/nix/bin/cc /build/dep.c -o /build/dep2
tap_run "nixpkgs' variables with the target's name: runs there" inside -- /build/dep2
tap_is "nothing else was written" "build nix" "$(cd "$root" && echo *)"
tap_done
