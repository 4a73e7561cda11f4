# shellcheck shell=sh
# What the integration scripts share. A script sources this file first and calls tap_done last.
#
#   SEALCC              the program under test; default build/sealcc
#   SEALCC_ZIG          the zig to seal; default: whatever sealcc finds
#   XDG_CACHE_HOME      where toolchains are kept; default build/cache
#   SEALCC_TEST_WORK    a directory to work in that stays; default: a temporary one that is removed
#   SEALCC_NO_SKIP      if set, a test that would be skipped fails

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
SEALCC=${SEALCC:-$ROOT/build/sealcc}
[ -n "${SEALCC_CACHE:-}" ] || export XDG_CACHE_HOME="${XDG_CACHE_HOME:-$ROOT/build/cache}"

if [ -n "${SEALCC_TEST_WORK:-}" ]; then
	WORK=$SEALCC_TEST_WORK/$(basename "$0" .sh)
	mkdir -p "$WORK"
	WORK=$(cd "$WORK" && pwd)
else
	WORK=$(mktemp -d "${TMPDIR:-/tmp}/sealcc-test.XXXXXX")
	trap 'rm -rf "$WORK"' EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
fi

# Nothing of the caller's may decide what is built.
unset CC CXX AR RANLIB LD CFLAGS CXXFLAGS CPPFLAGS LDFLAGS MAKEFLAGS MFLAGS MAKELEVEL
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET CARGO_BUILD_RUSTFLAGS RUSTC_WRAPPER
export LC_ALL=C

# TAP ------------------------------------------------------------------------------------------------------------

tap_count=0
tap_failed=0

tap_ok() # DESCRIPTION
{
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1"
}

tap_not_ok() # DESCRIPTION [FILE-WITH-DETAILS]
{
	tap_count=$((tap_count + 1))
	tap_failed=$((tap_failed + 1))
	echo "not ok $tap_count - $1"
	if [ -n "${2:-}" ] && [ -f "$2" ]; then
		tail -n 40 "$2" | cut -c 1-500 | sed 's/^/# /'
	fi
}

tap_skip() # DESCRIPTION REASON
{
	if [ -n "${SEALCC_NO_SKIP:-}" ]; then
		echo "# not skipped, as SEALCC_NO_SKIP asks: $2"
		tap_not_ok "$1"
		return
	fi
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# Everything in one skip, for a script that cannot do anything here.
tap_skip_all() # REASON
{
	tap_skip "$(basename "$0")" "$1"
	tap_done
}

tap_done()
{
	echo "1..$tap_count"
	[ "$tap_failed" -eq 0 ]
	exit
}

# One test: the command succeeds. Its output is shown if it does not. The status is the command's.
tap_run() # DESCRIPTION COMMAND...
{
	tap_name=$1
	shift
	if "$@" >"$WORK/log" 2>&1; then
		tap_ok "$tap_name"
	else
		tap_status=$?
		echo "exit status $tap_status: $*" >>"$WORK/log"
		tap_not_ok "$tap_name" "$WORK/log"
		return "$tap_status"
	fi
}

# One test: the two texts are equal.
tap_is() # DESCRIPTION EXPECTED ACTUAL
{
	if [ "$2" = "$3" ]; then
		tap_ok "$1"
	else
		printf 'expected: %s\nactual:   %s\n' "$2" "$3" >"$WORK/log"
		tap_not_ok "$1" "$WORK/log"
		return 1
	fi
}

# What is here ---------------------------------------------------------------------------------------------------

have() # PROGRAM
{
	command -v "$1" >/dev/null 2>&1
}

# The whole script needs these programs.
need() # PROGRAM...
{
	for need_program; do
		have "$need_program" || tap_skip_all "$need_program is not installed"
	done
}

need_sealcc()
{
	[ -x "$SEALCC" ] || tap_skip_all "sealcc is not built"
	[ -n "${SEALCC_ZIG:-}" ] || have zig || tap_skip_all "no zig: name one in SEALCC_ZIG"
}

# Sets RUSTC and CARGO to the first pair on PATH that satisfies a condition.
find_rust_where() # CONDITION-FUNCTION ARGUMENT
{
	find_rust_ifs=$IFS
	IFS=:
	for find_rust_dir in $PATH; do
		IFS=$find_rust_ifs
		RUSTC=$find_rust_dir/rustc
		CARGO=$find_rust_dir/cargo
		if [ -x "$RUSTC" ] && [ -x "$CARGO" ] && "$1" "$2"; then
			export RUSTC CARGO
			return 0
		fi
	done
	IFS=$find_rust_ifs
	unset RUSTC CARGO
	return 1
}

has_std_for() # TARGET
{
	has_std_dir=$("$RUSTC" --print target-libdir --target "$1" 2>/dev/null) &&
		find "$has_std_dir/" -name 'libstd-*.rlib' 2>/dev/null | grep -q .
}

has_std_source() # ignored
{
	[ -f "$("$RUSTC" --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock" ]
}

# A Rust with the standard library of a target.
find_rust() # TARGET
{
	find_rust_where has_std_for "$1"
}

# A Rust with the source of the standard library, for -Zbuild-std.
find_rust_with_source()
{
	find_rust_where has_std_source ''
}

# Running things -------------------------------------------------------------------------------------------------

# Runs a command with the toolchain of a target.
sealed() # TARGET COMMAND...
{
	sealed_target=$1
	shift
	"$SEALCC" run -q -t "$sealed_target" -- "$@"
}

# The directory of a target's toolchain, which is made if need be.
toolchain_of() # TARGET
{
	# shellcheck disable=SC2016 # CC is a variable of the command
	sealed "$1" sh -c 'echo "${CC%/bin/*}"'
}

# What qemu, and what Debian calls a target's architecture.
qemu_name() # TARGET
{
	case $1 in
	arm*) echo arm ;;
	i686-*) echo i386 ;;
	powerpc64le-*) echo ppc64le ;;
	riscv64*) echo riscv64 ;;
	*) echo "${1%%-*}" ;;
	esac
}

