"""All repositories of a project's toolchains, for MODULE.bazel and WORKSPACE alike."""

load(":hub.bzl", "hub_repository")
load(":llvm.bzl", "llvm_repository")
load(":sealed.bzl", "sealed_repository")
load(":targets.bzl", "TARGETS")
load(":tool.bzl", "tool_repository")
load(":zig.bzl", "DEFAULT_ZIG", "zig_repository")

def _check_names(names, known):
    for name in names:
        if name not in known:
            fail("sealcc: target {}: there is none of that name; write linux_amd64, linux_arm64_musl, linux_amd64_gnu.2.17, ...".format(name))

def sealcc_repositories(
        name = "sealcc_toolchains",
        backend = "zig",
        cc_path = "",
        ld_path = "",
        llvm_urls = [],
        llvm_sha256 = "",
        llvm_strip_prefix = "",
        zig_version = DEFAULT_ZIG,
        zig_sha256 = "",
        zig_urls = [],
        zig_strip_prefix = "",
        zig_path = "",
        sealcc_path = "",
        targets = [],
        cpu_level = "",
        cxx = True,
        sysroots = {},
        strict = False,
        nix_flags = False,
        copts = [],
        conlyopts = [],
        cxxopts = [],
        linkopts = []):
    """Declare zig, sealcc, a sealed toolchain for each target, and the repository that holds their toolchain()s.

    Nothing is fetched, built or sealed before a build needs it.

    Args:
      name: of the repository to register the toolchains of; the others have it as a prefix.
      backend: "zig", "clang" or "gcc"; the latter two compile against their own libc or a sysroot's.
      cc_path: a clang or gcc of this machine; else one in PATH, or llvm_urls.
      ld_path: its linker, if it is not beside it.
      llvm_urls: an archive with bin/clang, bin/ld.lld and the like.
      llvm_sha256: of it.
      llvm_strip_prefix: the directory in it that holds bin.
      zig_version: which zig.
      zig_sha256: of its archive, where this module does not know it.
      zig_urls: where it is, if not at ziglang.org.
      zig_strip_prefix: the directory in the archive that holds zig.
      zig_path: a zig of this machine instead.
      sealcc_path: a sealcc of this machine; else it is built.
      targets: linux_amd64, linux_arm64_musl, linux_amd64_gnu.2.17, ...; all if empty.
      cpu_level: the lowest processor (x86-64-v3), where the platform names none.
      cxx: with a C++ library.
      sysroots: an archive of a sysroot to the target that it is for, or several with blanks between; of zig's own libc else.
      strict: what would lose something is an error.
      nix_flags: NIX_CFLAGS_COMPILE and NIX_LDFLAGS of the environment are more flags.
      copts: more flags for every compile.
      conlyopts: more flags for C.
      cxxopts: more flags for C++.
      linkopts: more flags for links.
    """
    sysroot_of = {target: sysroot for sysroot, names in sysroots.items() for target in names.split(" ")}
    _check_names(targets + list(sysroot_of), [t.name for t in TARGETS])
    prefix = name + "_"
    zig_repository(name = prefix + "zig", path = zig_path, sha256 = zig_sha256, strip_prefix = zig_strip_prefix, urls = zig_urls, version = zig_version)
    tool_repository(name = prefix + "sealcc", path = sealcc_path, zig = "@{}zig//:zig".format(prefix))
    if llvm_urls:
        llvm_repository(name = prefix + "llvm", sha256 = llvm_sha256, strip_prefix = llvm_strip_prefix, urls = llvm_urls)
    wanted = [t for t in TARGETS if not targets or t.name in targets]
    given_libc = [t.name for t in wanted if backend != "zig" or t.name in sysroot_of]
    repository_of = {t.name: "sysroot_" + t.name if t.name in given_libc else t.sealed for t in wanted}
    for repository, target in {repository_of[t.name]: t for t in wanted}.items():
        given = target.name in given_libc  # the glibc of a sysroot, or of gcc
        sealed_repository(
            name = prefix + repository,
            backend = backend,
            cc_path = cc_path,
            conlyopts = conlyopts,
            copts = copts,
            cpu = target.arch.bazel,
            cpu_level = cpu_level,
            cxx = cxx,
            cxxopts = cxxopts,
            ld_path = ld_path,
            libc = "musl" if not target.glibc else "glibc" if given else "glibc_" + target.glibc,
            linkopts = linkopts,
            llvm = "@{}llvm//:BUILD.bazel".format(prefix) if llvm_urls else None,
            nix_flags = nix_flags,
            platform_cpu = target.arch.cpu,
            sealcc = "@{}sealcc//:sealcc".format(prefix),
            strict = strict,
            sysroot = sysroot_of.get(target.name) if given else None,
            triple = target.arch.gnu if given else target.triple,
            zig = "@{}zig//:zig".format(prefix),
        )
    hub_repository(
        name = name,
        sealcc = "@{}sealcc//:sealcc".format(prefix),
        toolchains = {t.name: "@{}{}//:cc".format(prefix, repository_of[t.name]) for t in wanted},
    )
