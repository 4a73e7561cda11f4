"""The features and tools of a cc_toolchain over sealcc's programs.

A feature is an entry of a table: which actions get which flags when which build
variable is there.  The order of the entries is the order of the command line.
What a flag means to which compiler is sealcc's business; here are only the
flags that clang and gcc agree on, but for the few that depend on `kind`.

Build variables: https://bazel.build/docs/cc-toolchain-config-reference#cctoolchainconfiginfo-build-variables
"""

load("@rules_cc//cc:action_names.bzl", "ACTION_NAMES")
load(
    "@rules_cc//cc:cc_toolchain_config_lib.bzl",
    "action_config",
    "env_entry",
    "env_set",
    "feature",
    "feature_set",
    "flag_group",
    "flag_set",
    "tool",
    "variable_with_value",
    "with_feature_set",
)

_A = ACTION_NAMES

_CPP = [
    _A.cpp_compile,
    _A.cpp_header_parsing,
    _A.cpp_module_compile,
    _A.cpp_module_codegen,
    _A.linkstamp_compile,
    _A.clif_match,
]
_PREPROCESS = [_A.c_compile, _A.preprocess_assemble] + _CPP
_COMPILE = [_A.assemble] + _PREPROCESS
_CODE = [_A.c_compile, _A.cpp_compile, _A.cpp_module_codegen, _A.linkstamp_compile, _A.lto_backend]
_LTO_INDEX = [
    _A.lto_index_for_executable,
    _A.lto_index_for_dynamic_library,
    _A.lto_index_for_nodeps_dynamic_library,
]
_LINK_EXECUTABLE = [_A.cpp_link_executable, _A.lto_index_for_executable]
_LINK_SHARED = [
    _A.cpp_link_dynamic_library,
    _A.cpp_link_nodeps_dynamic_library,
    _A.lto_index_for_dynamic_library,
    _A.lto_index_for_nodeps_dynamic_library,
]
_LINK = _LINK_EXECUTABLE + _LINK_SHARED

def _set(actions, flags, when = None, each = None, mode = None, unless = None):
    """Flags for actions: when a variable is there, for each value of one, in a mode."""
    with_features = []
    if mode:
        with_features.append(with_feature_set(features = [mode]))
    if unless:
        with_features.append(with_feature_set(not_features = [unless]))
    return flag_set(
        actions = actions,
        with_features = with_features,
        flag_groups = [flag_group(flags = flags, iterate_over = each, expand_if_available = when or each)],
    )

def _on(name, *sets):
    return feature(name = name, enabled = True, flag_sets = list(sets))

def _off(name, *sets, **kwargs):
    return feature(name = name, flag_sets = list(sets), **kwargs)

def _says(name):
    """A feature that tells Bazel something and has no flags."""
    return feature(name = name, enabled = True)

# --- compiling ----------------------------------------------------------------

