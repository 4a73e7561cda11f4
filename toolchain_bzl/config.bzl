"""The rule that makes a sealed toolchain's CcToolchainConfigInfo."""

load("@rules_cc//cc:cc_toolchain_config_lib.bzl", "tool_path")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/toolchains:cc_toolchain_config_info.bzl", "CcToolchainConfigInfo")
load(":features.bzl", "sealed_actions", "sealed_features")

# Tools that rules ask for by name.  sealcc has none of the last five: a rule that needs one gets
# an error that says so, not a program that always fails.
_TOOLS = {
    "ar": "ar",
    "cpp": "cc",
    "gcc": "cc",
    "ld": "ld",
    "nm": "nm",
    "objcopy": "objcopy",
    "strip": "strip",
    "dwp": "none-dwp",
    "gcov": "none-gcov",
    "llvm-cov": "none-llvm-cov",
    "llvm-profdata": "none-llvm-profdata",
    "objdump": "none-objdump",
}

def _impl(ctx):
    bin = ctx.attr.directory + "/bin"
    return cc_common.create_cc_toolchain_config_info(
        ctx = ctx,
        toolchain_identifier = "sealcc-" + ctx.attr.triple,
        compiler = ctx.attr.kind,
        target_cpu = ctx.attr.cpu,
        target_libc = ctx.attr.libc,
        target_system_name = ctx.attr.triple,
        host_system_name = "local",
        abi_version = ctx.attr.libc,
        abi_libc_version = ctx.attr.libc,
        cxx_builtin_include_directories = ctx.attr.builtin_include_directories,
        features = sealed_features(
            kind = ctx.attr.kind,
            march = ctx.attr.march,
            static = ctx.attr.static,
            supports_shared = ctx.attr.supports_shared,
            start_end_lib = ctx.attr.start_end_lib,
            copts = ctx.attr.copts,
            conlyopts = ctx.attr.conlyopts,
            cxxopts = ctx.attr.cxxopts,
            linkopts = ctx.attr.linkopts,
        ),
        action_configs = sealed_actions(bin),
        tool_paths = [tool_path(name = name, path = bin + "/" + path) for name, path in _TOOLS.items()],
    )

sealed_config = rule(
    implementation = _impl,
    attrs = {
        "builtin_include_directories": attr.string_list(doc = "Below this package, or absolute."),
        "conlyopts": attr.string_list(),
        "copts": attr.string_list(),
        "cpu": attr.string(mandatory = True),
        "cxxopts": attr.string_list(),
        "directory": attr.string(mandatory = True, doc = "Where the sealed toolchain is, below this package."),
        "kind": attr.string(mandatory = True, values = ["clang", "gcc"]),
        "libc": attr.string(mandatory = True),
        "linkopts": attr.string_list(),
        "march": attr.string(),
        "start_end_lib": attr.bool(),
        "static": attr.bool(),
        "supports_shared": attr.bool(),
        "triple": attr.string(mandatory = True),
    },
    provides = [CcToolchainConfigInfo],
)