# Where Debian's packages libc6-*-cross put a target's libc.
cross_libc() # TARGET
{
	case $1 in
	arm*hf*) echo /usr/arm-linux-gnueabihf ;;
	arm*) echo /usr/arm-linux-gnueabi ;;
	riscv64*) echo /usr/riscv64-linux-gnu ;;
	*) echo "/usr/${1%%-*}-linux-gnu" ;;
	esac
}

# Succeeds if programs of the target can be started here, and says how in $runner.
can_run() # TARGET
{
	runner=
	can_run_name=$(qemu_name "$1")
	[ "$can_run_name" = "$(uname -m)" ] && return 0
	# by the kernel, if the loader is there; beside it qemu with -L would mix two libcs
	[ "$can_run_name-$(uname -m)" = i386-x86_64 ] && [ -e /lib/ld-linux.so.2 ] && return 0
	for runner in "qemu-$can_run_name-static" "qemu-$can_run_name" ''; do
		[ -n "$runner" ] && have "$runner" && break
	done
	[ -n "$runner" ] || return 1
	case $1 in
	*-musl*) return 0 ;;
	esac
	# The multiarch libc if it is there: with -L the loader of one libc would meet the libraries of another.
	if [ -e "/lib/ld-linux-$can_run_name.so.1" ]; then
		return 0
	fi
	runner="$runner -L $(cross_libc "$1")"
	[ -d "$(cross_libc "$1")/lib" ]
}

# Runs a program of the target; only after can_run.
run_it() # PROGRAM ARGUMENT...
{
	# shellcheck disable=SC2086 # the runner may have options
	$runner "$@"
}

# Reading ELF files ----------------------------------------------------------------------------------------------

# The newest GLIBC_x.y that a file asks for; nothing if it asks for none.
glibc_floor() # FILE
{
	readelf -VW "$1" 2>/dev/null | sed -n '/^Version needs section/,$p' | grep -o 'GLIBC_2[0-9.]*' |
		sed 's/^GLIBC_//' | sort -u -t . -k 1,1n -k 2,2n -k 3,3n | tail -n 1
}

# Succeeds if the first version is not newer than the second.
version_le() # X.Y[.Z] X.Y[.Z]
{
	[ "$(printf '%s\n%s\n' "$1" "$2" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1)" = "$1" ]
}

needed() # FILE: the libraries it is linked to, in one line, sorted
{
	readelf -dW "$1" 2>/dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort | tr '\n' ' ' | sed 's/ $//'
}

dynamic_has() # FILE PATTERN
{
	readelf -dW "$1" 2>/dev/null | grep -e "$2"
}

machine() # FILE
{
	readelf -hW "$1" 2>/dev/null | sed -n 's/^ *Machine: *//p'
}

elf_type() # FILE: EXEC, DYN, REL
{
	readelf -hW "$1" 2>/dev/null | sed -n 's/^ *Type: *\([A-Z]*\).*/\1/p'
}

has_interpreter() # FILE
{
	readelf -lW "$1" 2>/dev/null | grep -q 'INTERP'
}

# The names a shared object defines for others, in one line, sorted.
exports() # FILE
{
	nm -D --defined-only "$1" 2>/dev/null | awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u | tr '\n' ' ' |
		sed 's/ $//'
}

# A program for Windows, by the wine that $wine names; its output without carriage returns.
run_wine() # PROGRAM ARGUMENT...
{
	"${wine:?}" "$@" >"$WORK/run" 2>"$WORK/run.err"
	run_status=$?
	tr -d '\r' <"$WORK/run"
	[ $run_status -eq 0 ] || cat "$WORK/run.err"
	return $run_status
}

machine_of() # TARGET: readelf's words for it
{
	case $1 in
	aarch64-*) echo 'AArch64' ;;
	x86_64-*) echo 'Advanced Micro Devices X86-64' ;;
	arm*) echo 'ARM' ;;
	i686-*) echo 'Intel 80386' ;;
	riscv64*) echo 'RISC-V' ;;
	*) echo "?" ;;
	esac
}

# Nothing but libc's own libraries may be needed.
needs_only_libc() # FILE
{
	for needs_library in $(needed "$1"); do
		case $needs_library in
		libc.so.6 | libm.so.6 | libpthread.so.0 | libdl.so.2 | librt.so.1 | libutil.so.1 | libresolv.so.2) ;;
		ld-linux*.so.* | ld64.so.*) ;;
		*)
			echo "$1 needs $needs_library" >&2
			return 1
			;;
		esac
	done
}

# What must be true of every linked file: machine, floor or static, and nothing foreign. Each is a test.
check_linked() # DESCRIPTION FILE TARGET
{
	tap_is "$1: machine" "$(machine_of "$3")" "$(machine "$2")" || return
	case $3 in
	*-gnu.*)
		check_floor=$(glibc_floor "$2")
		if [ -n "$check_floor" ] && version_le "$check_floor" "${3##*-gnu.}"; then
			tap_ok "$1: starts on glibc ${3##*-gnu.} (needs $check_floor)"
		else
			tap_not_ok "$1: starts on glibc ${3##*-gnu.} (needs '$check_floor')"
		fi
		tap_run "$1: needs only libc" needs_only_libc "$2"
		;;
	*-musl)
		tap_is "$1: needs no library" '' "$(needed "$2")"
		if has_interpreter "$2"; then
			tap_not_ok "$1: is static"
		else
			tap_ok "$1: is static"
		fi
		;;
	esac
}
