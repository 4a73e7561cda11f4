#!/bin/sh
# examples/nix by Nix, offline and in its sandbox, where there is nothing but the store. A stand-in for nixpkgs has a
# zig, laid out like nixpkgs' package, and a stdenv of this machine's own programs, by which sealcc is built; the
# toolchains and what they compile see nothing of that.
# shellcheck source=tests/integration/lib.sh
. "$(dirname "$0")/lib.sh"

need_sealcc
need nix git make readelf

# what Nix makes is read-only
[ -n "${SEALCC_TEST_WORK:-}" ] || trap 'chmod -R u+w "$WORK"; rm -rf "$WORK"' EXIT

# Sources ---------------------------------------------------------------------------------------------------------

mkdir -p "$WORK/src/examples" "$WORK/src/tests" "$WORK/nixpkgs/zig/bin" "$WORK/nixpkgs/zig/lib" "$WORK/user"
for part in Makefile common completions man runtime tools wrappers examples/nix tests/targets; do
	rm -rf "$WORK/src/$part" # of an earlier run
	cp -r "$ROOT/$part" "$WORK/src/$part"
done
git init -q "$WORK/src" && git -C "$WORK/src" add . &&
	git -C "$WORK/src" -c user.name=test -c user.email=test@localhost commit -q -m "what is tested" --allow-empty

zig=$("$SEALCC" doctor --json | sed -n 's/.*"what": "zig [^ ]* at \(.*\), by .*/\1/p')
rm -rf "$WORK/nixpkgs/zig/lib/zig"
cp "$zig" "$WORK/nixpkgs/zig/bin/zig"
cp -r "$("$zig" env | sed -n 's/.*lib_dir"* *[:=] *"\(.*\)".*/\1/p')" "$WORK/nixpkgs/zig/lib/zig"
cat >"$WORK/nixpkgs/flake.nix" <<END
{
  outputs = { self }: {
    legacyPackages = builtins.mapAttrs (system: _: rec {
      zig = "\${self}/zig";
      stdenv.hostPlatform.system = system;
      stdenv.mkDerivation = given: derivation (given // {
        inherit system;
        builder = "/bin/sh";
        args = [ "-ec" "cp -r \$src/. .; chmod -R u+w .; eval \"\$preBuild\"; make; out=\$out; eval \"\$installPhase\"" ];
        PATH = "/usr/bin:/bin";
        CC = "$(cd "$ROOT" && CC=cc tools/static-cc)";
      });
      pkgsStatic.callPackage = file: _: import file { inherit stdenv; };
      extend = overlay:
        let prev = self.legacyPackages.\${system}; final = prev // overlay final prev; in final;
    }) { x86_64-linux = null; aarch64-linux = null; };
  };
}
END

# Nix, with a store and settings of its own -------------------------------------------------------------------------

export HOME="$WORK/user" NIX_USER_CONF_FILES=/dev/null NIX_CONF_DIR="$WORK/user" XDG_CACHE_HOME="$WORK/user/cache"
unset NIX_PATH NIX_REMOTE
cat >"$WORK/user/nix.conf" <<END
experimental-features = nix-command flakes
flake-registry = 
sandbox = true
sandbox-fallback = false
sandbox-paths =
build-users-group =
substitute = false
END

# at OUTPUT COMMAND...: Nix's command on an output of the flake
at()
{
	at_output=$1
	shift
	nix "$@" "git+file://$WORK/src?dir=examples/nix$at_output" --store "$WORK/store" --offline
}

if ! at "" flake lock --override-input nixpkgs "path:$WORK/nixpkgs" >"$WORK/log" 2>&1; then
	tap_not_ok "the flake's input is locked" "$WORK/log"
	tap_done
fi
tap_run "the flake is one" at "" flake check --no-build
at "" flake show --json >"$WORK/said" 2>"$WORK/log"
tap_is "its packages" "arm64 hello-arm64 hello-musl musl sealcc" \
	"$(grep -o '"[a-z0-9-]*":{"name"' "$WORK/said" | cut -d '"' -f 2 | sort -u | tr '\n' ' ' | sed 's/ $//')"
tap_is "without nixpkgs" "sealed-x86_64-linux-musl" "$(nix eval --store "$WORK/store" --offline --impure --raw --expr \
	"((import $ROOT/examples/nix { zig = \"/zig\"; sealcc = \"/sealcc\"; }).sealedToolchain {
		target = \"x86_64-linux-musl\"; }).name" 2>>"$WORK/log")"

# Building --------------------------------------------------------------------------------------------------------

if ! at "#sealcc" build --no-link --sandbox-paths "/bin /usr /lib /lib64 /etc/alternatives" >"$WORK/log" 2>&1; then
	grep -q 'kernel namespaces' "$WORK/log" && tap_skip_all "no sandbox: no namespaces here"
	tap_not_ok "sealcc" "$WORK/log"
	tap_done
fi
tap_ok "sealcc"

# built OUTPUT: its place on this machine
built()
{
	echo "$WORK/store$(at "#$1" eval --raw 2>/dev/null)"
}

# hello OUTPUT TOOLCHAIN TARGET TEXT
hello()
{
	tap_run "$1 is built" at "#$1" build --no-link || return
	tap_run "$1: the same bytes again" at "#$1" build --no-link --rebuild
	tap_is "$1 needs nothing of the store" "$(at "#$1" eval --raw 2>/dev/null)" \
		"$(at "#$1" path-info -r 2>/dev/null)"
	check_linked "$1" "$(built "$1")" "$3"
	if can_run "$3"; then
		tap_is "$1 runs" "$4" "$(run_it "$(built "$1")")"
	else
		tap_skip "$1 runs" "nothing here runs programs for $3"
	fi
	tap_run "$2: the same bytes again" at "#$2" build --no-link --rebuild
}

hello hello-arm64 arm64 aarch64-unknown-linux-gnu.2.28 "C, made in Nix's sandbox"
tap_is "the toolchain needs sealcc's zig only" 2 "$(at "#arm64" path-info -r 2>/dev/null | wc -l | tr -d ' ')"
# its C++ library takes a minute
[ -z "${SEALCC_TEST_ALL:-}" ] || hello hello-musl musl x86_64-unknown-linux-musl "C++, made in Nix's sandbox"
tap_done
