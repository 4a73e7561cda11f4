"""What Nix's compiler wrappers take from the environment, for Bazel's actions, which do not see it."""

def _words(rctx, name):
    return [w for w in rctx.os.environ.get(name, "").replace("\n", " ").split(" ") if w]

def _include_directories(words):
    before = ["-isystem", "-I", "-idirafter", "-iquote"]
    apart = [words[i + 1] for i in range(len(words) - 1) if words[i] in before]
    return apart + [w[len("-I"):] for w in words if w.startswith("-I") and w != "-I"]

def _of_linker(word):
    """The words of NIX_LDFLAGS are for ld, not for the compiler that calls it."""
    return [word] if word.startswith("-L") or word.startswith("-l") else ["-Xlinker", word]

def nix_flags(rctx):
    """The flags in the environment.

    Args:
      rctx: of a repository rule with nix_environ among its environ.

    Returns:
      copts and linkopts, and the directories of headers that are in them.
    """
    compile = _words(rctx, "NIX_CFLAGS_COMPILE")
    return struct(
        copts = compile,
        include_directories = _include_directories(compile),
        linkopts = [w for word in _words(rctx, "NIX_LDFLAGS") for w in _of_linker(word)],
    )

no_nix_flags = struct(copts = [], include_directories = [], linkopts = [])

nix_environ = ["NIX_CFLAGS_COMPILE", "NIX_LDFLAGS"]
