"""sealcc in MODULE.bazel:

    bazel_dep(name = "sealcc", version = "...")
    sealcc = use_extension("@sealcc//toolchain_bzl:extensions.bzl", "sealcc")
    use_repo(sealcc, "sealcc_toolchains")
    register_toolchains("@sealcc_toolchains//:all")
"""

load(":repositories.bzl", "sealcc_repositories")
load(":rust.bzl", "system_rust_repository")
load(":zig.bzl", "DEFAULT_ZIG")

_toolchain = tag_class(
    doc = "Without any such tag: sealcc_toolchains, from zig " + DEFAULT_ZIG + ", for all targets.",
    attrs = {
        "backend": attr.string(default = "zig", doc = "zig, clang or gcc.", values = ["zig", "clang", "gcc"]),
        "cc_path": attr.string(doc = "A clang or gcc of this machine, absolute."),
        "conlyopts": attr.string_list(),
        "copts": attr.string_list(),
        "cpu_level": attr.string(doc = "The lowest processor (x86-64-v3), where the platform names none."),
        "cxx": attr.bool(default = True, doc = "With a C++ library."),
        "cxxopts": attr.string_list(),
        "ld_path": attr.string(doc = "The linker of cc_path, where it is not beside it."),
        "linkopts": attr.string_list(),
        "llvm_sha256": attr.string(),
        "llvm_strip_prefix": attr.string(),
        "llvm_urls": attr.string_list(doc = "An archive of LLVM, for backend = \"clang\"."),
        "name": attr.string(default = "sealcc_toolchains", doc = "The repository with the toolchains to register."),
        "nix_flags": attr.bool(doc = "NIX_CFLAGS_COMPILE and NIX_LDFLAGS are more flags."),
        "sealcc_path": attr.string(doc = "A sealcc of this machine; else it is built."),
        "strict": attr.bool(),
        "sysroots": attr.label_keyed_string_dict(doc = "Archives of sysroots (`sealcc sysroot`) to the targets that they are for."),
        "targets": attr.string_list(doc = "linux_amd64, linux_arm64_musl, ...; all if empty."),
        "zig_path": attr.string(doc = "A zig of this machine, absolute; nothing is downloaded."),
        "zig_sha256": attr.string(),
        "zig_strip_prefix": attr.string(),
        "zig_urls": attr.string_list(),
        "zig_version": attr.string(default = DEFAULT_ZIG),
    },
)

_system_rust = tag_class(
    doc = "The rustc of this machine as toolchains of rules_rust; register @NAME//:all.",
    attrs = {
        "edition": attr.string(default = "2021"),
        "name": attr.string(default = "system_rust"),
        "own_libraries": attr.bool(),
        "rules_rust": attr.label(mandatory = True, doc = "@rules_rust//rust:toolchain.bzl"),
        "rustc": attr.string(doc = "Absolute; else the one in PATH."),
        "targets": attr.string_list(doc = "Rust's triples; the machine's own if empty."),
    },
)

def _attributes(tag):
    return {a: getattr(tag, a) for a in dir(tag)}

def _impl(mctx):
    # the root module decides; a dependency's own wish for a compiler counts for nothing
    done = False
    for module in mctx.modules:
        if module.is_root:
            for tag in module.tags.toolchain:
                sealcc_repositories(**_attributes(tag))
                done = done or tag.name == "sealcc_toolchains"
            for tag in module.tags.system_rust:
                system_rust_repository(**_attributes(tag))
    if not done:
        sealcc_repositories()

sealcc = module_extension(
    implementation = _impl,
    tag_classes = {"system_rust": _system_rust, "toolchain": _toolchain},
)
