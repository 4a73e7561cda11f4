"""The processor level of a platform, for rustc."""

load(":targets.bzl", "CPU_LEVELS")

def rustc_level_flags(cpu):
    """For extra_rustc_flags of a rust_toolchain: the level that the target platform names.

    Args:
      cpu: of @platforms//cpu.

    Returns:
      a select() of flags.
    """
    levels = CPU_LEVELS.get(cpu, {})
    return select(
        {str(Label("//cpu:" + name)): level.rustc for name, level in levels.items()} |
        {"//conditions:default": []},
    )
