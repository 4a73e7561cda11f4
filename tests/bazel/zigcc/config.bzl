"""A C++ toolchain as other projects make it of `zig cc`: for tests/bazel/bench only."""

load("@rules_cc//cc:cc_toolchain_config_lib.bzl", "feature", "tool_path")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")

_TOOLS = {
    "ar": "ar",
    "cpp": "cc",
    "gcc": "cc",
    "gcov": "/bin/false",
    "ld": "cc",
    "nm": "/bin/false",
    "objdump": "/bin/false",
    "strip": "/bin/false",
}

def _impl(ctx):
    return cc_common.create_cc_toolchain_config_info(
        ctx = ctx,
        toolchain_identifier = "zigcc",
        compiler = "clang",
        target_cpu = "k8",
        target_libc = "glibc_2.28",
        target_system_name = "x86_64-linux-gnu",
        cxx_builtin_include_directories = [ctx.label.workspace_root + "/lib"],
        features = [
            feature(name = "supports_pic", enabled = True),
            feature(name = "supports_dynamic_linker", enabled = True),
        ],
        tool_paths = [tool_path(name = name, path = path) for name, path in _TOOLS.items()],
    )

zigcc_config = rule(
    implementation = _impl,
    provides = [CcToolchainConfigInfo],
)
