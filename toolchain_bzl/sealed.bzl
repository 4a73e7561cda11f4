"""One sealed toolchain as a repository: made when a build first needs its target."""

load(":backend.bzl", "BACKENDS")
load(":nix.bzl", "nix_environ", "nix_flags", "no_nix_flags")
load(":tool.bzl", "run")

_BUILD = """\
load("{bzl}", "sealed_toolchain")

package(default_visibility = ["//visibility:public"])

sealed_toolchain(
    name = "cc",
    triple = "{triple}",
    backend = {backend},
    builtin_include_directories = {builtin_include_directories},
    conlyopts = {conlyopts},
    copts = {copts},
    cpu = "{cpu}",
    cxxopts = {cxxopts},
    kind = "{kind}",
    libc = "{libc}",
    linkopts = {linkopts},
    platform_cpu = "{platform_cpu}",
    start_end_lib = {start_end_lib},
)
"""

def _configure(rctx, backend):
    """Name the compiler by where it is in this repository, so that no path of this machine is in an input."""
    lines = []
    for line in rctx.read("toolchain/sealcc.conf").splitlines():
        key, is_setting, value = line.partition(" = ")
        if key not in backend.dropped:
            lines.append(key + is_setting + backend.names.get(value, value))
    lines.append("rpath = origin")
    if rctx.attr.strict:
        lines.append("strict = yes")
    rctx.file("toolchain/sealcc.conf", "\n".join(lines) + "\n", executable = False)

def _module_map(rctx):
    """The headers of the toolchain as one module, for layering_check; Bazel's module maps use it by this name."""
    roots = [r for r in ["sysroot/usr/include", "resource/include"] if rctx.path("toolchain/" + r).exists]
    headers = run(rctx, "listing the headers", ["find", "-H"] + roots + ["!", "-type", "d"], directory = "toolchain").splitlines()
    lines = ["  textual header \"{}\"".format(h) for h in sorted(headers)]
    rctx.file("toolchain/module.modulemap", "module \"crosstool\" [system] {\n" + "\n".join(lines) + "\n}\n", executable = False)

def _seal(rctx, options):
    """Into the directory toolchain; by way of SEALCC_CACHE, which several output bases may share."""
    cache, temporary = rctx.os.environ.get("SEALCC_CACHE"), {"TMPDIR": str(rctx.path("."))}
    if not cache:
        run(rctx, rctx.attr.triple, [rctx.path(rctx.attr.sealcc), "new", "toolchain", "-q"] + options, temporary)
        return
    said = run(rctx, rctx.attr.triple, [rctx.path(rctx.attr.sealcc), "env", "--format", "json", "-q"] + options, {"SEALCC_CACHE": cache})
    compiler = json.decode(said)["variables"]["CC"]
    run(rctx, "copying", ["cp", "-a", compiler[:-len("/bin/cc")], "toolchain"])

def _sealed_impl(rctx):
    attr, backend = rctx.attr, BACKENDS[rctx.attr.backend]
    rctx.report_progress("Sealing " + attr.triple)
    options = ["-t", attr.triple] + backend.options(rctx)
    options += (["--cpu", attr.cpu_level] if attr.cpu_level else []) + ([] if attr.cxx else ["--no-c++"])
    if attr.sysroot:
        options += ["--sysroot", rctx.path(attr.sysroot)]
    _seal(rctx, options)
    made = backend.bring(rctx)
    _configure(rctx, made)
    _module_map(rctx)
    nix = nix_flags(rctx) if attr.nix_flags else no_nix_flags
    rctx.file("BUILD.bazel", _BUILD.format(
        bzl = str(Label("//toolchain_bzl:toolchain.bzl")),
        triple = attr.triple,
        backend = made.files,
        builtin_include_directories = made.builtin_include_directories + nix.include_directories,
        conlyopts = repr(attr.conlyopts),
        copts = repr(attr.copts + nix.copts),
        cpu = attr.cpu,
        cxxopts = repr(attr.cxxopts),
        kind = backend.kind,
        libc = attr.libc,
        linkopts = repr(attr.linkopts + nix.linkopts),
        platform_cpu = attr.platform_cpu,
        start_end_lib = backend.start_end_lib,
    ))

_ATTRS = {
    "backend": attr.string(default = "zig", values = ["zig", "clang", "gcc"]),
    "cc_path": attr.string(doc = "The clang or gcc, absolute; of llvm or PATH else."),
    "conlyopts": attr.string_list(),
    "copts": attr.string_list(),
    "cpu": attr.string(mandatory = True),
    "cpu_level": attr.string(),
    "cxx": attr.bool(default = True),
    "cxxopts": attr.string_list(),
    "ld_path": attr.string(doc = "The linker of cc_path, absolute, if sealcc does not find it."),
    "libc": attr.string(mandatory = True),
    "linkopts": attr.string_list(),
    "llvm": attr.label(doc = "A file at the top of an LLVM."),
    "nix_flags": attr.bool(doc = "NIX_CFLAGS_COMPILE and NIX_LDFLAGS are more flags."),
    "platform_cpu": attr.string(mandatory = True),
    "sealcc": attr.label(mandatory = True),
    "strict": attr.bool(),
    "sysroot": attr.label(allow_single_file = True),
    "triple": attr.string(mandatory = True),
    "zig": attr.label(mandatory = True),
}

_ENVIRON = ["SEALCC_CACHE"]

_sealed_repository = repository_rule(
    implementation = _sealed_impl,
    attrs = _ATTRS,
    environ = _ENVIRON,
)

# A rule's environ holds for each of its repositories: made by one rule, toolchains without nix_flags would be made
# again whenever Nix's variables change.
_nix_repository = repository_rule(
    implementation = _sealed_impl,
    attrs = _ATTRS,
    environ = _ENVIRON + nix_environ,
)

def sealed_repository(name, nix_flags = False, **attributes):
    """One sealed toolchain.

    Args:
      name: of the repository.
      nix_flags: whether NIX_CFLAGS_COMPILE and NIX_LDFLAGS are more flags.
      **attributes: of the rule.
    """
    make = _nix_repository if nix_flags else _sealed_repository
    make(name = name, nix_flags = nix_flags, **attributes)
