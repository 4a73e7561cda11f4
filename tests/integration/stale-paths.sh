#!/bin/sh
# Dead paths in a real tree of directories, as Bazel's sandboxes and workers leave them: for each kind a program of
# an object, a library and a header that are named where they no longer are is linked and run.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
tc=$WORK/tc
tap_run "a toolchain" "$SEALCC" new -q --no-c++ "$tc" -t "$(uname -m)-linux-gnu.2.17" || tap_done

# tree DIR CONFIGURATION: an execution root in DIR; the program's exit status says that all three were found
tree()
{
	mkdir -p "$1/bazel-out/$2/bin/a/x.out_dir" "$1/external/h"
	echo 'int answer(void) { return NUMBER; }' >"$1/external/h/lib.c"
	printf '#define NUMBER 40\n' >"$1/external/h/number.h"
	echo 'int answer(void); int two(void); int main(void) { return answer() + two(); }' >"$1/external/h/main.c"
	echo 'int two(void) { return 2; }' >"$1/two.c"
	"$tc/bin/cc" -c -include "$1/external/h/number.h" "$1/external/h/lib.c" -o "$1/lib.o" &&
		"$tc/bin/ar" rc "$1/bazel-out/$2/bin/a/x.out_dir/libanswer.a" "$1/lib.o" &&
		"$tc/bin/cc" -c "$1/two.c" -o "$1/bazel-out/$2/bin/a/two.o" && rm "$1/two.c" "$1/lib.o"
}

# link DIR CONFIGURATION: link a program in the working directory by paths below DIR
link()
{
	rm -f "$WORK/p"
	"$tc/bin/cc" -include "$1/external/h/number.h" "$1/external/h/main.c" "$1/bazel-out/$2/bin/a/two.o" \
		"-L$1/bazel-out/$2/bin/a/x.out_dir" -lanswer -o "$WORK/p" 2>"$WORK/said"
}

# works NAME DIRECTORY DIR [CONFIGURATION]: it links without a word, and runs
works()
{
	if (cd "$2" && link "$3" "${4:-k8-opt}") && [ ! -s "$WORK/said" ]; then
		"$WORK/p"
		tap_is "$1" 42 $?
	else
		tap_not_ok "$1" "$WORK/said"
	fi
}

# fails NAME DIRECTORY DIR CONFIGURATION TEXT: it does not link, and a line of ours has the text
fails()
{
	if (cd "$2" && link "$3" "$4"); then
		tap_not_ok "$1: must not link"
	else
		tap_run "$1" grep -q "^sealcc .*$5" "$WORK/said" || sed 's/^/# /' "$WORK/said"
	fi
}

base=$WORK/base root=$WORK/base/execroot/_main
tree "$root" k8-opt || tap_not_ok "the tree"

works "nothing is dead" "$root" "$root"
works "relative" "$root" .
works "a sandbox that is gone" "$root" "$base/sandbox/linux-sandbox/17/execroot/_main"
works "the darwin sandbox" "$root" /private/var/tmp/_bazel_u/0123/sandbox/darwin-sandbox/233/execroot/_main
for worker in /buildbuddy/remotebuilds/0123-4567 /var/lib/worker/work/9/exec /worker/build/27ac/root; do
	works "a remote worker's root, $worker" "$root" "$worker"
done
works "hermetic /tmp, seen outside" "$root" /tmp/bazel-working-directory/_main
works "hermetic /tmp, the other name" "$root" /tmp/bazel-execroot/_main
works "/proc/self/cwd of another directory" "$root" /proc/self/cwd/gone

# rustc names what links lead to, in a tree that the next sandbox does not see
sandbox=$base/sandbox/linux-sandbox/3/execroot/_main
mkdir -p "$sandbox" && cp -rs "$root/." "$sandbox"
works "a forest of links" "$sandbox" "$sandbox"
works "a forest of links: what another sandbox wrote" "$sandbox" "$base/sandbox/linux-sandbox/2/execroot/_main"
mkdir "$root/deep"
works "below the execution root" "$root/deep" "$base/sandbox/linux-sandbox/2/execroot/_main"
works "relative to the execution root, in a directory below" "$root/external/h" "/gone/execroot/_main/."

