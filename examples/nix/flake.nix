{
  description = "Programs for other targets, made by sealcc in Nix's sandbox";

  inputs.nixpkgs.url = "nixpkgs";

  outputs = { self, nixpkgs }: {
    overlays.default = final: prev: {
      sealcc = prev.pkgsStatic.callPackage ./sealcc.nix { };
      inherit (import ./. {
        inherit (prev.stdenv.hostPlatform) system;
        zig = "${prev.zig}/bin/zig";
        sealcc = "${final.sealcc}/bin/sealcc";
      }) sealedToolchain sealed;
    };

    packages = builtins.listToAttrs (map
      (system: {
        name = system;
        value = import ./hello.nix (nixpkgs.legacyPackages.${system}.extend self.overlays.default);
      }) [ "x86_64-linux" "aarch64-linux" ]);
  };
}
