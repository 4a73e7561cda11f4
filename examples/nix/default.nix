# Sealed toolchains, and what they make, as derivations: no shell, no stdenv, nothing of nixpkgs is in them.
#
#   zig      the program: "${pkgs.zig}/bin/zig", or of what zig's own archive unpacks to
#   sealcc   the program: "${pkgs.pkgsStatic.callPackage ./sealcc.nix { }}/bin/sealcc"
{ system ? builtins.currentSystem, zig, sealcc }:
let
  given = { inherit zig sealcc; };
in
{
  # The toolchain of a target, its programs in bin. More words of "sealcc new" are options, as "--no-c++".
  sealedToolchain = { target, options ? [ ], zig ? given.zig, sealcc ? given.sealcc }: derivation {
    name = "sealed-${target}";
    inherit system;
    builder = sealcc;
    args = [ "new" (placeholder "out") "-q" "--nix" "-t" target "--zig" zig ] ++ options;
  };

  # One call of a program of a toolchain; the file that it writes is the output. Other attributes are variables.
  sealed = { name, toolchain, program ? "cc", args, ... }@all: derivation
    (removeAttrs all [ "toolchain" "program" ] // {
      inherit system;
      builder = "${toolchain}/bin/${program}";
      args = args ++ [ "-o" (placeholder "out") ];
    });
}
