"""zig, downloaded or found: only its binary is an input of actions, its library is read when sealing."""

# zig's own archives (https://ziglang.org/download): version -> host -> SHA-256.
ZIG_VERSIONS = {
    "0.11.0": {
        "aarch64": "956eb095d8ba44ac6ebd27f7c9956e47d92937c103bf754745d0a39cdaa5d4c6",
        "x86_64": "2d00e789fec4f71790a6e7bf83ff91d564943c5ee843c5fd966efc474b423047",
    },
    "0.12.0": {
        "aarch64": "754f1029484079b7e0ca3b913a0a2f2a6afd5a28990cb224fe8845e72f09de63",
        "x86_64": "c7ae866b8a76a568e2d5cfd31fe89cdb629bdd161fdd5018b29a4a0a17045cad",
    },
    "0.12.1": {
        "aarch64": "27d4fef393e8d8b5f3b1d19f4dd43bfdb469b4ed17bbc4c2283c1b1fe650ef7f",
        "x86_64": "8860fc9725c2d9297a63008f853e9b11e3c5a2441217f99c1e3104cc6fa4a443",
    },
    "0.13.0": {
        "aarch64": "041ac42323837eb5624068acd8b00cd5777dac4cf91179e8dad7a7e90dd0c556",
        "x86_64": "d45312e61ebcc48032b77bc4cf7fd6915c11fa16e4aad116b66c9468211230ea",
    },
    "0.14.0": {
        "aarch64": "ab64e3ea277f6fc5f3d723dcd95d9ce1ab282c8ed0f431b4de880d30df891e4f",
        "x86_64": "473ec26806133cf4d1918caf1a410f8403a13d979726a9045b421b685031a982",
    },
    "0.14.1": {
        "aarch64": "f7a654acc967864f7a050ddacfaa778c7504a0eca8d2b678839c21eea47c992b",
        "x86_64": "24aeeec8af16c381934a6cd7d95c807a8cb2cf7df9fa40d359aa884195c4716c",
    },
    "0.15.1": {
        "aarch64": "bb4a8d2ad735e7fba764c497ddf4243cb129fece4148da3222a7046d3f1f19fe",
        "x86_64": "c61c5da6edeea14ca51ecd5e4520c6f4189ef5250383db33d01848293bfafe05",
    },
    "0.15.2": {
        "aarch64": "958ed7d1e00d0ea76590d27666efbf7a932281b3d7ba0c6b01b0ff26498f667f",
        "x86_64": "02aa270f183da276e5b5920b1dac44a63f1a49e55050ebde3aecc9eb82f93239",
    },
    "0.16.0": {
        "aarch64": "ea4b09bfb22ec6f6c6ceac57ab63efb6b46e17ab08d21f69f3a48b38e1534f17",
        "x86_64": "70e49664a74374b48b51e6f3fdfbf437f6395d42509050588bd49abe52ba3d00",
    },
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
