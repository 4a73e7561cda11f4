/* What other build systems call an architecture and a system: asked by the command line tool
 * only, so that no shim carries it. */
#include "triplerow.h"

/* GOARM 5 is what Go calls soft float; 7,softfloat is newer than many a Go.
 * meson has no ppc64le: the byte order is a field of its own there. */
static const struct facts {
	const char *go, *goarm, *cmake, *qemu, *meson;
} facts[ROWS] = {
	[X86_64] = { "amd64", NULL, "x86_64", "x86_64", "x86_64" },
	[AARCH64] = { "arm64", NULL, "aarch64", "aarch64", "aarch64" },
	[ARMV7_HF] = { "arm", "7", "armv7l", "arm", "arm" },
	[ARMV7_SF] = { "arm", "5", "armv7l", "arm", "arm" },
	[ARM_HF] = { "arm", "6", "armv6l", "arm", "arm" },
	[ARM_SF] = { "arm", "5", "armv6l", "arm", "arm" },
	[X86] = { "386", NULL, "i686", "i386", "x86" },
	[RISCV64] = { "riscv64", NULL, "riscv64", "riscv64", "riscv64" },
	[POWERPC64LE] = { "ppc64le", NULL, "ppc64le", "ppc64le", "ppc64" },
	[S390X] = { "s390x", NULL, "s390x", "s390x", "s390x" },
	[WASM32] = { "wasm", NULL, "wasm32", "wasm32", "wasm32" },
};

const char *triple_arch_go(const struct triple *t)
{
	return facts[triple_row(t)].go;
}

const char *triple_arch_goarm(const struct triple *t)
{
	return facts[triple_row(t)].goarm;
}

const char *triple_arch_cmake(const struct triple *t)
{
	return facts[triple_row(t)].cmake;
}

const char *triple_arch_qemu(const struct triple *t)
{
	return facts[triple_row(t)].qemu;
}

const char *triple_arch_meson(const struct triple *t)
{
	return facts[triple_row(t)].meson;
}

static const struct system {
	const char *name, *title;
} systems[] = {
	[SYSTEM_LINUX] = { "linux", "Linux" },
	[SYSTEM_WINDOWS] = { "windows", "Windows" },
	[SYSTEM_MACOS] = { "darwin", "macOS" },
	[SYSTEM_WASI] = { "wasi", "WASI" },
};

const char *triple_system_name(const struct triple *t)
{
	return systems[triple_system(t)].name;
}

const char *triple_system_title(const struct triple *t)
{
	return systems[triple_system(t)].title;
}
