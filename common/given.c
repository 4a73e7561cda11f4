/* clang is told where everything is; gcc knows its own, and takes few of these
 * options: clang's Options.td, the GCC manual, Directory Options. */
#include <stdlib.h>

#include "given.h"
#include "mem.h"

static void add_clang(struct plan *p, const struct toolchain *tc, bool cxx)
{
	static const char *const rtlib[] = { "--rtlib=compiler-rt", "--rtlib=libgcc" };
	static const char *const unwindlib[] = { "--unwindlib=libunwind", "--unwindlib=libgcc" };
	static const char *const stdlib[] = { "-stdlib=libc++", "-stdlib=libstdc++" };
	plan_add(p, rtlib[tc->runtime], "given-runtime");
	plan_add(p, unwindlib[tc->runtime], "given-runtime");
	if (tc->gcc_install_dir)
		plan_add(p, mem_cat("--gcc-install-dir=", tc->gcc_install_dir, NULL), "given-driver");
	else if (tc->runtime == RUNTIME_COMPILER_RT && tc->cxx_library == CXX_LIBCXX && *tc->sysroot)
		plan_add(p, "--gcc-toolchain=/dev/null", "no-host-gcc");
	/* a C driver compiles C++, too, and libstdc++ is what clang takes by itself */
	if (!tc->has_cxx || (!cxx && tc->cxx_library == CXX_LIBSTDCXX))
		return;
	plan_add(p, stdlib[tc->cxx_library], "given-runtime");
	if (tc->cxx_library == CXX_LIBSTDCXX || !*tc->sysroot)
		return;
	/* or clang takes those that stand near itself */
	plan_add(p, "-stdlib++-isystem", "cxx-headers");
	plan_add(p, toolchain_sysroot(tc, "", "usr/include/c++/v1"), "cxx-headers");
}

static void add_resource(struct plan *p, const struct toolchain *tc)
{
	if (tc->resource && !*tc->resource)
		return;
	plan_add(p, "-resource-dir", "resource-dir");
	plan_add(p, tc->resource ? tc->resource : toolchain_path(tc, "resource"), "resource-dir");
}

void given_front(struct plan *p, const struct toolchain *tc, bool cxx)
{
	bool clang = tc->driver_kind == DRIVER_CLANG;
	if (clang)
		plan_add(p, "--no-default-config", "no-host-config");
	if (clang && cxx)
		plan_add(p, "--driver-mode=g++", "cxx-mode");
	if (tc->sysroot && *tc->sysroot)
		plan_add(p, mem_cat("--sysroot=", tc->sysroot, NULL), "sysroot");
	if (clang)
		add_resource(p, tc);
	if (tc->cpu)
		plan_add(p, tc->cpu, "cpu-level");
	if (clang)
		plan_add(p, "--start-no-unused-arguments", "no-unused");
	plan_add(p, toolchain_option(tc, "-B", "bin"), "own-tools");
	if (clang) {
		add_clang(p, tc, cxx);
		plan_add(p, "--end-no-unused-arguments", "no-unused");
	}
}

/* clang takes an SDK and the oldest version from the environment, but only where no
 * option names one. */
void given_macos(struct plan *p, const struct toolchain *tc)
{
	char buf[64];
	const char *oldest = triple_floor(&tc->target, buf, sizeof buf);
	if (!getenv("SDKROOT"))
		plan_add(p, toolchain_option(tc, "-isysroot", "sysroot"), "sysroot");
	if (oldest && !getenv("MACOSX_DEPLOYMENT_TARGET"))
		plan_add(p, mem_cat("-mmacosx-version-min=", oldest, NULL), "target");
}

void given_last(struct plan *p)
{
	plan_add(p, "-fuse-ld=lld", "given-linker");
}

bool given_lacks_runtimes(const struct toolchain *tc)
{
	return !tc->given || (tc->driver_kind == DRIVER_CLANG && (!tc->resource || *tc->resource));
}
