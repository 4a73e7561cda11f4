# A program in C for an old glibc on arm64 and one in C++ for musl, over a library in C.
{ sealcc, sealedToolchain, sealed, ... }:
let
  arm64 = sealedToolchain {
    target = "aarch64-unknown-linux-gnu.2.28";
    options = [ "--no-c++" ];
  };
  musl = sealedToolchain { target = "x86_64-unknown-linux-musl"; };

  # what nixpkgs' own compilers read
  variables.NIX_CFLAGS_COMPILE = "-isystem ${./include}";

  greeting = toolchain: sealed (variables // {
    name = "greeting.o";
    inherit toolchain;
    args = [ "-O2" "-c" ./greeting.c ];
  });

  hello = toolchain: attributes: sealed (variables // attributes // {
    name = "hello";
    inherit toolchain;
    NIX_LDFLAGS = greeting toolchain;
  });
in
{
  inherit sealcc arm64 musl;
  hello-arm64 = hello arm64 { args = [ "-O2" "-s" ./hello.c ]; };
  hello-musl = hello musl {
    program = "c++";
    args = [ "-O2" "-s" ./hello.cc ];
  };
}
