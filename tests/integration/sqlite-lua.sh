#!/bin/sh
# SQLite and Lua by plain makefiles that know nothing of sealcc: libraries, programs, and scripts run by them.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

here=$ROOT/tests/integration/sqlite-lua

need_sealcc
need make readelf cargo
cargo vendor --locked --versioned-dirs --manifest-path "$here/Cargo.toml" "$WORK/sources" >"$WORK/log" 2>&1 ||
	tap_skip_all "the sources cannot be fetched"
for dir in "$WORK"/sources/libsqlite3-sys-*/sqlite3; do sqlite=$dir; done
for dir in "$WORK"/sources/lua-src-*/lua-5.4.*; do lua=$dir; done

# A program reads a script, and prints what it should.
says() # DESCRIPTION PROGRAM SCRIPT ARGUMENT...
{
	says_name=$1 says_program=$2 says_script=$3
	shift 3
	if ! can_run "$target"; then
		tap_skip "$says_name" "programs of ${target%%-*} cannot be run here"
		return
	fi
	if run_it "$says_program" "$@" <"$says_script" >"$WORK/said" 2>"$WORK/log" &&
		diff "$says_script.out" "$WORK/said" >>"$WORK/log"; then
		tap_ok "$says_name"
	else
		tap_not_ok "$says_name" "$WORK/log"
	fi
}

for target in aarch64-unknown-linux-gnu.2.28 x86_64-unknown-linux-musl; do
	out=$WORK/$target
	mkdir -p "$out"
	cd "$out" || exit

	if tap_run "$target: SQLite builds" sealed "$target" make -s -f "$here/sqlite.mk" S="$sqlite" H="$here"; then
		check_linked "$target: sql" sql "$target"
		says "$target: sql runs a script" ./sql "$here/script.sql"
	fi
	case $target in
	*-gnu*)
		if tap_run "$target: SQLite as a shared library" \
			sealed "$target" make -s -f "$here/sqlite.mk" S="$sqlite" H="$here" sql-shared; then
			check_linked "$target: libsqlite3.so" libsqlite3.so "$target"
			tap_is "$target: the program needs the library by its name" libsqlite3.so \
				"$(needed sql-shared | tr ' ' '\n' | grep sqlite)"
			says "$target: sql-shared runs a script" ./sql-shared "$here/script.sql"
		fi
		;;
	esac

	if tap_run "$target: Lua builds" sealed "$target" make -s -f "$here/lua.mk" S="$lua" H="$here"; then
		for program in lua-c lua-cxx; do
			check_linked "$target: $program" "$program" "$target"
			says "$target: $program runs a script" "./$program" "$here/script.lua" "$here/script.lua"
		done
	fi
done

tap_done
