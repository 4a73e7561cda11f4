"""A platform for every architecture, processor level and libc that there are toolchains for."""

load("//toolchain_bzl:targets.bzl", "ARCHITECTURES", "CPU_LEVELS", "libcs", "platform_name")

def _constraints(arch, level, libc):
    values = ["@platforms//os:linux", "@platforms//cpu:" + arch.cpu]
    if level:
        values.append(Label("//cpu:" + level))
    if libc:
        values.append(Label("//libc:" + libc))
    return values

def declare_platforms(name = "platforms"):  # buildifier: disable=unused-variable
    """One platform() each.

    Args:
      name: is not used.
    """
    for arch in ARCHITECTURES:
        for level in [""] + list(CPU_LEVELS.get(arch.cpu, {})):
            for libc in libcs(arch):
                native.platform(
                    name = platform_name(arch, level, libc),
                    constraint_values = _constraints(arch, level, libc),
                )
