/* Every spelling is read, every dialect written, and nothing else taken. */
#include <stdlib.h>
#include "../../common/triple.h"
#include "tap.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static const struct {
	const char *s, *rust;
	unsigned major, minor;
} good[] = {
	/* rust, llvm */
	{ "x86_64-unknown-linux-gnu", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x86_64-unknown-linux-musl", "x86_64-unknown-linux-musl", 0, 0 },
	{ "aarch64-unknown-linux-gnu", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "aarch64-unknown-linux-musl", "aarch64-unknown-linux-musl", 0, 0 },
	{ "armv7-unknown-linux-gnueabihf", "armv7-unknown-linux-gnueabihf", 0, 0 },
	{ "armv7-unknown-linux-musleabihf", "armv7-unknown-linux-musleabihf", 0, 0 },
	{ "armv7-unknown-linux-gnueabi", "armv7-unknown-linux-gnueabi", 0, 0 },
	{ "arm-unknown-linux-gnueabihf", "arm-unknown-linux-gnueabihf", 0, 0 },
	{ "arm-unknown-linux-musleabi", "arm-unknown-linux-musleabi", 0, 0 },
	{ "thumbv7neon-unknown-linux-gnueabihf", "armv7-unknown-linux-gnueabihf", 0, 0 },
	{ "i686-unknown-linux-gnu", "i686-unknown-linux-gnu", 0, 0 },
	{ "i586-unknown-linux-musl", "i686-unknown-linux-musl", 0, 0 },
	{ "riscv64gc-unknown-linux-gnu", "riscv64gc-unknown-linux-gnu", 0, 0 },
	{ "riscv64-unknown-linux-musl", "riscv64gc-unknown-linux-musl", 0, 0 },
	{ "powerpc64le-unknown-linux-gnu", "powerpc64le-unknown-linux-gnu", 0, 0 },
	{ "s390x-unknown-linux-gnu", "s390x-unknown-linux-gnu", 0, 0 },
	/* the same words under other names */
	{ "amd64-linux-gnu", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x86-64-linux-gnu", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x86-64-pc-linux-gnu", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x86-64-linux", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x64-linux-musl", "x86_64-unknown-linux-musl", 0, 0 },
	{ "arm64-linux-gnu", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "ppc64le-linux-gnu", "powerpc64le-unknown-linux-gnu", 0, 0 },
	{ "ppc64el-linux-gnu", "powerpc64le-unknown-linux-gnu", 0, 0 },
	{ "armv7l-linux-gnueabihf", "armv7-unknown-linux-gnueabihf", 0, 0 },
	{ "armv6l-unknown-linux-gnueabihf", "arm-unknown-linux-gnueabihf", 0, 0 },
	/* vendors, or none */
	{ "x86_64-pc-linux-gnu", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x86_64-alpine-linux-musl", "x86_64-unknown-linux-musl", 0, 0 },
	{ "aarch64-none-linux-gnu", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "aarch64--linux-gnu", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "x86_64-suse-linux", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "x86_64-linux", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "arm-linux", "armv7-unknown-linux-gnueabihf", 0, 0 },
	/* Debian, GNU */
	{ "x86_64-linux-gnu", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "i386-linux-gnu", "i686-unknown-linux-gnu", 0, 0 },
	{ "arm-linux-gnueabihf", "armv7-unknown-linux-gnueabihf", 0, 0 },
	{ "arm-linux-gnueabi", "arm-unknown-linux-gnueabi", 0, 0 },
	{ "powerpc64le-linux-gnu", "powerpc64le-unknown-linux-gnu", 0, 0 },
	/* zig, with what its verbose lines show */
	{ "x86_64-linux-gnu.2.17", "x86_64-unknown-linux-gnu", 2, 17 },
	{ "x86-linux-musl", "i686-unknown-linux-musl", 0, 0 },
	{ "arm-linux-musleabihf", "armv7-unknown-linux-musleabihf", 0, 0 },
	{ "arm-linux-gnueabihf.2.28", "armv7-unknown-linux-gnueabihf", 2, 28 },
	{ "aarch64-linux.5.10-gnu.2.28", "aarch64-unknown-linux-gnu", 2, 28 },
	{ "aarch64-linux.5.10...6.1-gnu.2.17", "aarch64-unknown-linux-gnu", 2, 17 },
	{ "aarch64-linux.5.10", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "x86_64-unknown-linux5.10.0-gnu2.28.0", "x86_64-unknown-linux-gnu", 2, 28 },
	{ "armv7a-unknown-linux5.10.0-gnueabihf2.34.0", "armv7-unknown-linux-gnueabihf", 2, 34 },
	{ "aarch64-unknown-linux4.19.0-musl", "aarch64-unknown-linux-musl", 0, 0 },
	{ "i386-unknown-linux4.19.0-gnu2.28.0", "i686-unknown-linux-gnu", 2, 28 },
	/* a floor behind rust's spelling */
	{ "aarch64-unknown-linux-gnu.2.28", "aarch64-unknown-linux-gnu", 2, 28 },
	{ "armv7-unknown-linux-gnueabihf.2.17.1", "armv7-unknown-linux-gnueabihf", 2, 17 },
	{ "x86_64-linux-gnu.2.0", "x86_64-unknown-linux-gnu", 2, 0 },
	/* Go */
	{ "linux/amd64", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "linux/arm64", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "linux/arm", "armv7-unknown-linux-gnueabihf", 0, 0 },
	{ "linux/386", "i686-unknown-linux-gnu", 0, 0 },
	{ "linux/riscv64", "riscv64gc-unknown-linux-gnu", 0, 0 },
	{ "linux/ppc64le", "powerpc64le-unknown-linux-gnu", 0, 0 },
	{ "linux/s390x", "s390x-unknown-linux-gnu", 0, 0 },
	/* Bazel */
	{ "linux_amd64", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "linux_arm64", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "linux_x86_64", "x86_64-unknown-linux-gnu", 0, 0 },
	{ "linux_x86_64_musl", "x86_64-unknown-linux-musl", 0, 0 },
	{ "linux_x86_gnu", "i686-unknown-linux-gnu", 0, 0 },
	{ "linux_arm64_gnu", "aarch64-unknown-linux-gnu", 0, 0 },
	{ "linux_amd64_gnu.2.28", "x86_64-unknown-linux-gnu", 2, 28 },
	{ "linux_arm_musl", "armv7-unknown-linux-musleabihf", 0, 0 },
	{ "linux_arm_gnueabi", "arm-unknown-linux-gnueabi", 0, 0 },
	/* Windows */
	{ "x86_64-pc-windows-gnu", "x86_64-pc-windows-gnu", 0, 0 },
	{ "x86_64-pc-windows-gnullvm", "x86_64-pc-windows-gnullvm", 0, 0 },
	{ "i686-pc-windows-gnu", "i686-pc-windows-gnu", 0, 0 },
	{ "i686-pc-windows-gnullvm", "i686-pc-windows-gnullvm", 0, 0 },
	{ "i686-w64-windows-gnu", "i686-pc-windows-gnu", 0, 0 },
	{ "aarch64-pc-windows-gnullvm", "aarch64-pc-windows-gnullvm", 0, 0 },
	{ "aarch64-pc-windows-gnu", "aarch64-pc-windows-gnullvm", 0, 0 },
	{ "x86_64-w64-mingw32", "x86_64-pc-windows-gnu", 0, 0 },
	{ "i686-w64-mingw32", "i686-pc-windows-gnu", 0, 0 },
	{ "x86_64-w64-windows-gnu", "x86_64-pc-windows-gnu", 0, 0 },
	{ "x86_64-pc-windows", "x86_64-pc-windows-gnu", 0, 0 },
	{ "x86_64-windows-gnu", "x86_64-pc-windows-gnu", 0, 0 },
	{ "x86-windows-gnu", "i686-pc-windows-gnu", 0, 0 },
	{ "x86_64-unknown-windows10.0-gnu", "x86_64-pc-windows-gnu", 0, 0 },
	{ "aarch64-w64-mingw32", "aarch64-pc-windows-gnullvm", 0, 0 },
	{ "aarch64-windows-gnu", "aarch64-pc-windows-gnullvm", 0, 0 },
	{ "windows/386", "i686-pc-windows-gnu", 0, 0 },
	{ "windows/amd64", "x86_64-pc-windows-gnu", 0, 0 },
	{ "windows/arm64", "aarch64-pc-windows-gnullvm", 0, 0 },
	{ "windows_x86_64", "x86_64-pc-windows-gnu", 0, 0 },
	{ "windows_amd64_gnullvm", "x86_64-pc-windows-gnullvm", 0, 0 },
	/* macOS */
	{ "x86_64-apple-darwin", "x86_64-apple-darwin", 0, 0 },
	{ "aarch64-apple-darwin", "aarch64-apple-darwin", 0, 0 },
	{ "arm64-apple-darwin", "aarch64-apple-darwin", 0, 0 },
	{ "aarch64-apple-darwin20", "aarch64-apple-darwin", 0, 0 },
	{ "aarch64-apple-darwin20.6.0", "aarch64-apple-darwin", 0, 0 },
	{ "aarch64-apple-darwin.12.3", "aarch64-apple-darwin", 12, 3 },
	{ "x86_64-apple-macosx", "x86_64-apple-darwin", 0, 0 },
	{ "x86_64-apple-macosx10.12", "x86_64-apple-darwin", 10, 12 },
	{ "arm64-apple-macosx11.0.0", "aarch64-apple-darwin", 11, 0 },
	{ "arm64-apple-macos14", "aarch64-apple-darwin", 14, 0 },
	{ "x86_64-macos", "x86_64-apple-darwin", 0, 0 },
	{ "aarch64-macos", "aarch64-apple-darwin", 0, 0 },
	{ "aarch64-macos.11.0", "aarch64-apple-darwin", 11, 0 },
	{ "aarch64-macos.13", "aarch64-apple-darwin", 13, 0 },
	{ "aarch64-macos.11.7.1-none", "aarch64-apple-darwin", 11, 7 },
	{ "darwin/arm64", "aarch64-apple-darwin", 0, 0 },
	{ "darwin_amd64", "x86_64-apple-darwin", 0, 0 },
	{ "macos_arm64", "aarch64-apple-darwin", 0, 0 },
	{ "wasm32-wasip1", "wasm32-wasip1", 0, 0 },
	{ "wasm32-wasi", "wasm32-wasip1", 0, 0 },
	{ "wasm32-unknown-wasi", "wasm32-wasip1", 0, 0 },
	{ "wasm32-unknown-wasip1", "wasm32-wasip1", 0, 0 },
	{ "wasm32-wasi-musl", "wasm32-wasip1", 0, 0 },
	{ "wasm32-wasi.0.1.0-musl", "wasm32-wasip1", 0, 0 },
	{ "wasip1/wasm", "wasm32-wasip1", 0, 0 },
	{ "wasi_wasm32", "wasm32-wasip1", 0, 0 },
};

static const struct {
	const char *s, *why; /* a part of the reason */
} bad[] = {
	{ "", "none of Linux" },
	{ "-", "none of Linux" },
	{ "linux", "none of Linux" },
	{ "x86_64", "none of Linux" },
	{ "x86_64-unknown", "none of Linux" },
	{ "x86_64-linuxx-gnu", "none of Linux" },
	{ "x86_64-pc-windows-msvc", "Windows has gnu" },
	{ "armv7-pc-windows-gnu", "Windows has x86_64" },
	{ "x86_64-pc-windows-gnueabi", "Windows has x86_64" },
	{ "x86_64-w64-mingw32-musl", "Windows has gnu" },
	{ "x86_64-windows-gnu.2.28", "only glibc" },
	{ "mingw32", "none of Linux" },
	{ "aarch64-apple-ios", "none of Linux" },
	{ "aarch64-macos.", "of glibc or macOS" },
	{ "aarch64-macos.11.", "of glibc or macOS" },
	{ "aarch64-macos.x", "none of Linux" },
	{ "aarch64-macos.11.0.0.1", "of glibc or macOS" },
	{ "aarch64-macos-gnu", "macOS none" },
	{ "aarch64-apple-macosx11.7.1-simulator", "macOS none" },
	{ "i686-apple-darwin", "macOS no i686" },
	{ "x86_64-wasi", "only WASI wasm32" },
	{ "wasm32-unknown-linux-gnu", "only WASI wasm32" },
	{ "wasm32-windows-gnu", "only WASI wasm32" },
	{ "wasm32-wasip2", "none of Linux, Windows, macOS and WASI" },
	{ "wasm32-wasi-gnu", "WASI musl" },
	{ "wasm32-wasi-musl.1.2", "only glibc" },
	{ "wasm32-unknown-unknown", "none of Linux" },
	{ "armv7-apple-darwin", "macOS" },
	{ "macos", "none of Linux" },
	{ "x86_64-unknown-freebsd", "none of Linux" },
	{ "windows/s390x", "Windows has x86_64" },
	{ "darwin_i386", "macOS no i686" },
	{ "mips-unknown-linux-gnu", "architecture" },
	{ "X86_64-linux-gnu", "architecture" },
	{ "-linux-gnu", "architecture" },
	{ "linux/", "architecture" },
	{ "linux_", "architecture" },
	{ "linux/amd64/v3", "architecture" },
	{ "linux_x86_65", "C library" },
	{ "linux_x86_64musl", "C library" },
	{ "aarch64_be-unknown-linux-gnu", "architecture" },
	{ "linux_arm64_", "C library" },
	{ "x86_64-linux-", "C library" },
	{ "x86_64-linux-gn", "C library" },
	{ "aarch64-linux-android", "C library" },
	{ "aarch64-linux-android21", "C library" },
	{ "x86_64-unknown-linux-none", "C library" },
	{ "armv7-unknown-linux-uclibceabihf", "C library" },
	{ "x86_64-unknown-linux-ohos", "C library" },
	{ "x86_64-unknown-linux-gnux32", "ABI" },
	{ "x86_64-unknown-linux-gnuasan", "ABI" },
	{ "aarch64-unknown-linux-gnu_ilp32", "ABI" },
	{ "x86_64-linux-gnueabihf", "ABI" },
	{ "arm-linux-gnu", "ABI" },
	{ "arm-linux-gnueabih", "ABI" },
	{ "thumbv7neon-unknown-linux-gnueabi", "ABI" },
	{ "x86_64-linux-gnu-2.28", "too many" },
	{ "x86_64-pc-linux-gnu-", "too many" },
	{ "x86_64-linux-gnu.", "glibc" },
	{ "x86_64-linux-gnu.2", "glibc" },
	{ "x86_64-linux-gnu.2.", "glibc" },
	{ "x86_64-linux-gnu.2.x", "glibc" },
	{ "x86_64-linux-gnu..28", "glibc" },
	{ "x86_64-linux-gnu.2.28.", "glibc" },
	{ "x86_64-linux-gnu.2.28.0.1", "glibc" },
	{ "x86_64-linux-gnu.2.28x", "glibc" },
	{ "x86_64-linux-gnu.-2.28", "too many" },
	{ "x86_64-linux-gnu.0.0", "glibc" },
	{ "x86_64-linux-gnu.3.99999999999", "glibc" },
	{ "x86_64-linux-gnu.99999999999.3", "glibc" },
	{ "x86_64-linux-gnu2", "glibc" },
	{ "linux_amd64_gnu.2", "glibc" },
	{ "x86_64-linux-musl.1.2", "only glibc" },
};

static const struct {
	const char *s, *llvm, *gnu, *zig, *debian;
} written[] = {
	{ "linux/amd64", "x86_64-unknown-linux-gnu", "x86_64-linux-gnu", "x86_64-linux-gnu",
		"x86_64-linux-gnu" },
	{ "x86_64-linux-musl", "x86_64-unknown-linux-musl", "x86_64-linux-musl", "x86_64-linux-musl",
		"x86_64-linux-musl" },
	{ "arm64-linux-gnu.2.28", "aarch64-unknown-linux-gnu", "aarch64-linux-gnu", "aarch64-linux-gnu.2.28",
		"aarch64-linux-gnu" },
	{ "armv7-unknown-linux-gnueabihf.2.17", "armv7-unknown-linux-gnueabihf", "arm-linux-gnueabihf",
		"arm-linux-gnueabihf.2.17", "arm-linux-gnueabihf" },
	{ "arm-unknown-linux-musleabi", "arm-unknown-linux-musleabi", "arm-linux-musleabi",
		"arm-linux-musleabi", "arm-linux-musleabi" },
	{ "i686-unknown-linux-gnu", "i686-unknown-linux-gnu", "i686-linux-gnu", "x86-linux-gnu",
		"i386-linux-gnu" },
	{ "i686-unknown-linux-musl", "i686-unknown-linux-musl", "i686-linux-musl", "x86-linux-musl",
		"i686-linux-musl" },
	{ "riscv64gc-unknown-linux-gnu", "riscv64-unknown-linux-gnu", "riscv64-linux-gnu",
		"riscv64-linux-gnu", "riscv64-linux-gnu" },
	{ "powerpc64le-unknown-linux-gnu.9999.9999", "powerpc64le-unknown-linux-gnu", "powerpc64le-linux-gnu",
		"powerpc64le-linux-gnu.9999.9999", "powerpc64le-linux-gnu" },
	{ "x86_64-pc-windows-gnu", "x86_64-w64-windows-gnu", "x86_64-w64-mingw32", "x86_64-windows-gnu",
		"x86_64-w64-mingw32" },
	{ "arm64-apple-macosx11.0", "aarch64-apple-darwin", "aarch64-apple-darwin", "aarch64-macos.11.0",
		"aarch64-apple-darwin" },
	{ "x86_64-apple-darwin", "x86_64-apple-darwin", "x86_64-apple-darwin", "x86_64-macos",
		"x86_64-apple-darwin" },
	{ "wasm32-wasip1", "wasm32-unknown-wasip1", "wasm32-wasi", "wasm32-wasi", "wasm32-wasi" },
	{ "i686-pc-windows-gnu", "i686-w64-windows-gnu", "i686-w64-mingw32", "x86-windows-gnu",
		"i686-w64-mingw32" },
	{ "aarch64-pc-windows-gnullvm", "aarch64-w64-windows-gnu", "aarch64-w64-mingw32",
		"aarch64-windows-gnu", "aarch64-w64-mingw32" },
};

static const struct {
	const char *s, *go, *goarm, *cmake, *emulation, *qemu, *meson, *kernel;
	unsigned bits;
} facts[] = {
	{ "x86_64-linux", "amd64", NULL, "x86_64", "elf_x86_64", "x86_64", "x86_64", "x86", 64 },
	{ "aarch64-linux", "arm64", NULL, "aarch64", "aarch64linux", "aarch64", "aarch64", "aarch64", 64 },
	{ "armv7-linux", "arm", "7", "armv7l", "armelf_linux_eabi", "arm", "arm", "arm", 32 },
	{ "armv7-linux-gnueabi", "arm", "5", "armv7l", "armelf_linux_eabi", "arm", "arm", "arm", 32 },
	{ "armv6-linux", "arm", "6", "armv6l", "armelf_linux_eabi", "arm", "arm", "arm", 32 },
	{ "arm-linux-gnueabi", "arm", "5", "armv6l", "armelf_linux_eabi", "arm", "arm", "arm", 32 },
	{ "i686-linux", "386", NULL, "i686", "elf_i386", "i386", "x86", "x86", 32 },
	{ "riscv64-linux", "riscv64", NULL, "riscv64", "elf64lriscv", "riscv64", "riscv64", "riscv", 64 },
	{ "ppc64le-linux", "ppc64le", NULL, "ppc64le", "elf64lppc", "ppc64le", "ppc64", "powerpc", 64 },
	{ "s390x-linux", "s390x", NULL, "s390x", "elf64_s390", "s390x", "s390x", "s390x", 64 },
	{ "x86_64-windows", "amd64", NULL, "x86_64", "i386pep", "x86_64", "x86_64", "x86", 64 },
	{ "aarch64-windows", "arm64", NULL, "aarch64", "arm64pe", "aarch64", "aarch64", "aarch64", 64 },
	{ "i686-windows", "386", NULL, "i686", "i386pe", "i386", "x86", "x86", 32 },
};

static void test_good(void)
{
	for (size_t i = 0; i < LEN(good); i++) {
		struct triple t;
		char buf[64];
		const char *why = "nothing said";
		bool read = triple_parse(&t, good[i].s, &why);
		is_str(read ? triple_write(&t, TRIPLE_RUST, buf, sizeof(buf)) : why, good[i].rust, "%s",
			good[i].s);
		ok(read && t.glibc_major == good[i].major && t.glibc_minor == good[i].minor, "%s: the floor",
			good[i].s);
	}
}

static void test_bad(void)
{
	for (size_t i = 0; i < LEN(bad); i++) {
		struct triple t;
		const char *why = "nothing said";
		bool read = triple_parse(&t, bad[i].s, &why);
		if (!ok(!read && strstr(why, bad[i].why), "no: \"%s\"", bad[i].s))
			printf("# %s\n", why);
		ok(!triple_parse(&t, bad[i].s, NULL), "nobody asks why");
	}
}

static void test_written(void)
{
	for (size_t i = 0; i < LEN(written); i++) {
		struct triple t;
		char buf[64];
		if (!ok(triple_parse(&t, written[i].s, NULL), "%s", written[i].s))
			continue;
		is_str(triple_write(&t, TRIPLE_LLVM, buf, sizeof(buf)), written[i].llvm, "llvm");
		is_str(triple_write(&t, TRIPLE_GNU, buf, sizeof(buf)), written[i].gnu, "gnu");
		is_str(triple_write(&t, TRIPLE_ZIG, buf, sizeof(buf)), written[i].zig, "zig");
		is_str(triple_write(&t, TRIPLE_DEBIAN, buf, sizeof(buf)), written[i].debian, "debian");
	}
}

static void test_facts(void)
{
	for (size_t i = 0; i < LEN(facts); i++) {
		struct triple t;
		if (!ok(triple_parse(&t, facts[i].s, NULL), "%s", facts[i].s))
			continue;
		is_str(triple_arch_go(&t), facts[i].go, "GOARCH");
		is_str(triple_arch_goarm(&t), facts[i].goarm, "GOARM");
		is_str(triple_arch_cmake(&t), facts[i].cmake, "CMake");
		is_str(triple_emulation(&t), facts[i].emulation, "lld");
		is_str(triple_arch_qemu(&t), facts[i].qemu, "qemu");
		is_str(triple_arch_meson(&t), facts[i].meson, "meson");
		is_str(triple_arch_kernel(&t), facts[i].kernel, "kernel headers");
		ok(triple_bits(&t) == facts[i].bits, "bits");
		ok(triple_big_endian(&t) == (strcmp(facts[i].s, "s390x-linux") == 0), "byte order");
	}
}

/* Every target read back from every dialect is itself again, but for what GNU,
 * zig and Debian cannot say: the version of a 32-bit Arm. */
static void test_round_trips(void)
{
	struct triple t, u;
	size_t n = 0;
	for (; triple_nth(n, &t); n++) {
		ok(t.glibc_major == 0 && t.glibc_minor == 0, "target %zu has no floor", n);
		for (enum triple_dialect d = TRIPLE_RUST; d <= TRIPLE_DEBIAN; d++) {
			char buf[64];
			triple_write(&t, d, buf, sizeof(buf));
			bool lossy = d >= TRIPLE_GNU && strcmp(triple_arch_zig(&t), "arm") == 0;
			bool read = triple_parse(&u, buf, NULL);
			ok(read && (lossy ? t.libc == u.libc : triple_same(&t, &u)), "%s is itself", buf);
		}
	}
	ok(n == 28, "28 targets, not %zu", n);
	ok(!triple_nth((size_t)-1, &t), "no last target");
}

static void test_same(void)
{
	struct triple a, b;
	triple_parse(&a, "x86_64-linux-gnu.2.17", NULL);
	triple_parse(&b, "linux/amd64", NULL);
	ok(triple_same(&a, &b), "the floor is not compared");
	triple_parse(&b, "x86_64-linux-musl", NULL);
	ok(!triple_same(&a, &b), "the C library is");
	triple_parse(&b, "i686-linux-gnu", NULL);
	ok(!triple_same(&a, &b), "the machine is");
}

static void test_floor(void)
{
	struct triple t;
	char buf[64];
	triple_parse(&t, "aarch64-unknown-linux-gnu.2.28", NULL);
	is_str(triple_floor(&t, buf, sizeof(buf)), "2.28", "the floor for glibc");
	triple_parse(&t, "aarch64-macos.11", NULL);
	is_str(triple_floor(&t, buf, sizeof(buf)), "11.0", "the oldest macOS");
	triple_parse(&t, "x86_64-linux-gnu", NULL);
	ok(!triple_floor(&t, buf, sizeof(buf)), "none is given");
}

static void test_small_buffers(void)
{
	struct triple t;
	char whole[64];
	bool good_prefix = true;
	triple_parse(&t, "armv7-unknown-linux-gnueabihf.2.28", NULL);
	triple_write(&t, TRIPLE_ZIG, whole, sizeof(whole));
	for (size_t n = 1; n <= strlen(whole) + 1; n++) {
		char *s = malloc(n);
		triple_write(&t, TRIPLE_ZIG, s, n);
		good_prefix = good_prefix && strlen(s) == n - 1 && strncmp(s, whole, n - 1) == 0;
		free(s);
	}
	ok(good_prefix, "a buffer too small holds the beginning");
	ok(triple_write(&t, TRIPLE_ZIG, whole, 0) == whole, "a buffer of size 0 is not touched");
}

/* Reads s from a copy of its exact size, for the sanitizer, and writes it. */
static bool sound(const char *s, size_t n)
{
	char *copy = malloc(n + 1), buf[64];
	const char *why = NULL;
	struct triple t, u;
	bool fine = true;
	memcpy(copy, s, n);
	copy[n] = '\0';
	if (!triple_parse(&t, copy, &why))
		fine = why != NULL;
	else
		for (enum triple_dialect d = TRIPLE_RUST; d <= TRIPLE_DEBIAN; d++)
			fine = fine && triple_parse(&u, triple_write(&t, d, buf, sizeof(buf)), NULL);
	free(copy);
	return fine;
}

static void test_any_bytes(void)
{
	bool fine = true;
	srand(1);
	for (size_t i = 0; i < LEN(good); i++)
		for (size_t n = 0; n <= strlen(good[i].s); n++)
			fine = sound(good[i].s, n) && fine;
	ok(fine, "every beginning of every spelling");
	fine = true;
	for (int i = 0; i < 200000; i++) {
		char s[64] = "";
		size_t n = (size_t)rand() % (sizeof(s) - 1);
		strncpy(s, good[(size_t)rand() % LEN(good)].s, n);
		for (int k = rand() % 4; k > 0 && n > 0; k--)
			s[(size_t)rand() % n] = rand() % 2 ? "-._/019x"[rand() % 8] : (char)rand();
		fine = sound(s, strlen(s)) && fine;
	}
	ok(fine, "spellings with random bytes in them");
}

int main(void)
{
	test_good();
	test_bad();
	test_written();
	test_facts();
	test_round_trips();
	test_same();
	test_floor();
	test_small_buffers();
	test_any_bytes();
	return done_testing();
}
