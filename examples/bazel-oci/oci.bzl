"""A multi-architecture image of one program, as an OCI image layout.

No network, and no tool but layout.rs beside this file.
"""

def _impl(ctx):
    out = ctx.actions.declare_directory(ctx.label.name)
    args = ctx.actions.args()
    args.add("--out", out.path)
    args.add("--name", ctx.attr.entrypoint)
    inputs = []
    for binary, arch in ctx.attr.binaries.items():
        file = binary[DefaultInfo].files_to_run.executable
        inputs.append(file)
        args.add("--program")
        args.add_all([arch, file])
    for base, arch in ctx.attr.bases.items():
        inputs += base.files.to_list()
        for file in base.files.to_list():
            args.add("--base")
            args.add_all([arch, file])
    if ctx.attr.stamp:
        inputs += [ctx.info_file, ctx.version_file]
        args.add_all([ctx.info_file, ctx.version_file], before_each = "--status")
    ctx.actions.run(
        executable = ctx.executable._layout,
        arguments = [args],
        inputs = inputs,
        mnemonic = "OciLayout",
        outputs = [out],
    )
    return [DefaultInfo(files = depset([out]))]

oci_layout = rule(
    implementation = _impl,
    attrs = {
        "bases": attr.label_keyed_string_dict(allow_files = [".tar"], doc = "Layers below the program (tar archives) to architecture."),
        "binaries": attr.label_keyed_string_dict(mandatory = True, doc = "Program to architecture, in Go's words."),
        "entrypoint": attr.string(mandatory = True, doc = "The program's path in the image."),
        "stamp": attr.bool(doc = "Tag by time and commit (STABLE_GIT_COMMIT of --workspace_status_command); else by content."),
        "_layout": attr.label(default = ":layout", executable = True, cfg = "exec"),
    },
)
