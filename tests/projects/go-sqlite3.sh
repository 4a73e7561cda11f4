# shellcheck shell=sh disable=SC2034,SC2154
# A Go program with SQLite in C: cgo, calls from Go to C and back, and a link by the C compiler.
programs=go

build()
{
	export GOFLAGS=-mod=readonly GOTOOLCHAIN=local GOCACHE="$WORK/$target/go-cache"
	mkdir -p "$stage/usr/bin" && (cd "$ROOT/tests/projects/go-sqlite3" &&
		t env CGO_CFLAGS=-O1 go build -trimpath -p "$jobs" -o "$stage/usr/bin/query" .)
}

check()
{
	case $triple in
	aarch64-*) go_arch=arm64 ;;
	x86_64-*) go_arch=amd64 ;;
	arm*) go_arch=arm ;;
	esac
	says "it asks SQLite" "$go_arch 42 1" start "$stage/usr/bin/query"
}
