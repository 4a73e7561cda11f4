"""Which platforms have toolchains: tables, for constraints, platforms and repositories alike."""

# go: as in rules_go's and hermetic_cc_toolchain's platform names.  cpu: of @platforms//cpu.
# inspect: of `sealcc inspect`.  bazel: what Bazel's own toolchain calls it.  gnu_since: glibc's first version there.
ARCHITECTURES = [
    struct(go = "amd64", inspect = "x86_64", cpu = "x86_64", bazel = "k8", gnu = "x86_64-unknown-linux-gnu", musl = "x86_64-unknown-linux-musl", gnu_since = 17),
    struct(go = "arm64", inspect = "aarch64", cpu = "aarch64", bazel = "aarch64", gnu = "aarch64-unknown-linux-gnu", musl = "aarch64-unknown-linux-musl", gnu_since = 17),
    struct(go = "arm", inspect = "arm", cpu = "armv7", bazel = "arm", gnu = "armv7-unknown-linux-gnueabihf", musl = "armv7-unknown-linux-musleabihf", gnu_since = 17),
    struct(go = "386", inspect = "i686", cpu = "x86_32", bazel = "piii", gnu = "i686-unknown-linux-gnu", musl = "i686-unknown-linux-musl", gnu_since = 17),
    struct(go = "riscv64", inspect = "riscv64", cpu = "riscv64", bazel = "riscv64", gnu = "riscv64gc-unknown-linux-gnu", musl = "riscv64gc-unknown-linux-musl", gnu_since = 27),
    struct(go = "ppc64le", inspect = "powerpc64le", cpu = "ppc64le", bazel = "ppc", gnu = "powerpc64le-unknown-linux-gnu", musl = "powerpc64le-unknown-linux-musl", gnu_since = 17),
    struct(go = "s390x", inspect = "s390x", cpu = "s390x", bazel = "s390x", gnu = "s390x-unknown-linux-gnu", musl = "s390x-unknown-linux-musl", gnu_since = 17),
]

# What a platform that names no libc gets: Debian 10, RHEL 8.
DEFAULT_GLIBC = "2.28"

GLIBCS = ["2.%d" % minor for minor in range(17, 43)]

def _x86_level(n):
    name = "x86-64" if n == 1 else "x86-64-v%d" % n
    return struct(march = name, rustc = ["-Ctarget-cpu=" + name])

# what each level of ARMv8 adds, by the names of rustc, which knows no levels (as in common/cpurust.c)
_ARM_ADDS = [
    [],
    ["crc", "lse", "rdm"],
    ["ras", "dpb"],
    ["rcpc", "paca", "pacg", "jsconv", "fcma"],
    ["dotprod", "flagm", "dit", "rcpc2"],
    ["sb", "ssbs", "bti", "frintts", "dpb2"],
    ["bf16", "i8mm"],
]

def _arm_level(major, minor):
    """ARMv9.n is ARMv8.(n+5) and SVE2."""
    last = minor + (5 if major == 9 else 0)
    features = [f for adds in _ARM_ADDS[:last + 1] for f in adds] + (["sve2"] if major == 9 else [])
    return struct(
        march = "armv%d%s-a" % (major, ".%d" % minor if minor else ""),
        rustc = ["-Ctarget-feature=" + ",".join(["+" + f for f in features])] if features else [],
    )

# constraint_value name -> clang's and rustc's words for the level, by the cpu of the platform
CPU_LEVELS = {
    "x86_64": {"x86-64-v%d" % n: _x86_level(n) for n in range(1, 5)},
    "aarch64": {"armv8.%d-a" % n: _arm_level(8, n) for n in range(0, 10)} |
               {"armv9.%d-a" % n: _arm_level(9, n) for n in range(0, 7)},
}

def level_suffix(name):
    """How a level is spelled in a platform's name: v3, v8.2a."""
    return name[len("x86-64-"):] if name.startswith("x86-64-") else name[len("arm"):].replace("-a", "a")

def _libcs(arch):
    """The libcs of an architecture: ("", "gnu", "musl", "gnu.2.17", ...); "" is the default."""
    return ["", "gnu", "musl"] + ["gnu." + v for v in GLIBCS if int(v[2:]) >= arch.gnu_since]

def _target_name(arch, libc):
    """linux_amd64, linux_arm64_musl, ..."""
    return "linux_" + arch.go + ("_" + libc if libc else "")

def _target(arch, libc):
    glibc = "" if libc == "musl" else libc[len("gnu."):] if libc.startswith("gnu.") else DEFAULT_GLIBC
    return struct(
        name = _target_name(arch, libc),
        arch = arch,
        libc = libc,  # in //libc; "" where the platform names none
        glibc = glibc,  # its version, "" for musl
        # of the repository: the default libc, gnu and gnu.2.28 are one toolchain
        sealed = _target_name(arch, "gnu." + glibc if glibc else libc),
        triple = arch.gnu + "." + glibc if glibc else arch.musl,
    )

TARGETS = [_target(arch, libc) for arch in ARCHITECTURES for libc in _libcs(arch)]

def _platform_name(target, level):
    """linux_amd64, linux_arm64_v8.2a_gnu.2.28, ..."""
    return "_".join([p for p in ["linux", target.arch.go, level_suffix(level) if level else "", target.libc] if p])

# name -> its target and the name of its processor level, "" for none
PLATFORMS = {
    _platform_name(target, level): struct(level = level, target = target)
    for target in TARGETS
    for level in [""] + list(CPU_LEVELS.get(target.arch.cpu, {}))
}

def platform_claims(name):
    """What a program for a platform has to be.

    Args:
      name: of the platform, without its package.

    Returns:
      rules for `sealcc inspect --require`, None for an unknown platform.
    """
    if name not in PLATFORMS:
        return None
    target = PLATFORMS[name].target
    return "arch={},{}".format(target.arch.inspect, "glibc<=" + target.glibc if target.glibc else "libc=musl:static")
