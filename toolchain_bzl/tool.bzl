"""The program sealcc, built from its sources by zig alone: no make, no host compiler."""

load(":zig.bzl", "host_cpu")

_FLAGS = ["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-D_XOPEN_SOURCE=700", "-O2", "-g0", "-ffunction-sections", "-fdata-sections", "-fno-asynchronous-unwind-tables", "-fno-sanitize=all", "-static", "-s", "-Wl,--gc-sections"]

def run(rctx, what, command, environment = {}, directory = ""):
    """Run a command with nothing of the environment but PATH; its failure is one clear error.

    Args:
      rctx: of a repository rule.
      what: what fails then.
      command: its words.
      environment: more variables.
      directory: where it runs.

    Returns:
      its standard output.
    """
    quiet = {name: "" for name in ["HOME", "XDG_CACHE_HOME", "SEALCC_CACHE", "CPATH", "C_INCLUDE_PATH", "LIBRARY_PATH"]}
    result = rctx.execute(command, environment = quiet | environment, working_directory = directory, timeout = 3600)
    if result.return_code:
        fail("sealcc: {}: {}".format(what, (result.stderr + result.stdout).strip()))
    return result.stdout

def _sources(root, directory, leave_out = []):
    names = [f.basename for f in root.get_child(directory).readdir()]
    return [directory + "/" + n for n in sorted(names) if n.endswith(".c") and n not in leave_out]

def _build(rctx, zig):
    root = rctx.path(Label("//:Makefile")).dirname
    if hasattr(rctx, "watch_tree"):
        for directory in ["common", "wrappers", "runtime"]:
            rctx.watch_tree(root.get_child(directory))
    here = str(rctx.path("."))
    cache = {"ZIG_GLOBAL_CACHE_DIR": here + "/cache", "ZIG_LOCAL_CACHE_DIR": here + "/cache"}
    compile = [zig, "cc", "-target", host_cpu(rctx) + "-linux-musl"] + _FLAGS
    parts = _sources(root, "common", ["shims.c"])
    rctx.file("parts/verified.inc", _verified(rctx))
    for source in _sources(root, "wrappers"):  # each is a program that sealcc has inside
        shim = source.removeprefix("wrappers/").removesuffix(".c")
        rctx.report_progress("Building " + shim)
        run(rctx, "building " + shim, compile + ["-o", here + "/parts/" + shim, source] + parts, cache, str(root))
    rctx.report_progress("Building sealcc")
    flags = ["-I" + here + "/parts", "-DSHIM_DIR=\"" + here + "/parts\""]
    sources = _sources(root, "wrappers/sealcc") + _sources(root, "common")
    run(rctx, "building sealcc", compile + flags + ["-o", here + "/sealcc"] + sources, cache, str(root))
    rctx.delete("cache")
    rctx.delete("parts")

def _verified(rctx):
    """As the Makefile makes it: what is verified, as rows of a C table."""
    rows = []
    for line in rctx.read(Label("//:tests/targets/verified")).splitlines():
        target, _, versions = line.partition(" ")
        rows.append("\t{ \"%s\", \"%s\" },\n" % (target, versions))
    return "".join(rows)

def _tool_impl(rctx):
    path = rctx.attr.path or rctx.os.environ.get("SEALCC_BIN")
    if path and not rctx.path(path).exists:
        fail("sealcc: path {}: is not there; correct it, or leave it out to build sealcc".format(path))
    if path:
        rctx.symlink(path, "sealcc")
    else:
        _build(rctx, rctx.path(rctx.attr.zig).realpath)
    rctx.file("BUILD.bazel", "exports_files([\"sealcc\"], visibility = [\"//visibility:public\"])\n")

tool_repository = repository_rule(
    implementation = _tool_impl,
    attrs = {
        "path": attr.string(doc = "A sealcc of this machine, which is not built then. SEALCC_BIN in the environment does the same."),
        "zig": attr.label(mandatory = True),
    },
    environ = ["SEALCC_BIN"],
)
