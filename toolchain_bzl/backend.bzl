"""The compilers that a toolchain may be sealed from, and which of their files its actions need."""

load(":tool.bzl", "run")

def _zig_options(rctx):
    return ["--zig", rctx.path(rctx.attr.zig).realpath]

def _zig_bring(rctx):
    rctx.symlink(rctx.path(rctx.attr.zig), "zig")
    return struct(builtin_include_directories = [], dropped = [], files = ["zig"], names = {str(rctx.path(rctx.attr.zig).realpath): "../zig"})

def _program(rctx, attribute, path):
    if path and not (path.startswith("/") and rctx.path(path).exists):
        fail("sealcc: {} {}: is not there; correct it, it has to be absolute".format(attribute, path))
    return path

def _options(rctx):
    attr = rctx.attr
    cc = _program(rctx, "cc_path", attr.cc_path)
    if not cc and attr.llvm:
        cc = rctx.path(attr.llvm).dirname.get_child("bin").get_child("clang")
    ld = _program(rctx, "ld_path", attr.ld_path)
    return ["--backend", attr.backend] + (["--cc", cc] if cc else []) + (["--ld", ld] if ld else [])

def _settings(rctx):
    lines = [line.partition(" = ") for line in rctx.read("toolchain/sealcc.conf").splitlines()]
    return {key: value for key, _, value in lines}

def _programs(rctx):
    """What sealcc found: the programs of the compiler that are named in the sealed toolchain."""
    settings = _settings(rctx)
    paths = [settings.get(key, "") for key in ["ar", "cxx-driver", "driver", "linker", "nm", "ranlib"]]
    return {path: None for path in paths if path.startswith("/")}

def _libraries(rctx, programs):
    """What the dynamic linker loads for them, by name; nothing for those that are static."""
    found = {}
    for program in programs:
        for line in rctx.execute(["ldd", program]).stdout.splitlines():
            name, arrow, path = line.strip().partition(" => ")
            if arrow and path.startswith("/"):
                found[name] = path.partition(" (")[0]
    return found

def _bring(rctx, files):
    for name, path in files.items():
        rctx.symlink(path, name)
    return list(files)

def _clang_bring(rctx):
    """An LLVM of those of its programs and libraries that are used; clang finds its libraries in ../lib."""
    programs = _programs(rctx)
    names = {p: "backend/bin/" + p.rpartition("/")[2] for p in programs}
    libraries = {"backend/lib/" + name: path for name, path in _libraries(rctx, programs).items()}
    return struct(
        builtin_include_directories = [],
        dropped = ["resource"],  # clang's own; the sealed toolchain has its headers, where they count as inputs
        files = _bring(rctx, {name: path for path, name in names.items()} | libraries),
        names = {p: "../" + name for p, name in names.items()},
    )

# what gcc starts, some of it beside its own libraries and some in PATH
_OF_GCC = ["as", "cc1", "cc1plus", "collect2", "ld"]

def _headers_of_gcc(rctx, own):
    """Where they are; gcc finds them from its own place, and says that in dependency files."""
    include = rctx.path("toolchain/sysroot/usr/include")
    found = [own + "/include", own + "/include-fixed"] + ([str(include.realpath)] if include.exists else [])
    return [d for d in found if rctx.path(d).exists]

def _gcc_bring(rctx):
    """A gcc runs where it is, since it looks for the rest of it from there; what it reads there counts as an input."""
    programs = _programs(rctx)
    gcc = [_settings(rctx)["driver"]]
    own = run(rctx, "gcc", gcc + ["-print-libgcc-file-name"]).strip().rpartition("/")[0]
    files = {"backend/bin/" + p.rpartition("/")[2]: p for p in programs}
    for name in _OF_GCC:
        path = run(rctx, "gcc", gcc + ["-print-prog-name=" + name]).strip()
        if path.startswith("/"):
            files["backend/programs/" + name] = path
    for name, path in _libraries(rctx, files.values()).items():
        files["backend/lib/" + name] = path
    rctx.symlink(own, "backend/gcc")
    return struct(
        builtin_include_directories = _headers_of_gcc(rctx, own),
        dropped = [],
        files = _bring(rctx, files),
        names = {},
    )

# options: of `sealcc new`.  bring: makes the files of actions, says the names for them in sealcc.conf and which
# settings do not hold there.
# start_end_lib: whether the linker has --start-lib.
BACKENDS = {
    "clang": struct(bring = _clang_bring, kind = "clang", options = _options, start_end_lib = True),
    "gcc": struct(bring = _gcc_bring, kind = "gcc", options = _options, start_end_lib = False),
    "zig": struct(bring = _zig_bring, kind = "clang", options = _zig_options, start_end_lib = True),
}
