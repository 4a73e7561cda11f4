"""sealcc in WORKSPACE:

    load("@sealcc//toolchain_bzl:workspace.bzl", "sealcc_toolchains")
    sealcc_toolchains()
"""

load(":repositories.bzl", "sealcc_repositories")
load(":rust.bzl", "system_rust_repository")

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

def sealcc_system_rust(name = "system_rust", register = True, **kwargs):
    """The rustc of this machine as toolchains of rules_rust.

    Args:
      name: of their repository.
      register: whether to register them.
      **kwargs: as system_rust_repository has them.
    """
    system_rust_repository(name = name, **kwargs)
    if register:
        native.register_toolchains("@{}//:all".format(name))
