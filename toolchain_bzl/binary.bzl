"""One program for many platforms, and tests that each is for the platform it claims.

    sealcc_binary(
        name = "server_arm64",
        actual = ":server",
        platform = "@sealcc//platforms:linux_arm64_gnu.2.28",
    )

    sealcc_platform_test(
        name = "server_arm64_platform_test",
        binary = ":server_arm64",
        platform = "@sealcc//platforms:linux_arm64_gnu.2.28",
    )

or both, for each platform of a list, as server_linux_amd64, server_linux_arm64, ...:

    sealcc_binaries(
        name = "server_platforms",
        actual = ":server",
        platforms = ["linux_amd64", "linux_arm64"],
    )
"""

load(":targets.bzl", "platform_claims")

def _transition_impl(_settings, attr):
    # the suffix makes the output directory of each platform one that people can read
    return {
        "//command_line_option:platforms": str(attr.platform),
        "//command_line_option:platform_suffix": attr.platform.name,
    }

_to_platform = transition(
    implementation = _transition_impl,
    inputs = [],
    outputs = ["//command_line_option:platforms", "//command_line_option:platform_suffix"],
)

def _binary_impl(ctx):
    actual = ctx.attr.actual[0] if type(ctx.attr.actual) == "list" else ctx.attr.actual
    file = actual[DefaultInfo].files_to_run.executable
    if not file:
        fail("sealcc_binary: {}: is no program; actual takes a cc_binary, rust_binary and the like".format(actual.label))
    out = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(output = out, target_file = file, is_executable = True)
    runfiles = ctx.runfiles([out]).merge(actual[DefaultInfo].default_runfiles)
    info = [DefaultInfo(executable = out, files = depset([out]), runfiles = runfiles)]
    for provider in [OutputGroupInfo, RunEnvironmentInfo]:
        if provider in actual:
            info.append(actual[provider])
    return info

sealcc_binary = rule(
    implementation = _binary_impl,
    attrs = {
        "actual": attr.label(mandatory = True, cfg = _to_platform),
        "platform": attr.label(mandatory = True),
        "_allowlist_function_transition": attr.label(default = "@bazel_tools//tools/allowlists/function_transition_allowlist"),
    },
    executable = True,
)

_SCRIPT = """\
#!/bin/sh
cd "${{TEST_SRCDIR:-$0.runfiles}}/{workspace}" || exit
exec ./{sealcc} inspect --require '{require}' {binary}
"""

def _test_impl(ctx):
    script = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.write(script, _SCRIPT.format(
        binary = ctx.executable.binary.short_path,
        require = ctx.attr.require,
        sealcc = ctx.executable.sealcc.short_path,
        workspace = ctx.workspace_name,
    ), is_executable = True)
    return [DefaultInfo(executable = script, runfiles = ctx.runfiles([ctx.executable.binary, ctx.executable.sealcc]))]

_platform_test = rule(
    implementation = _test_impl,
    attrs = {
        "binary": attr.label(mandatory = True, executable = True, cfg = "target"),
        "require": attr.string(mandatory = True),
        "sealcc": attr.label(mandatory = True, executable = True, cfg = "exec", allow_single_file = True),
    },
    test = True,
)

def sealcc_platform_test(name, binary, platform, require = "", sealcc = "@sealcc_toolchains//:sealcc", **kwargs):
    """A test that fails when a program is not for the platform it claims to be for.

    Args:
      name: of the test.
      binary: a sealcc_binary, or any program.
      platform: one of @sealcc//platforms, which says what is required.
      require: more, or all of it for another platform, as `sealcc inspect --require` takes it.
      sealcc: the program to look with.
      **kwargs: as every test has them.
    """
    claims = platform_claims(platform.rpartition(":")[2])
    if not claims and not require:
        fail("sealcc_platform_test: {}: is none of @sealcc//platforms; say what to require".format(platform))
    _platform_test(
        name = name,
        binary = binary,
        require = ",".join([r for r in [claims, require] if r]),
        sealcc = sealcc,
        **kwargs
    )

def sealcc_binaries(name, actual, platforms, **kwargs):
    """One program for each platform: PROGRAM_PLATFORM, and tests that it is for that platform.

    Args:
      name: of the suite of these tests.
      actual: the program.
      platforms: names in @sealcc//platforms; or a dict, of what the programs' names end with instead to them.
      **kwargs: of each sealcc_binary.
    """
    suffixes = platforms if type(platforms) == "dict" else {p: p for p in platforms}
    tests = []
    for suffix, platform in suffixes.items():
        label = str(Label("//platforms:" + platform))
        binary = "{}_{}".format(actual.rpartition(":")[2], suffix)
        tests.append(binary + "_platform_test")
        sealcc_binary(name = binary, actual = actual, platform = label, **kwargs)
        sealcc_platform_test(name = tests[-1], binary = ":" + binary, platform = label)
    native.test_suite(name = name, tests = tests)
