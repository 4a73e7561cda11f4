"""All repositories of a project's toolchains, for MODULE.bazel and WORKSPACE alike."""

load(":hub.bzl", "hub_repository", "target_name")
load(":sealed.bzl", "sealed_repository")
load(":targets.bzl", "ARCHITECTURES", "DEFAULT_GLIBC", "libcs", "triple")
load(":tool.bzl", "tool_repository")
load(":zig.bzl", "DEFAULT_ZIG", "zig_repository")

def all_targets():
    """The names of all targets: linux_amd64, linux_arm64_gnu.2.17, ..."""
    return [target_name(arch, libc) for arch in ARCHITECTURES for libc in libcs(arch)]

def _libc_name(libc):
    return "musl" if libc == "musl" else "glibc_" + (libc[len("gnu."):] if libc.startswith("gnu.") else DEFAULT_GLIBC)

def sealcc_repositories(
        name = "sealcc_toolchains",
        zig_version = DEFAULT_ZIG,
        zig_sha256 = "",
        zig_urls = [],
        zig_strip_prefix = "",
        zig_path = "",
        sealcc_path = "",
        targets = [],
        cpu_level = "",
        cxx = True,
        strict = False,
        copts = [],
        conlyopts = [],
        cxxopts = [],
        linkopts = []):
    """Declare zig, sealcc, a sealed toolchain for each target, and the repository that holds their toolchain()s.

    Nothing is fetched, built or sealed before a build needs it.

    Args:
      name: of the repository to register the toolchains of; the others have it as a prefix.
      zig_version: which zig.
      zig_sha256: of its archive, where this module does not know it.
      zig_urls: where it is, if not at ziglang.org.
      zig_strip_prefix: the directory in the archive that holds zig.
      zig_path: a zig of this machine instead.
      sealcc_path: a sealcc of this machine; else it is built.
      targets: linux_amd64, linux_arm64_musl, linux_amd64_gnu.2.17, ...; all if empty.
      cpu_level: the lowest processor (x86-64-v3), where the platform names none.
      cxx: with a C++ library.
      strict: what would lose something is an error.
      copts: more flags for every compile.
      conlyopts: more flags for C.
      cxxopts: more flags for C++.
      linkopts: more flags for links.
    """
    unknown = [t for t in targets if t not in all_targets()]
    if unknown:
        fail("sealcc: target {}: there is none of that name; write linux_amd64, linux_arm64_musl, linux_amd64_gnu.2.17, ...".format(unknown[0]))
    prefix = name + "_"
    zig_repository(name = prefix + "zig", path = zig_path, sha256 = zig_sha256, strip_prefix = zig_strip_prefix, urls = zig_urls, version = zig_version)
    tool_repository(name = prefix + "sealcc", path = sealcc_path, zig = "@{}zig//:zig".format(prefix))
    toolchains = {}
    for arch in ARCHITECTURES:
        for libc in libcs(arch):
            target = target_name(arch, libc)
            if targets and target not in targets:
                continue
            sealed_repository(
                name = prefix + target,
                conlyopts = conlyopts,
                copts = copts,
                cpu = arch.bazel,
                cpu_level = cpu_level,
                cxx = cxx,
                cxxopts = cxxopts,
                libc = _libc_name(libc),
                linkopts = linkopts,
                platform_cpu = arch.cpu,
                sealcc = "@{}sealcc//:sealcc".format(prefix),
                strict = strict,
                triple = triple(arch, libc),
                zig = "@{}zig//:zig".format(prefix),
            )
            toolchains[target] = "@{}{}//:cc".format(prefix, target)
    hub_repository(name = name, sealcc = "@{}sealcc//:sealcc".format(prefix), toolchains = toolchains)
