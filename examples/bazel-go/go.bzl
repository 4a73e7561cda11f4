"""cgo by the C++ toolchain, without rules_go: `go build` as an action."""

load("@rules_cc//cc:action_names.bzl", "ACTION_NAMES")
load("@rules_cc//cc:find_cc_toolchain.bzl", "find_cpp_toolchain", "use_cc_toolchain")
load("@rules_cc//cc/common:cc_common.bzl", "cc_common")

def _go_repository_impl(rctx):
    go = rctx.os.environ.get("GO") or rctx.which("go")
    if not go:
        fail("go: not in PATH; install it, or give --repo_env=GO=/a/go")
    result = rctx.execute([go, "env", "GOROOT"])
    if result.return_code:
        fail("go: {}: {}".format(go, result.stderr.strip()))
    for name in ["bin", "lib", "pkg", "src", "go.env", "VERSION"]:
        rctx.symlink(result.stdout.strip() + "/" + name, name)
    rctx.file("BUILD.bazel", """\
package(default_visibility = ["//visibility:public"])

exports_files(["bin/go"])

filegroup(
    name = "root",
    srcs = ["go.env", "VERSION"] + glob(
        ["bin/go", "pkg/include/**", "pkg/tool/**", "src/**", "lib/**"],
        allow_empty = True,
        exclude = ["**/testdata/**", "src/**/*_test.go"],
    ),
)
""")

_go_repository = repository_rule(
    implementation = _go_repository_impl,
    environ = ["GO", "PATH"],
)

def _system_go_impl(_mctx):
    _go_repository(name = "go")

system_go = module_extension(implementation = _system_go_impl)

# of @platforms//cpu to Go's
_GOARCH = {
    "@platforms//cpu:aarch64": "arm64",
    "@platforms//cpu:armv7": "arm",
    "@platforms//cpu:riscv64": "riscv64",
    "@platforms//cpu:x86_64": "amd64",
}

# $PWD is only known when the action runs, and go wants absolute paths
_BUILD = """\
export CC="$PWD/$CC" CXX="$PWD/$CXX" GOROOT="$PWD/$GOROOT" HOME="$PWD/.go" GOCACHE="$PWD/.go/cache" GOPATH="$PWD/.go"
out="$PWD/$1"
cd "$2" && exec "$GOROOT/bin/go" build -trimpath -buildvcs=false -ldflags="-buildid= -linkmode=external" -o "$out" .
"""

def _cgo_binary_impl(ctx):
    toolchain = find_cpp_toolchain(ctx)
    features = cc_common.configure_features(ctx = ctx, cc_toolchain = toolchain, requested_features = ctx.features)
    compiler = {
        name: cc_common.get_tool_for_action(feature_configuration = features, action_name = action)
        for name, action in {"CC": ACTION_NAMES.c_compile, "CXX": ACTION_NAMES.cpp_compile}.items()
    }
    program = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.run_shell(
        outputs = [program],
        inputs = depset(ctx.files.srcs + ctx.files._go, transitive = [toolchain.all_files]),
        command = _BUILD,
        arguments = [program.path, ctx.files.srcs[0].dirname],
        env = compiler | {
            "CGO_ENABLED": "1",
            "GOARCH": ctx.attr.goarch,
            "GOFLAGS": "-mod=mod",
            "GOOS": "linux",
            "GOPROXY": "off",
            "GOROOT": ctx.file._go_program.dirname.rpartition("/")[0],
            "GOTELEMETRY": "off",
            "GOTOOLCHAIN": "local",
            "PATH": "/usr/bin:/bin",
        },
        mnemonic = "GoBuild",
        progress_message = "Building %{label}",
    )
    return DefaultInfo(executable = program, files = depset([program]))

_cgo_binary = rule(
    implementation = _cgo_binary_impl,
    attrs = {
        "goarch": attr.string(mandatory = True),
        "srcs": attr.label_list(allow_files = True, mandatory = True),
        "_go": attr.label(default = "@go//:root"),
        "_go_program": attr.label(allow_single_file = True, default = "@go//:bin/go"),
    },
    executable = True,
    fragments = ["cpp"],
    toolchains = use_cc_toolchain(),
)

def cgo_binary(name, **kwargs):
    """A Go program with C in it.

    Args:
      name: of the program.
      **kwargs: srcs, the files of its one package, go.mod among them.
    """
    _cgo_binary(name = name, goarch = select(_GOARCH), **kwargs)
