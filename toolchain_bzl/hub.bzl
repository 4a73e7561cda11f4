"""The repository whose toolchains are registered: one toolchain() for each target, each made when it is first used."""

load(":targets.bzl", "TARGETS")
load(":zig.bzl", "host_cpu")

_TOOLCHAIN = """\
toolchain(
    name = "{name}",
    exec_compatible_with = [
        "@platforms//os:linux",
        "@platforms//cpu:{host}",
    ],
    target_compatible_with = [
        "@platforms//os:linux",
        "@platforms//cpu:{cpu}",
        "{libc}",
    ],
    toolchain = "{toolchain}",
    toolchain_type = "@bazel_tools//tools/cpp:toolchain_type",
)
"""

def _hub_impl(rctx):
    host, parts = host_cpu(rctx), ["package(default_visibility = [\"//visibility:public\"])\n"]
    for target in TARGETS:
        if target.name in rctx.attr.toolchains:
            parts.append(_TOOLCHAIN.format(
                name = target.name,
                host = host,
                cpu = target.arch.cpu,
                libc = str(Label("//libc:" + (target.libc or "unconstrained"))),
                toolchain = rctx.attr.toolchains[target.name],
            ))
    parts.append("alias(\n    name = \"sealcc\",\n    actual = \"{}\",\n)\n".format(rctx.attr.sealcc))
    rctx.file("BUILD.bazel", "\n".join(parts))

hub_repository = repository_rule(
    implementation = _hub_impl,
    attrs = {
        "sealcc": attr.string(mandatory = True, doc = "Its label."),
        "toolchains": attr.string_dict(mandatory = True, doc = "Name of a target to the label of its cc_toolchain."),
    },
)
