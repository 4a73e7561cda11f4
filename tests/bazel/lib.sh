#!/bin/sh
# What the suites that use a real Bazel have in common; to be sourced.  $here is
# tests/bazel, $work is a directory that goes away at the end.
#
# tests/bazel/tree makes the tree that Bazel runs in (some 2 GB below
# $BAZEL_ROOT); where it cannot be had, need_bazel makes that the one skip.
# shellcheck disable=SC2034 # some are for the suites
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
sealcc=${SEALCC:-$root/build/sealcc}
zig=$("$root/tools/get-zig" "${ZIG_VERSION:-0.14.1}") || exit
work=$(mktemp -d /tmp/sealcc-bazel.XXXXXX)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
cache=${XDG_CACHE_HOME:-$root/build/cache}/sealcc
mkdir -p "$cache"
machine=$(uname -m)
n=0
failed=0

result() { # STATUS NAME
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
		return
	fi
	failed=1
	echo "not ok $n - $2"
	grep -v -e WARNING -e 'VM warning' "$work/log" | cut -c 1-400 | sed 's/^/# /' | tail -n 25
}

finish() {
	echo "1..$n"
	exit $failed
}

# In DIR, below the same path inside; $binds is more of this machine to see there; output goes to $work/log.
binds="-b /usr/aarch64-linux-gnu"
without= # or a command that takes something away: unshare --net
# shellcheck disable=SC2086
inside() { # DIR RUN-OPTIONS...
	dir=$1
	shift
	$without "$here/tree/run" -C "$dir" -b "$root" -b "${zig%/*}:${zig%/*}:ro" -b /usr/bin/qemu-aarch64-static \
		-b "$cache" $binds "$@" >"$work/log" 2>&1
}

# The first word is the command, options for it follow, then the targets; $own is options.
# shellcheck disable=SC2086
bazel() { # DIR MODE COMMAND...
	dir=$1 mode=$2 command=$3
	shift 3
	inside "$dir" -m "$mode" -- "$command" --noshow_progress $own "$@"
}

fast="--repo_env=SEALCC_ZIG=$zig --repo_env=SEALCC_BIN=$sealcc --repo_env=SEALCC_CACHE=$cache"
own=$fast

passes() { # NAME DIR MODE COMMAND...
	name=$1
	shift
	bazel "$@"
	result $? "$name"
}

prints() { # NAME TEXT: the last program did
	grep -q -- "$2" "$work/log"
	result $? "$1"
}

outputs() { # DIR MODE OPTION...: bazel-bin as it is seen from here
	dir=$1 mode=$2
	shift 2
	bazel "$dir" "$mode" info "$@" bazel-bin
	echo "${BAZEL_ROOT:-/var/lib/bazel-root}$(tail -n 1 "$work/log")"
}

refuses() { # NAME PATTERN DIR MODE COMMAND...
	name=$1 pattern=$2
	shift 2
	! bazel "$@" && grep -q -- "$pattern" "$work/log"
	result $? "$name"
}

# A Bazel and the standard library of Rust for the other machine
need_bazel() {
	"$here/tree/setup" >"$work/log" 2>&1
	status=$?
	if [ $status -eq 75 ] || [ "$machine" != x86_64 ]; then
		echo "ok 1 - Bazel # SKIP bazel-root: not available: $(tail -n 1 "$work/log")"
		echo "1..1"
		exit 0
	fi
	result $status "a root with Bazel"
	[ $status -eq 0 ] || finish
	# shellcheck disable=SC2016
	inside / --exec sh -c '
		arm=aarch64-unknown-linux-gnu
		[ ! -e /usr/lib/rustlib/$arm/lib ] || exit 0
		rm -f /usr/lib/rustlib/$arm
		dpkg --add-architecture arm64 && apt-get update -qq && cd /var/tmp || exit
		apt-get download "libstd-rust-dev:arm64=$(dpkg-query -W -f "\${Version}" libstd-rust-dev)" || exit
		dpkg --remove-architecture arm64
		dpkg-deb -x libstd-rust-dev_*_arm64.deb arm64 && mv arm64/usr/lib/rustlib/$arm /usr/lib/rustlib/
		status=$?
		rm -rf arm64 libstd-rust-dev_*_arm64.deb
		exit $status'
	result $? "Rust's standard library for arm64"
}

printf '#!/bin/sh\nexec /usr/bin/qemu-aarch64-static -L /usr/aarch64-linux-gnu "$@"\n' >"$work/qemu"
chmod 755 "$work/qemu"
arm="--platforms=@sealcc//platforms:linux_arm64"
run_arm="--run_under=$work/qemu"
examples=$root/examples

# A copy whose WORKSPACE needs no network; the head of the file names what a network would bring.
legacy() { # EXAMPLE
	cp -R "$examples/$1" "$work/"
	{
		sed -n '1p' "$examples/$1/WORKSPACE"
		"$here/tree/run" --workspace-prelude | grep -v 'debian_rust:toolchain'
		sed '1d' "$examples/$1/WORKSPACE" | sed "s|path = \"../..\"|path = \"$root\"|"
	} >"$work/$1/WORKSPACE"
}

# a copy with more in it, and other words to the extension
copy() { # EXAMPLE NAME
	cp -R "$examples/$1" "$work/$2"
	sed -i "s|path = \"../..\"|path = \"$root\"|" "$work/$2/MODULE.bazel"
}
