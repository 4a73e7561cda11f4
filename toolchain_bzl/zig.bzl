"""zig, downloaded or found: only its binary is an input of actions, its library is read when sealing."""

# zig's own archives (https://ziglang.org/download): version -> host -> SHA-256.
ZIG_VERSIONS = {
}

DEFAULT_ZIG = "0.14.1"

_CPUS = {"amd64": "x86_64", "x86_64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}

def host_cpu(rctx):
    """The machine that Bazel runs on, as @platforms//cpu names it.

    Args:
      rctx: of a repository rule.

    Returns:
      "x86_64" or "aarch64".
    """
    cpu = _CPUS.get(rctx.os.arch)
    if not rctx.os.name.startswith("linux") or not cpu:
        fail("sealcc: {} on {}: no programs for this machine yet; build on Linux, x86_64 or aarch64".format(rctx.os.arch, rctx.os.name))
    return cpu

def _archive(version, host):
    """zig-linux-x86_64-0.13.0 up to 0.14.0, zig-x86_64-linux-0.14.1 since."""
    number = [int(n) for n in version.split(".")]
    form = "zig-{cpu}-linux-{version}" if number >= [0, 14, 1] else "zig-linux-{cpu}-{version}"
    return form.format(cpu = host, version = version)

def _download(rctx):
    host, version = host_cpu(rctx), rctx.attr.version
    name = _archive(version, host)
    sha256 = rctx.attr.sha256 or ZIG_VERSIONS.get(version, {}).get(host)
    if not sha256:
        fail("zig {}: its SHA-256 for {} is not known here; give sha256 (and urls), or path = \"/a/zig\"; known: {}".format(
            version,
            host,
            ", ".join(sorted(ZIG_VERSIONS)),
        ))
    urls = rctx.attr.urls or ["https://ziglang.org/download/{}/{}.tar.xz".format(version, name)]
    wheel = urls[0].endswith(".whl")  # the Python package ziglang has zig in a directory of that name
    rctx.download_and_extract(
        url = urls,
        output = "sdk",
        sha256 = sha256,
        stripPrefix = rctx.attr.strip_prefix or ("ziglang" if wheel else name),
        type = "zip" if wheel else "",
    )
    if not rctx.path("sdk/zig").exists:
        fail("zig {}: {} has no zig at its top; give strip_prefix".format(version, urls[0]))
    if wheel:
        rctx.execute(["chmod", "755", "sdk/zig"])
    return rctx.path("sdk/zig")

def _given(rctx, path):
    if not path.startswith("/"):
        fail("zig: path {}: is relative; give an absolute one, or SEALCC_ZIG".format(path))
    zig = rctx.path(path)
    if not zig.exists:
        fail("zig: path {}: is not there; correct it, or leave path out to download zig {}".format(path, rctx.attr.version))
    return zig.realpath

def _zig_impl(rctx):
    path = rctx.attr.path or rctx.os.environ.get("SEALCC_ZIG")
    rctx.symlink(_given(rctx, path) if path else _download(rctx), "zig")
    rctx.file("BUILD.bazel", "exports_files([\"zig\"])\n")

zig_repository = repository_rule(
    implementation = _zig_impl,
    attrs = {
        "path": attr.string(doc = "A zig of this machine, absolute; nothing is downloaded then. SEALCC_ZIG in the environment does the same."),
        "sha256": attr.string(),
        "strip_prefix": attr.string(doc = "The directory in the archive that holds zig."),
        "urls": attr.string_list(),
        "version": attr.string(mandatory = True),
    },
    environ = ["SEALCC_ZIG"],
)
