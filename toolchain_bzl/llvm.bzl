"""An LLVM, downloaded."""

def _llvm_impl(rctx):
    attr = rctx.attr
    if not attr.sha256:
        fail("llvm: {}: without llvm_sha256; give it, so that what comes is what was meant".format(attr.urls[0]))
    rctx.download_and_extract(url = attr.urls, sha256 = attr.sha256, stripPrefix = attr.strip_prefix)
    if not rctx.path("bin/clang").exists:
        fail("llvm: {}: has no bin/clang at its top; give llvm_strip_prefix".format(attr.urls[0]))
    rctx.file("BUILD.bazel", "")

llvm_repository = repository_rule(
    implementation = _llvm_impl,
    attrs = {
        "sha256": attr.string(),
        "strip_prefix": attr.string(),
        "urls": attr.string_list(mandatory = True),
    },
)
