# shellcheck shell=sh disable=SC2154 # variables of tests/projects/run
# Where sources come from: the .orig archives of Debian, whose lists are read without touching the machine's own.

sources=${PROJECT_SOURCES:-$ROOT/build/sources}

# apt with lists of source packages in a directory of ours.
apt_get() # ARGUMENT...
{
	apt-get -q -o Dir::Etc::SourceParts="$sources/apt/parts" -o Dir::Etc::SourceList="$sources/apt/list" \
		-o Dir::State::Lists="$sources/apt/lists" -o APT::Sandbox::User=root "$@"
}

apt_lists()
{
	[ ! -f "$sources/apt/done" ] || return 0
	mkdir -p "$sources/apt/parts" "$sources/apt/lists/partial"
	: >"$sources/apt/list"
	[ ! -f /etc/apt/sources.list ] || sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$sources/apt/list"
	for apt_file in /etc/apt/sources.list.d/*.sources; do
		[ ! -f "$apt_file" ] ||
			sed 's/^Types: .*/Types: deb-src/' "$apt_file" >"$sources/apt/parts/${apt_file##*/}"
	done
	apt_get update && : >"$sources/apt/done"
}

archive_of() # PACKAGE
{
	find "$sources" -maxdepth 1 -name "$1_*.orig.tar.*" | sort | tail -n 1
}

# --tar-only: the rest of a package may be from another day's update, and is not wanted.
download() # PACKAGE
{
	have apt-get && mkdir -p "$sources" && apt_lists &&
		(cd "$sources" && apt_get source --download-only --tar-only "$1")
}

# Unpacks a package once, for all targets, and says where in $source.
fetch_debian() # PACKAGE
{
	source=$WORK/sources/$1
	[ ! -d "$source" ] || return 0
	[ -n "$(archive_of "$1")" ] || download "$1" || return
	mkdir -p "$source.part" && tar -xf "$(archive_of "$1")" -C "$source.part" --strip-components=1 &&
		mv "$source.part" "$source"
}
