"""A platform for every architecture, processor level and libc that there are toolchains for."""

load("//toolchain_bzl:targets.bzl", "PLATFORMS")

def _constraints(platform):
    values = ["@platforms//os:linux", "@platforms//cpu:" + platform.target.arch.cpu]
    if platform.level:
        values.append(Label("//cpu:" + platform.level))
    if platform.target.libc:
        values.append(Label("//libc:" + platform.target.libc))
    return values

def declare_platforms(name = "platforms"):  # buildifier: disable=unused-variable
    """One platform() each.

    Args:
      name: is not used.
    """
    for name, platform in PLATFORMS.items():
        native.platform(
            name = name,
            constraint_values = _constraints(platform),
        )
