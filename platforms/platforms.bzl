"""A platform for every architecture, processor level and libc that there are toolchains for."""

load("//toolchain_bzl:targets.bzl", "ARCHITECTURES", "CPU_LEVELS", "level_suffix", "libcs")

def _name(*parts):
    return "_".join([p for p in parts if p])

def _constraints(arch, level, libc):
    values = ["@platforms//os:linux", "@platforms//cpu:" + arch.cpu]
    if level:
        values.append(Label("//cpu:" + level))
    if libc:
        values.append(Label("//libc:" + libc))
    return values

def declare_platforms():
    """One platform() each."""
    for arch in ARCHITECTURES:
        for level in [""] + list(CPU_LEVELS.get(arch.cpu, {})):
            for libc in libcs(arch):
                native.platform(
                    name = _name("linux", arch.go, level_suffix(level) if level else "", libc),
                    constraint_values = _constraints(arch, level, libc),
                )