# a build directory of its own, which only a variable ties to the execution root
mkdir "$WORK/elsewhere"
export SEALCC_EXECROOT="$root"
works "another working directory" "$WORK/elsewhere" "$base/sandbox/linux-sandbox/2/execroot/_main"
works "another working directory, relative" "$WORK/elsewhere" ../execroot/_main
unset SEALCC_EXECROOT
export OUT_DIR="$root/bazel-out/k8-opt/bin/a/x.out_dir"
works "a build script's directory" "$WORK/elsewhere" "$base/sandbox/linux-sandbox/2/execroot/_main"
unset OUT_DIR
fails "no execution root" "$WORK/elsewhere" /gone/execroot/_main k8-opt 'is gone, and no execution root is at hand'

# the toolchain itself is in the tree
mkdir "$root/external/tc" && cp -a "$tc/." "$root/external/tc/"
shared=$tc tc=$root/external/tc
works "a toolchain in the tree" "$WORK/elsewhere" /gone/execroot/_main
tc=$shared

# the place is another file system's in the next action
if unshare -m true 2>/dev/null; then
	mkdir -p "$WORK/hermetic/bazel-working-directory"
	cp -r "$base/execroot/." "$WORK/hermetic/bazel-working-directory"
	cat >"$WORK/inside" <<END
mount --bind "$WORK/hermetic" /mnt && cd /mnt/bazel-working-directory/_main &&
	pwd -P >"$WORK/where"
END
	tap_run "a mount of its own: /tmp as a sandbox has it" unshare -m sh "$WORK/inside"
	works "a mount of its own: its paths when it is gone" "$root" "$(cat "$WORK/where")"
else
	works "no mounts here: a plain directory in the place of a hermetic /tmp" "$root" /mnt/bazel-working-directory/_main
fi

# path mapping
mapped=$WORK/mapped
tree "$mapped" cfg
works "mapped paths: what was fixed before" "$mapped" /gone/execroot/_main k8-fastbuild
works "mapped paths: the same, relative" "$mapped" . k8-fastbuild
works "mapped paths: outside of the action" "$root" "$base/sandbox/linux-sandbox/2/execroot/_main" cfg
mkdir "$mapped/bazel-out/k8-opt"
fails "mapped paths: that configuration is there, and lacks it" "$mapped" /gone/execroot/_main k8-opt \
	"two.o: is gone, and bazel-out/k8-opt/bin/a/two.o is not in $mapped;"
cp -r "$root/bazel-out/k8-opt" "$root/bazel-out/arm-opt"
fails "mapped paths: two configurations" "$root" /gone/execroot/_main cfg \
	'two.o: is gone, and bazel-out/arm-opt/bin/a/two.o or bazel-out/k8-opt/bin/a/two.o could be meant'
rm -r "$root/bazel-out/arm-opt"

# what is nobody's affair
fails "another configuration" "$root" /gone/execroot/_main k8-dbg 'bazel-out/k8-dbg/bin/a/two.o is not in'
(cd "$root" && link 'C:\base\execroot\_main' k8-opt)
tap_is "Windows' separators: the compiler's own words alone" 0 "$(grep -c '^sealcc' "$WORK/said")"
tap_run "Windows' separators: untouched" grep -q 'C:\\base\\execroot\\_main' "$WORK/said"
cd "$root" && "$tc/bin/cc" -include external/h/number.h external/h/main.c bazel-out/k8-opt/bin/a/two.o \
	-L/gone/execroot/_main/bazel-out/k8-opt/bin/b -lanswer -o "$WORK/p" 2>"$WORK/said"
tap_run "a lost directory of a library that is nowhere" grep -q \
	"^sealcc ld.*-lanswer: is not found, and /gone/.*/bin/b is gone: bazel-out/k8-opt/bin/b is not in $root" "$WORK/said"
tap_done
