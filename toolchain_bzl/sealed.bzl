"""One sealed toolchain as a repository: made when a build first needs its target."""

load(":tool.bzl", "run")

_BUILD = """\
load("{bzl}", "sealed_toolchain")

package(default_visibility = ["//visibility:public"])

exports_files(["zig"])

sealed_toolchain(
    name = "cc",
    triple = "{triple}",
    backend = ["zig"],
    conlyopts = {conlyopts},
    copts = {copts},
    cpu = "{cpu}",
    cxxopts = {cxxopts},
    libc = "{libc}",
    linkopts = {linkopts},
    platform_cpu = "{platform_cpu}",
)
"""

def _configure(rctx, zig):
    """Name the compiler by where it is in this repository, so that no path of this machine is in an input."""
    lines = [
        "driver = ../zig" if line.endswith(" = " + str(zig)) else line
        for line in rctx.read("toolchain/sealcc.conf").splitlines()
    ]
    lines.append("rpath = origin")
    if rctx.attr.strict:
        lines.append("strict = yes")
    rctx.file("toolchain/sealcc.conf", "\n".join(lines) + "\n", executable = False)

def _module_map(rctx):
    """The headers of the toolchain as one module, for layering_check; Bazel's module maps use it by this name."""
    roots = ["sysroot/usr/include", "resource/include"]
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
    attr, zig = rctx.attr, rctx.path(rctx.attr.zig).realpath
    rctx.report_progress("Sealing " + attr.triple)
    options = ["-t", attr.triple, "--zig", zig] + (["--cpu", attr.cpu_level] if attr.cpu_level else []) + ([] if attr.cxx else ["--no-c++"])
    if attr.sysroot:
        options += ["--sysroot", rctx.path(attr.sysroot)]
    _seal(rctx, options)
    rctx.symlink(rctx.path(attr.zig), "zig")
    _configure(rctx, zig)
    _module_map(rctx)
    rctx.file("BUILD.bazel", _BUILD.format(
        bzl = str(Label("//toolchain_bzl:toolchain.bzl")),
        triple = attr.triple,
        conlyopts = repr(attr.conlyopts),
        copts = repr(attr.copts),
        cpu = attr.cpu,
        cxxopts = repr(attr.cxxopts),
        libc = attr.libc,
        linkopts = repr(attr.linkopts),
        platform_cpu = attr.platform_cpu,
    ))

sealed_repository = repository_rule(
    implementation = _sealed_impl,
    attrs = {
        "conlyopts": attr.string_list(),
        "copts": attr.string_list(),
        "cpu": attr.string(mandatory = True),
        "cpu_level": attr.string(),
        "cxx": attr.bool(default = True),
        "cxxopts": attr.string_list(),
        "libc": attr.string(mandatory = True),
        "linkopts": attr.string_list(),
        "platform_cpu": attr.string(mandatory = True),
        "sealcc": attr.label(mandatory = True),
        "strict": attr.bool(),
        "sysroot": attr.label(allow_single_file = True),
        "triple": attr.string(mandatory = True),
        "zig": attr.label(mandatory = True),
    },
    environ = ["SEALCC_CACHE"],
)
