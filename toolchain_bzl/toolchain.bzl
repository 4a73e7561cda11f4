"""What the BUILD file of a sealed toolchain's repository holds."""

load("@rules_cc//cc/toolchains:cc_toolchain.bzl", "cc_toolchain")
load(":config.bzl", "sealed_config")
load(":targets.bzl", "CPU_LEVELS")

_DIR = "toolchain"

def _files(name, programs, globs = [], backend = []):
    native.filegroup(
        name = name,
        srcs = [_DIR + "/bin/" + p for p in programs] + [_DIR + "/sealcc.conf"] + backend +
               native.glob([_DIR + "/" + g for g in globs], allow_empty = True),
    )

def _march(cpu, default):
    """The platform's level, else the toolchain's own."""
    levels = CPU_LEVELS.get(cpu, {})
    return select(
        {str(Label("//cpu:" + name)): level.march for name, level in levels.items()} |
        {"//conditions:default": default},
    )

def sealed_toolchain(name, triple, platform_cpu, cpu, libc, backend, builtin_include_directories = [], kind = "clang", march = "", start_end_lib = True, copts = [], conlyopts = [], cxxopts = [], linkopts = []):
    """A cc_toolchain over the sealed toolchain in the directory "toolchain".

    Every action gets the files that it reads, and no others.

    Args:
      name: of the cc_toolchain.
      triple: the target.
      platform_cpu: of @platforms//cpu.
      cpu: what Bazel's own toolchain calls it.
      libc: "musl", "glibc_2.28".
      backend: the files of the compiler that the programs run.
      builtin_include_directories: of the compiler, where they are on this machine; in the sealed toolchain else.
      kind: "clang" or "gcc".
      march: the lowest processor, unless the platform says one.
      start_end_lib: whether the linker takes --start-lib.
      copts: more flags for every compile.
      conlyopts: more flags for C.
      cxxopts: more flags for C++.
      linkopts: more flags for links.
    """

    # by crtbegin.o clang knows the directory of a gcc in a sysroot (clang's Gnu.cpp)
    headers = ["sysroot/**/include/**", "sysroot/**/crtbegin.o", "resource/include/**"]
    libraries = ["sysroot/**/*.a", "sysroot/**/*.o", "sysroot/**/*.so", "sysroot/**/*.so.*", "resource/lib/**", "host-lib/**"]
    backend = backend + native.glob(["backend/gcc/**"], allow_empty = True, exclude = ["backend/gcc/plugin/**"])
    compilers = ["cc", "c++", "clang", "clang++"]  # these call themselves as clang for long lines
    linkers = compilers + ["ld", "ld.lld", "rustc-linker"]
    _files(name + "_ar_files", ["ar", "ranlib"], backend = backend)
    _files(name + "_as_files", compilers, ["resource/include/**", "sysroot/**/crtbegin.o"], backend)
    _files(name + "_compiler_files", compilers, headers, backend)
    _files(name + "_linker_files", linkers, libraries, backend)
    _files(name + "_strip_files", ["strip"], backend = backend)
    _files(name + "_objcopy_files", ["objcopy", "strip", "nm"], backend = backend)
    _files(name + "_all_files", linkers + ["ar", "ranlib", "nm", "strip", "objcopy"], headers + libraries, backend)
    native.filegroup(name = name + "_no_files")
    sealed_config(
        name = name + "_config",
        builtin_include_directories = [
            _DIR + "/" + d
            for d in ["sysroot/usr/include/c++/v1", "resource/include", "sysroot/usr/include"]
        ] + builtin_include_directories,
        conlyopts = conlyopts,
        copts = copts,
        cpu = cpu,
        cxxopts = cxxopts,
        directory = _DIR,
        kind = kind,
        libc = libc,
        linkopts = linkopts,
        march = _march(platform_cpu, march),
        start_end_lib = start_end_lib,
        static = select({
            str(Label("//link:static")): True,
            "//conditions:default": False,
        }),
        # a musl program is static unless it is linked with something shared, and then needs musl's loader to run
        supports_shared = libc != "musl",
        triple = triple,
    )
    cc_toolchain(
        name = name,
        all_files = name + "_all_files",
        ar_files = name + "_ar_files",
        as_files = name + "_as_files",
        compiler_files = name + "_compiler_files",
        coverage_files = name + "_no_files",
        dwp_files = name + "_no_files",
        linker_files = name + "_linker_files",
        module_map = _DIR + "/module.modulemap",
        objcopy_files = name + "_objcopy_files",
        strip_files = name + "_strip_files",
        supports_header_parsing = True,
        supports_param_files = True,
        toolchain_config = name + "_config",
        toolchain_identifier = "sealcc-" + triple,
        visibility = ["//visibility:public"],
    )
