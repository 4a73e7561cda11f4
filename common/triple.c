/* Writing a target in a dialect, and what is known about it: the table here, and
 * triplefacts.c for what only the tool asks.  Reading is in tripleread.c. */
#include <string.h>
#include "triplerow.h"

/* clang-format off */
#define NAMES(rust, llvm, gnu, zig) \
	.name = { [TRIPLE_RUST] = rust, [TRIPLE_LLVM] = llvm, [TRIPLE_GNU] = gnu, [TRIPLE_ZIG] = zig }
#define ONE_NAME(s) NAMES(s, s, s, s)
#define ARM .kernel = "arm", .emulation = "armelf_linux_eabi", .bits = 32

const struct triple_arch triple_rows[ROWS] = {
	[X86_64] = { ONE_NAME("x86_64"), .abi = "", .bits = 64, .emulation = "elf_x86_64", .kernel = "x86",
		.pe = "i386pep" },
	[AARCH64] = { ONE_NAME("aarch64"), .abi = "", .bits = 64, .emulation = "aarch64linux",
		.kernel = "aarch64", .pe = "arm64pe" },
	[ARMV7_HF] = { NAMES("armv7", "armv7", "arm", "arm"), .abi = "eabihf", ARM },
	[ARMV7_SF] = { NAMES("armv7", "armv7", "arm", "arm"), .abi = "eabi", ARM },
	[ARM_HF] = { ONE_NAME("arm"), .abi = "eabihf", ARM },
	[ARM_SF] = { ONE_NAME("arm"), .abi = "eabi", ARM },
	[X86] = { NAMES("i686", "i686", "i686", "x86"), .abi = "", .bits = 32, .emulation = "elf_i386",
		.kernel = "x86", .pe = "i386pe" },
	[RISCV64] = { NAMES("riscv64gc", "riscv64", "riscv64", "riscv64"), .abi = "", .bits = 64,
		.emulation = "elf64lriscv", .kernel = "riscv" },
	[POWERPC64LE] = { ONE_NAME("powerpc64le"), .abi = "", .bits = 64, .emulation = "elf64lppc",
		.kernel = "powerpc" },
	[S390X] = { ONE_NAME("s390x"), .abi = "", .bits = 64, .big_endian = true, .emulation = "elf64_s390",
		.kernel = "s390x" },
	[WASM32] = { ONE_NAME("wasm32"), .abi = "", .bits = 32, .emulation = "wasm32", .kernel = "wasm" },
};
/* clang-format on */

static const char *const libc_names[] = { [LIBC_NONE] = "none",
	[LIBC_GLIBC] = "gnu",
	[LIBC_MUSL] = "musl",
	[LIBC_MINGW] = "gnu",
	[LIBC_MINGW_LLVM] = "gnullvm" };

static const struct {
	const char *system[4]; /* what follows the architecture */
	bool floor;            /* has a spelling for the floor */
} dialects[] = {
	[TRIPLE_RUST] = { { "-unknown-linux-", "-pc-windows-", "-apple-darwin", "-wasip1" }, false },
	[TRIPLE_LLVM] = { { "-unknown-linux-", "-w64-windows-gnu", "-apple-darwin", "-unknown-wasip1" },
		false },
	[TRIPLE_GNU] = { { "-linux-", "-w64-mingw32", "-apple-darwin", "-wasi" }, false },
	[TRIPLE_ZIG] = { { "-linux-", "-windows-gnu", "-macos", "-wasi" }, true },
	[TRIPLE_DEBIAN] = { { "-linux-", "", "", "" }, false },
};

struct out {
	char *s;
	size_t room; /* with the NUL */
};

static void put(struct out *o, const char *s)
{
	size_t n = strlen(s);
	if (o->room == 0)
		return;
	if (n >= o->room)
		n = o->room - 1;
	memcpy(o->s, s, n);
	o->s += n;
	o->room -= n;
	*o->s = '\0';
}

static void put_number(struct out *o, unsigned v)
{
	char digits[3 * sizeof(v) + 1], *s = digits + sizeof(digits) - 1;
	*s = '\0';
	do
		*--s = (char)('0' + v % 10);
	while (v /= 10);
	put(o, s);
}

char *triple_write(const struct triple *t, enum triple_dialect d, char *buf, size_t n)
{
	struct out o = { buf, n };
	enum triple_system system = triple_system(t);
	if (d == TRIPLE_DEBIAN && t->libc != LIBC_GLIBC)
		d = TRIPLE_GNU;
	put(&o, d != TRIPLE_DEBIAN             ? t->arch->name[d]
		: t->arch == &triple_rows[X86] ? "i386"
					       : t->arch->name[TRIPLE_GNU]);
	put(&o, dialects[d].system[system]);
	if (system == SYSTEM_LINUX || (system == SYSTEM_WINDOWS && d == TRIPLE_RUST))
		put(&o, libc_names[t->libc]);
	put(&o, t->arch->abi);
	if (dialects[d].floor && t->glibc_major) {
		put(&o, ".");
		put_number(&o, t->glibc_major);
		put(&o, ".");
		put_number(&o, t->glibc_minor);
	}
	return buf;
}

const char *triple_floor(const struct triple *t, char *buf, size_t n)
{
	const char *dot = strchr(triple_write(t, TRIPLE_ZIG, buf, n), '.');
	return dot ? dot + 1 : NULL;
}

bool triple_same(const struct triple *a, const struct triple *b)
{
	return a->arch == b->arch && (a->libc == b->libc || (triple_windows(a) && triple_windows(b)));
}

size_t triple_row(const struct triple *t)
{
	return (size_t)(t->arch - triple_rows);
}

const char *triple_arch_zig(const struct triple *t)
{
	return t->arch->name[TRIPLE_ZIG];
}

const char *triple_emulation(const struct triple *t)
{
	return triple_windows(t) ? t->arch->pe : t->arch->emulation;
}

const char *triple_arch_kernel(const struct triple *t)
{
	return t->arch->kernel;
}

bool triple_big_endian(const struct triple *t)
{
	return t->arch->big_endian;
}

unsigned triple_bits(const struct triple *t)
{
	return t->arch->bits;
}

bool triple_nth(size_t i, struct triple *t)
{
	static const struct {
		unsigned char row, libc;
	} others[] = { { X86_64, LIBC_MINGW }, { X86_64, LIBC_MINGW_LLVM }, { X86, LIBC_MINGW },
		{ X86, LIBC_MINGW_LLVM }, { AARCH64, LIBC_MINGW_LLVM }, { X86_64, LIBC_MACOS },
		{ AARCH64, LIBC_MACOS }, { WASM32, LIBC_WASI } };
	if (i >= LINUX_ROWS * 2 + sizeof others / sizeof *others)
		return false;
	if (i < LINUX_ROWS * 2)
		*t = (struct triple){ &triple_rows[i / 2], i % 2 ? LIBC_MUSL : LIBC_GLIBC, 0, 0 };
	else
		*t = (struct triple){ &triple_rows[others[i - LINUX_ROWS * 2].row],
			others[i - LINUX_ROWS * 2].libc, 0, 0 };
	return true;
}
