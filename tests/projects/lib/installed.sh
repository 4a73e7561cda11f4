# shellcheck shell=sh disable=SC2154 # variables of tests/projects/lib/build.sh
# What must be true of every file that a project installs. A check prints what is wrong with one file, or nothing.

linked_files() # the programs and shared libraries below $stage
{
	find "$stage" -type f | while read -r linked_file; do
		case $(elf_type "$linked_file") in
		EXEC | DYN) echo "$linked_file" ;;
		esac
	done
}

wrong_machine() # FILE
{
	wrong_machine=$(machine "$1" | sort -u)
	[ "$wrong_machine" = "$(machine_of "$target")" ] || echo "is for $wrong_machine"
}

wrong_floor() # FILE
{
	wrong_floor=$(glibc_floor "$1")
	[ -z "$wrong_floor" ] || version_le "$wrong_floor" "${target##*-gnu*.}" || echo "needs glibc $wrong_floor"
}

# libc's own libraries, those of the project, and those of the projects before it
wrong_needed() # FILE
{
	for wrong_library in $(needed "$1"); do
		case $wrong_library in
		libc.so.6 | libm.so.6 | libpthread.so.0 | libdl.so.2 | librt.so.1) continue ;;
		libc.so) case $target in *-musl) continue ;; esac ;;
		ld-linux*.so.*) continue ;;
		esac
		[ -e "$root/usr/lib/$wrong_library" ] || echo "needs $wrong_library"
	done
}

wrong_path() # FILE
{
	dynamic_has "$1" 'R\(UN\)*PATH'
}

wrong_loader() # FILE
{
	case $target in
	aarch64-*-gnu*) wrong_loader=/lib/ld-linux-aarch64.so.1 ;;
	x86_64-*-gnu*) wrong_loader=/lib64/ld-linux-x86-64.so.2 ;;
	arm*-gnueabihf*) wrong_loader=/lib/ld-linux-armhf.so.3 ;;
	*-musl*) wrong_loader=/lib/ld-musl-${target%%-*}.so.1 ;;
	*) return ;;
	esac
	readelf -lW "$1" | sed -n 's/.*interpreter: \(.*\)\]/\1/p' | grep -vxF "$wrong_loader"
}

wrong_soname() # FILE
{
	case $1 in */lib*.so*) ;; *) return ;; esac
	wrong_soname=$(soname "$1")
	[ -e "${1%/*}/${wrong_soname:-none}" ] || echo "its SONAME '$wrong_soname' is not installed"
}

wrong_symbols() # FILE
{
	[ "$stripped" = no ] || readelf -SW "$1" | grep -e '\.symtab' -e '\.debug_'
}

soname() # FILE
{
	readelf -dW "$1" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p'
}

# One test: no file of a list is wrong in this way.
none_is() # DESCRIPTION CHECK FILE...
{
	none_name=$1 none_check=$2
	shift 2
	for none_file; do
		"$none_check" "$none_file" | sed "s|^|${none_file#"$stage"}: |"
	done >"$WORK/log" 2>&1
	if [ -s "$WORK/log" ] || [ $# -eq 0 ]; then
		tap_not_ok "$project: $target: $none_name" "$WORK/log"
	else
		tap_ok "$project: $target: $none_name ($# files)"
	fi
}

check_archives()
{
	# shellcheck disable=SC2046 # names without blanks
	set -- $(find "$stage" -name '*.a')
	[ $# -eq 0 ] || none_is "archives are for the target" wrong_machine "$@"
}

check_sonames()
{
	for check_file in $(linked_files); do
		case $check_file in */lib*.so*) soname "$check_file" ;; esac
	done | sort | tr '\n' ' ' | sed 's/ $//' >"$WORK/log"
	tap_is "$project: $target: shared libraries" "$sonames" "$(cat "$WORK/log")"
}

check_installed()
{
	# shellcheck disable=SC2046 # names without blanks
	set -- $(linked_files)
	if [ $# -gt 0 ]; then
		none_is "machine" wrong_machine "$@"
		case $target in *-gnu*.*) none_is "oldest glibc" wrong_floor "$@" ;; esac
		none_is "needs nothing foreign" wrong_needed "$@"
		none_is "no path to search libraries in" wrong_path "$@"
		none_is "loader" wrong_loader "$@"
		none_is "names of shared libraries" wrong_soname "$@"
		[ "$stripped" = no ] || none_is "is stripped" wrong_symbols "$@"
	fi
	check_archives
	check_sonames
}