def _default_compile(kind, copts, conlyopts, cxxopts):
    here = {
        # the directory that debug information and __FILE__ are relative to is the execution root, wherever that is
        "clang": ["-ffile-compilation-dir=."],
        # and headers are where gcc looked for them, not where a link leads to
        "gcc": ["-ffile-prefix-map=/proc/self/cwd=.", "-fno-canonical-system-headers"],
    }[kind]
    sets = [
        _set(_COMPILE, here + ["-fstack-protector", "-fno-omit-frame-pointer"]),
        _set(_COMPILE, ["-g"], mode = "dbg"),
        _set(_COMPILE, ["-g0", "-O2", "-DNDEBUG", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=1", "-ffunction-sections", "-fdata-sections"], mode = "opt"),
    ]
    for actions, flags in [(_COMPILE, copts), ([_A.c_compile], conlyopts), (_CPP, cxxopts)]:
        if flags:
            sets.append(_set(actions, flags))
    return _on("default_compile_flags", *sets)

def _cpu(march):
    return [_on("cpu_level", _set(_COMPILE + [_A.lto_backend], ["-march=" + march]))] if march else []

def _include_paths():
    return _on(
        "include_paths",
        _set(_PREPROCESS, ["-iquote", "%{quote_include_paths}"], each = "quote_include_paths"),
        _set(_PREPROCESS, ["-I%{include_paths}"], each = "include_paths"),
        _set(_PREPROCESS, ["-isystem", "%{system_include_paths}"], each = "system_include_paths"),
    )

def _compile_features(kind, march, copts, conlyopts, cxxopts):
    return [
        _default_compile(kind, copts, conlyopts, cxxopts),
    ] + _cpu(march) + [
        _off("all_warnings", _set(_COMPILE, ["-Wall"])),
        _off("extra_warnings", _set(_COMPILE, ["-Wall", "-Wextra"])),
        _off("treat_warnings_as_errors", _set(_COMPILE, ["-Werror"]), _set(_LINK, ["-Wl,--fatal-warnings"])),
        _on("dependency_file", _set(_COMPILE, ["-MD", "-MF", "%{dependency_file}"], when = "dependency_file")),
        _on("random_seed", _set(_CODE, ["-frandom-seed=%{output_file}"], when = "output_file")),
        _on("pic", _set(_COMPILE + [_A.lto_backend], ["-fPIC"], when = "pic")),
        _on("per_object_debug_info", _set(_CODE + [_A.assemble, _A.preprocess_assemble], ["-gsplit-dwarf", "-g"], when = "per_object_debug_info_file")),
        _on("preprocessor_defines", _set(_PREPROCESS, ["-D%{preprocessor_defines}"], each = "preprocessor_defines")),
        _on("includes", _set(_PREPROCESS, ["-include", "%{includes}"], each = "includes")),
        _include_paths(),
        _off("external_include_paths", _set(_PREPROCESS, ["-isystem", "%{external_include_paths}"], each = "external_include_paths")),
        # __DATE__ and __TIME__ by the environment, since a -D with quotes in CFLAGS does not survive a
        # build script's shell; __TIMESTAMP__ is the file's time, and nobody asks for it in a shell
        feature(
            name = "redacted_dates",
            enabled = True,
            env_sets = [env_set(actions = _COMPILE + [_A.lto_backend], env_entries = [env_entry("SOURCE_DATE_EPOCH", "0")])],
            flag_sets = [_set(_PREPROCESS, ["-Wno-builtin-macro-redefined", "-D__TIMESTAMP__=\"redacted\""])],
        ),
        _on("user_compile_flags", _set(_COMPILE + [_A.lto_backend], ["%{user_compile_flags}"], each = "user_compile_flags")),
    ]

def _headers(kind):
    """Headers by themselves: each compiles, and none includes what its library does not depend on."""
    parse = _off("parse_headers")
    if kind != "clang":
        return [parse]
    actions = [_A.c_compile] + _CPP
    return [
        parse,
        _off("module_maps"),
        _off(
            "use_module_maps",
            _set(actions, ["-fmodule-name=%{module_name}"], when = "module_name"),
            _set(actions, ["-fmodule-map-file=%{module_map_file}"], when = "module_map_file"),
        ),
        _off(
            "layering_check",
            _set(actions, ["-fmodules-strict-decluse", "-Wprivate-header"]),
            _set(actions, ["-fmodule-map-file=%{dependent_module_map_files}"], each = "dependent_module_map_files"),
            implies = ["module_maps", "use_module_maps"],
        ),
    ]

def _input_output(kind):
    no_main_file = ["-Wno-pragma-once-outside-header"] if kind == "clang" else []
    return [
        _on(
            "compiler_input_flags",
            # an object of a header: Bazel wants an output, and c++-header would be precompiled
            _set([_A.cpp_header_parsing], ["-x", "c++"] + no_main_file),
            _set(_COMPILE, ["-c", "%{source_file}"], when = "source_file"),
        ),
        _on(
            "compiler_output_flags",
            _set(_COMPILE, ["-S"], when = "output_assembly_file"),
            _set(_COMPILE, ["-E"], when = "output_preprocess_file"),
            _set(_COMPILE, ["-o", "%{output_file}"], when = "output_file"),
        ),
    ]

# --- linking ------------------------------------------------------------------

def _item(type, flags, each = None):
    return flag_group(
        expand_if_equal = variable_with_value(name = "libraries_to_link.type", value = type),
        flags = flags,
        iterate_over = each,
    )

def _libraries():
    """Objects and libraries, in the caller's order."""
    item, files = "%{libraries_to_link.name}", "libraries_to_link.object_files"
    return _on("libraries_to_link", flag_set(actions = _LINK, flag_groups = [flag_group(
        iterate_over = "libraries_to_link",
        expand_if_available = "libraries_to_link",
        flag_groups = [
            _item("object_file_group", ["-Wl,--start-lib"]),
            flag_group(flags = ["-Wl,--whole-archive"], expand_if_true = "libraries_to_link.is_whole_archive"),
            _item("object_file_group", ["%{" + files + "}"], each = files),
            _item("object_file", [item]),
            _item("interface_library", [item]),
            _item("static_library", [item]),
            _item("dynamic_library", ["-l" + item]),
            _item("versioned_dynamic_library", ["-l:" + item]),
            flag_group(flags = ["-Wl,--no-whole-archive"], expand_if_true = "libraries_to_link.is_whole_archive"),
            _item("object_file_group", ["-Wl,--end-lib"]),
        ],
    ), flag_group(flags = ["-Wl,@%{thinlto_param_file}"], expand_if_true = "thinlto_param_file")]))

def _static(static):
    return feature(name = "fully_static_link", enabled = static, flag_sets = [_set(_LINK_EXECUTABLE, ["-static"])])

def _link_features(linkopts, static):
    own = [_set(_LINK, linkopts)] if linkopts else []
    return [
        _on("default_link_flags", _set(_LINK, ["-Wl,-z,relro,-z,now"]), _set(_LINK, ["-Wl,--gc-sections"], mode = "opt"), *own),
        _static(static),
        _on("shared_flag", _set(_LINK_SHARED, ["-shared"])),
        _on("set_soname", _set(_LINK_SHARED, ["-Wl,-soname,%{runtime_solib_name}"], when = "runtime_solib_name")),
        _on("linkstamps", _set(_LINK, ["%{linkstamp_paths}"], each = "linkstamp_paths")),
        _on("output_execpath_flags", _set(_LINK, ["-o", "%{output_execpath}"], when = "output_execpath")),
        _off("generate_linkmap", _set(_LINK, ["-Wl,-Map=%{output_execpath}.map"], when = "output_execpath")),
        _on("runtime_library_search_directories", _set(_LINK, ["-Wl,-rpath,$ORIGIN/%{runtime_library_search_directories}"], each = "runtime_library_search_directories")),
        _on("library_search_directories", _set(_LINK, ["-L%{library_search_directories}"], each = "library_search_directories")),
        _libraries(),
        _on("force_pic_flags", _set(_LINK_EXECUTABLE, ["-pie"], when = "force_pic")),
        _on("user_link_flags", _set(_LINK, ["%{user_link_flags}"], each = "user_link_flags")),
        _on("strip_debug_symbols", _set(_LINK, ["-Wl,-S"], when = "strip_debug_symbols")),
        _on("linker_param_file", _set(_LINK, ["@%{linker_param_file}"], when = "linker_param_file")),
    ]

def _archive_items():
    return flag_set(actions = [_A.cpp_link_static_library], flag_groups = [flag_group(
        iterate_over = "libraries_to_link",
        expand_if_available = "libraries_to_link",
        flag_groups = [
            _item("object_file", ["%{libraries_to_link.name}"]),
            _item("object_file_group", ["%{libraries_to_link.object_files}"], each = "libraries_to_link.object_files"),
        ],
    )])

def _archive_features():
    library = [_A.cpp_link_static_library]
    return [
        _on(
            "archiver_flags",
            _set(library, ["rcsD"]),
            _set(library, ["%{user_archiver_flags}"], each = "user_archiver_flags"),
            _set(library, ["%{output_execpath}"], when = "output_execpath"),
            _archive_items(),
        ),
        _on("archiver_param_file", _set(library, ["@%{linker_param_file}"], when = "linker_param_file")),
    ]

# --- instrumentation and link-time optimisation ---------------------------------

def _sanitizer(name, which):
    flags = ["-fsanitize=" + which]
    return _off(name, _set(_COMPILE, flags + ["-fno-omit-frame-pointer", "-fno-sanitize-recover=all"]), _set(_LINK, flags))

_PROFILE = {
    "clang": struct(
        name = "llvm_coverage_map_format",
        coverage = ["-fprofile-instr-generate", "-fcoverage-mapping"],
        link = ["-fprofile-instr-generate"],
        use = ["-fprofile-use=%{fdo_profile_path}", "-Wno-profile-instr-unprofiled", "-Wno-profile-instr-out-of-date"],
        sample = "-fprofile-sample-use=%{fdo_profile_path}",
    ),
    "gcc": struct(
        name = "gcc_coverage_map_format",
        coverage = ["-fprofile-arcs", "-ftest-coverage"],
        link = ["--coverage"],
        use = ["-fprofile-use=%{fdo_profile_path}", "-fprofile-correction"],
        sample = "-fauto-profile=%{fdo_profile_path}",
    ),
}

def _profile_features(kind):
    p = _PROFILE[kind]
    generate = ["-fprofile-generate=%{fdo_instrument_path}"]
    return [
        _off("coverage"),
        _off(p.name, _set(_CODE, p.coverage), _set(_LINK, p.link), requires = [feature_set(features = ["coverage"])]),
        _off("fdo_instrument", _set(_CODE + _LINK, generate, when = "fdo_instrument_path"), provides = ["profile"]),
        _off("fdo_optimize", _set(_CODE, p.use, when = "fdo_profile_path"), provides = ["profile"]),
        _off("autofdo", _set(_CODE, [p.sample], when = "fdo_profile_path"), provides = ["profile"]),
    ]

def _thin_lto():
    compile, backend = [_A.c_compile, _A.cpp_compile], [_A.lto_backend]
    return [_off(
        "thin_lto",
        _set(compile + _LINK, ["-flto=thin"]),
        _set(compile, ["-Xclang", "-fthin-link-bitcode=%{lto_indexing_bitcode_file}"], when = "lto_indexing_bitcode_file"),
        _set(_LTO_INDEX, ["-Wl,--thinlto-index-only%{thinlto_optional_params_file}"], when = "thinlto_optional_params_file"),
        _set(_LTO_INDEX, ["-Wl,--thinlto-emit-imports-files"], when = "thinlto_prefix_replace"),
        _set(_LTO_INDEX, ["-Wl,--thinlto-prefix-replace=%{thinlto_prefix_replace}"], when = "thinlto_prefix_replace"),
        _set(_LTO_INDEX, ["-Wl,--thinlto-object-suffix-replace=%{thinlto_object_suffix_replace}"], when = "thinlto_object_suffix_replace"),
        _set(_LTO_INDEX, ["-Wl,--lto-obj-path=%{thinlto_merged_object_file}"], when = "thinlto_merged_object_file"),
        _set(backend, ["-c", "-fthinlto-index=%{thinlto_index}"], when = "thinlto_index"),
        _set(backend, ["-o", "%{thinlto_output_object_file}"], when = "thinlto_output_object_file"),
        _set(backend, ["-x", "ir", "%{thinlto_input_bitcode_file}"], when = "thinlto_input_bitcode_file"),
    )]

# --- all of it -------------------------------------------------------------------

def sealed_features(kind, march, static, supports_shared, start_end_lib, copts, conlyopts, cxxopts, linkopts):
    """The features, in the order of the command line.

    Args:
      kind: "clang" or "gcc", what the driver understands.
      march: the processor for -march=, or "".
      static: whether executables are linked with -static.
      supports_shared: whether tests and the like may use shared libraries.
      start_end_lib: whether the linker takes --start-lib.
      copts: more flags for every compile.
      conlyopts: more flags for C.
      cxxopts: more flags for C++.
      linkopts: more flags for links.

    Returns:
      a list of features.
    """
    return [
        _says("no_legacy_features"),
        _off("dbg"),
        _off("opt"),
        _off("fastbuild"),
        _says("supports_pic"),
        _says("gcc_quoting_for_param_files"),
        _says("archive_param_file"),
    ] + ([_says("supports_dynamic_linker")] if supports_shared else []) + (
        [_says("supports_start_end_lib")] if start_end_lib else []
    ) + _compile_features(kind, march, copts, conlyopts, cxxopts) + [
        _sanitizer("asan", "address"),
        _sanitizer("lsan", "leak"),
        _sanitizer("msan", "memory"),
        _sanitizer("tsan", "thread"),
        _sanitizer("ubsan", "undefined"),
    ] + _profile_features(kind) + _headers(kind) + (_thin_lto() if kind == "clang" else []) + _input_output(kind) + _link_features(linkopts, static) + _archive_features()

def _tools(actions, program, flag_sets = []):
    return [action_config(action_name = a, enabled = True, tools = [tool(path = program)], flag_sets = flag_sets) for a in actions]

def _strip_flags():
    groups = [
        flag_group(flags = ["-S", "-p", "-o", "%{output_file}"]),
        flag_group(flags = ["%{stripopts}"], iterate_over = "stripopts"),
        flag_group(flags = ["%{input_file}"]),
    ]
    return [flag_set(flag_groups = groups)]

def sealed_actions(bin):
    """Which program does what: bin/c++ links, so that C++ runtimes are there for whoever needs them."""
    return (
        _tools([_A.c_compile, _A.assemble, _A.preprocess_assemble], bin + "/cc") +
        _tools(_CPP + [_A.lto_backend] + _LINK, bin + "/c++") +
        _tools([_A.cpp_link_static_library], bin + "/ar") +
        _tools([_A.strip], bin + "/strip", _strip_flags()) +
        _tools(["objcopy_embed_data"], bin + "/objcopy")
    )
