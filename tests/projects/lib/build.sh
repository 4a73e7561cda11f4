# shellcheck shell=sh disable=SC2034,SC2153,SC2154 # variables of tests/projects/run and of the projects
# How a project is built and looked at. A project's script may set
#
#   package     the Debian source package, if it has one
#   depends     projects whose libraries it is linked to: made first
#   programs    what must be installed to build it
#   slow        yes: only one target, without --all
#   sonames     the shared libraries it installs, by the names programs ask for; sorted
#   stripped    yes: nothing that it installs has a symbol table
#
# and defines
#
#   wanting     says what is missing to build it; need not be there
#   build       called in an empty directory; installs with DESTDIR=$stage, under /usr
#   check       called there afterwards; runs what was built, each job a test
#
# with $source (do not write there), $target, $triple (without a glibc version), $stage (this project's files only),
# $root (the files of all projects so far), $jobs, and the functions below.

# A command with the target's toolchain.
t() # COMMAND...
{
	sealed "$target" "$@"
}

t_make() # ARGUMENT...
{
	t make -j "$jobs" "$@"
}

# For a project that can only be built where its source is.
copy_source()
{
	cp -R "$source/." .
}

# Strip while installing, if the toolchain can.
install_strip()
{
	# shellcheck disable=SC2016 # STRIP is a variable of the command
	if t sh -c '[ -n "$STRIP" ]'; then
		echo install-strip
	else
		stripped=no
		echo install
	fi
}

# What everybody who installs below a directory of his own gives to CMake.
t_cmake() # SOURCE ARGUMENT...
{
	t_cmake_source=$1
	shift
	t cmake -S "$t_cmake_source" -B . -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS_RELEASE=-O1 \
		-DCMAKE_INSTALL_PREFIX=/usr -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_FIND_ROOT_PATH="$root" "$@"
}

meson_file()
{
	"$SEALCC" env -q -t "$target" --format meson
}

t_meson() # SOURCE ARGUMENT...
{
	t_meson_source=$1
	shift
	meson_file >cross.ini && meson setup --cross-file cross.ini --prefix /usr --libdir lib --optimization 1 "$@" \
		build "$t_meson_source"
}

# Compiles a client of what is installed; the rest are arguments of cc.
client() # SOURCE ARGUMENT...
{
	client_source=$ROOT/tests/projects/$1
	shift
	# shellcheck disable=SC2016 # CC is a variable of the command
	t sh -c '"$CC" "$@"' cc -O1 -I"$root/usr/include" -L"$root/usr/lib" -o client "$client_source" "$@"
}

# A target's program, with the libraries of $root.
start() # PROGRAM ARGUMENT...
{
	LD_LIBRARY_PATH=$root/usr/lib run_it "$@"
}

# One test: a program, or a function that starts some, says exactly this.
says() # DESCRIPTION EXPECTED COMMAND...
{
	says_name="$project: $target: $1" says_expected=$2
	shift 2
	if [ "$runner" = none ]; then
		tap_skip "$says_name" "programs of ${target%%-*} cannot be run here"
	elif "$@" >said 2>"$WORK/log"; then
		tap_is "$says_name" "$says_expected" "$(cat said)"
	else
		cat said >>"$WORK/log"
		tap_not_ok "$says_name" "$WORK/log"
	fi
}

what_is_missing()
{
	for missing_program in $programs; do
		have "$missing_program" || echo "$missing_program is not installed"
	done
	wanting
}

# The tests of one project for $target.
project_tests()
{
	missing=$(what_is_missing | sed 1q)
	if [ -n "$missing" ]; then
		tap_skip "$project: $target" "$missing"
		return 1
	elif [ -n "$package" ] && ! fetch_debian "$package" >"$WORK/log" 2>&1; then
		tap_skip "$project: $target" "the source of $package cannot be fetched"
		return 1
	fi
	tap_run "$project: $target: builds" build || return
	cp -a "$stage/." "$root/"
	check_installed
	check
}

read_project() # PROJECT
{
	package='' depends='' programs='' slow=no sonames='' stripped=no
	wanting() { :; }
	# shellcheck source=/dev/null
	. "$ROOT/tests/projects/$1.sh"
}

# Makes a project once for $target, after what it depends on.
made() # PROJECT
{
	case " ${made_list:-} " in *" $target/$1 "*) return ;; esac
	made_list="${made_list:-} $target/$1"
	read_project "$1"
	[ "$slow" = no ] || [ "$all" = yes ] || [ "$target" = "${targets%% *}" ] || return 0
	for made_dependency in $depends; do
		made "$made_dependency"
	done
	project=$1 triple=${target%.*.*}
	read_project "$1" # again: the dependencies have set all of it for themselves
	root=$WORK/$target/root stage=$WORK/$target/$project/stage
	rm -rf "${WORK:?}/$target/$project"
	mkdir -p "$root/usr" "$stage" "$WORK/$target/$project/build"
	cd "$WORK/$target/$project/build" || exit
	project_tests
}
