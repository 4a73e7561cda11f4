"""The rustc of this machine as rust_toolchain()s of rules_rust: nothing is downloaded.

For builds without a network, as in Nix: rustc and the standard libraries of the
targets come from the system.  Crates that need cargo itself are not served.
"""

load(":targets.bzl", "ARCHITECTURES")

_HEAD = """\
load("{levels}", "rustc_level_flags")
load("{rules_rust}", "rust_stdlib_filegroup", "rust_toolchain")

package(default_visibility = ["//visibility:public"])

filegroup(
    name = "rustc_lib",
    srcs = glob(["lib/*.so*"], allow_empty = True),
)
"""

_TARGET = """
rust_stdlib_filegroup(
    name = "std-{target}",
    srcs = glob(["lib/rustlib/{target}/lib/**"], allow_empty = True),
)

rust_toolchain(
    name = "rust-{target}",
    binary_ext = "",
    default_edition = "{edition}",
    dylib_ext = ".so",
    exec_triple = "{host}",
    extra_rustc_flags = {extra},
    rust_doc = "bin/rustdoc",
    rust_std = ":std-{target}",
    rustc = "bin/rustc",
    rustc_lib = ":rustc_lib",
    staticlib_ext = ".a",
    stdlib_linkflags = {linkflags},
    target_triple = "{target}",
)

toolchain(
    name = "{target}",
    exec_compatible_with = [
        "@platforms//cpu:{host_cpu}",
        "@platforms//os:linux",
    ],
    target_compatible_with = {constraints},
    toolchain = ":rust-{target}",
    toolchain_type = "{toolchain_type}",
)
"""

def _ask(rctx, rustc, arguments):
    result = rctx.execute([rustc] + arguments)
    if result.return_code:
        fail("rustc: {} {}: {}".format(rustc, " ".join(arguments), result.stderr.strip()))
    return result.stdout.strip()

def _link_all(rctx, directory, below):
    for file in rctx.path(directory).readdir() if rctx.path(directory).exists else []:
        if "." in file.basename:
            rctx.symlink(file, below + "/" + file.basename)

def _architecture(target):
    for arch in ARCHITECTURES:
        if target in (arch.gnu, arch.musl):
            return arch
    fail("rustc: target {}: is none of sealcc's; write {}".format(target, ", ".join([a.gnu for a in ARCHITECTURES])))

def _constraints(target):
    arch = _architecture(target)
    libc = [str(Label("//libc:musl"))] if target == arch.musl else []
    return repr(["@platforms//os:linux", "@platforms//cpu:" + arch.cpu] + libc)

def _system_rust_impl(rctx):
    rustc = rctx.attr.rustc or rctx.which("rustc")
    if not rustc or not rctx.path(rustc).exists:
        fail("rustc: {}: is not there; install it, or give rustc = \"/a/rustc\"".format(rustc or "not in PATH"))
    rustc = str(rctx.path(rustc))
    host = [line[len("host: "):] for line in _ask(rctx, rustc, ["-vV"]).splitlines() if line.startswith("host: ")][0]
    rctx.symlink(rustc, "bin/rustc")
    rctx.symlink(rustc[:-len("rustc")] + "rustdoc", "bin/rustdoc")
    if rctx.attr.own_libraries:
        _link_all(rctx, _ask(rctx, rustc, ["--print", "sysroot"]) + "/lib", "lib")
    rules_rust = rctx.attr.rules_rust
    parts = [_HEAD.format(levels = str(Label("//toolchain_bzl:levels.bzl")), rules_rust = str(rules_rust))]
    for target in rctx.attr.targets or [host]:
        directory = _ask(rctx, rustc, ["--print", "target-libdir", "--target", target])
        if not rctx.path(directory).exists:
            fail("rustc: {}: has no standard library, {} is not there; install it".format(target, directory))
        _link_all(rctx, directory, "lib/rustlib/{}/lib".format(target))
        parts.append(_TARGET.format(
            constraints = _constraints(target),
            edition = rctx.attr.edition,
            extra = "rustc_level_flags(\"%s\")" % _architecture(target).cpu,
            host = host,
            host_cpu = _architecture(host).cpu,
            linkflags = repr([] if "musl" in target else ["-lpthread", "-ldl"]),
            target = target,
            toolchain_type = str(rules_rust).rpartition("//")[0] + "//rust:toolchain_type",
        ))
    rctx.file("BUILD.bazel", "".join(parts))

system_rust_repository = repository_rule(
    implementation = _system_rust_impl,
    attrs = {
        "edition": attr.string(default = "2021"),
        "own_libraries": attr.bool(doc = "rustc is from rustup and such: its libraries are in lib beside bin."),
        "rules_rust": attr.label(mandatory = True, doc = "@rules_rust//rust:toolchain.bzl, as the project sees it."),
        "rustc": attr.string(doc = "Absolute; else the one in PATH."),
        "targets": attr.string_list(doc = "Rust's triples; the machine's own if empty. Their standard libraries must be there."),
    },
    environ = ["PATH"],
)
