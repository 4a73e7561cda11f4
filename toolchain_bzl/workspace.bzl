"""sealcc in WORKSPACE:

    load("@sealcc//toolchain_bzl:workspace.bzl", "sealcc_toolchains")
    sealcc_toolchains()
"""

load(":repositories.bzl", "sealcc_repositories")

def sealcc_toolchains(name = "sealcc_toolchains", register = True, **kwargs):
    """Declare the repositories and register their toolchains.

    Args:
      name: of the repository with the toolchains.
      register: whether to register them.
      **kwargs: as sealcc_repositories has them.
    """
    sealcc_repositories(name = name, **kwargs)
    if register:
        native.register_toolchains("@{}//:all".format(name))
