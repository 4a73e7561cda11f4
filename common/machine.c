#include <stddef.h>
#include <string.h>

#include "machine.h"
#include "mem.h"
#include "text.h"

enum { ABI64 = 0x01000000, ABI64_32 = 0x02000000 }; /* Mach-O: with 64 bits, and with short pointers */

static const struct machine machines[] = {
	{ "x86_64", 62, 0, 0, ABI64 | 7, 0x8664, " amd64 x64 x86-64 " },
	{ "aarch64", 183, 64, 0, ABI64 | 12, 0xaa64, " arm64 " },
	{ "i386", 3, 0, 0, 7, 0x14c, " i486 i586 i686 x86 386 x86_32 " },
	{ "arm", 40, 0, 0, 12, 0x1c4, " armv7 armv6 armv7l armv7a armhf armel armeb thumbv7 " },
	{ "riscv64", 243, 64, 0, 0, 0x5064, " riscv64gc " },
	{ "riscv32", 243, 32, 0, 0, 0x5032, NULL },
	{ "powerpc64le", 21, 64, MACHINE_LITTLE, 0, 0, " ppc64le ppc64el " },
	{ "powerpc64", 21, 64, MACHINE_BIG, ABI64 | 18, 0, " ppc64 " },
	{ "powerpc", 20, 0, 0, 18, 0x1f0, " ppc " },
	{ "s390x", 22, 64, 0, 0, 0, NULL },
	{ "s390", 22, 32, 0, 0, 0, NULL },
	{ "loongarch64", 258, 64, 0, 0, 0x6264, " loong64 " },
	{ "loongarch32", 258, 32, 0, 0, 0x6232, NULL },
	{ "mips64el", 8, 64, MACHINE_LITTLE, 0, 0, " mips64le " },
	{ "mips64", 8, 64, MACHINE_BIG, 0, 0, NULL },
	{ "mipsel", 8, 32, MACHINE_LITTLE, 0, 0, " mipsle " },
	{ "mips", 8, 32, MACHINE_BIG, 0, 0, NULL },
	{ "aarch64_32", 183, 32, 0, ABI64_32 | 12, 0, " arm64_32 " },
	{ "arm64ec", 0, 64, 0, 0, 0xa641, NULL },
	{ "sparc64", 43, 0, 0, 0, 0, " sparcv9 " },
	{ "sparc", 2, 0, 0, 14, 0, NULL },
	{ "alpha", 0x9026, 0, 0, 0, 0x184, NULL },
	{ "hppa", 15, 0, 0, 0, 0, " parisc " },
	{ "ia64", 50, 64, 0, 0, 0x200, NULL },
	{ "m68k", 4, 0, 0, 6, 0, NULL },
	{ "sh", 42, 0, 0, 0, 0, " sh4 " },
	{ "hexagon", 164, 0, 0, 0, 0, NULL },
	{ "avr", 83, 0, 0, 0, 0, NULL },
	{ "msp430", 105, 0, 0, 0, 0, NULL },
	{ "xtensa", 94, 0, 0, 0, 0, NULL },
	{ "or1k", 92, 0, 0, 0, 0, NULL },
	{ "csky", 252, 0, 0, 0, 0, NULL },
	{ "bpf", 247, 0, 0, 0, 0, NULL },
	{ "amdgpu", 224, 0, 0, 0, 0, NULL },
	{ "nvptx", 190, 0, 0, 0, 0, " cuda " },
};

enum { MACHINES = sizeof machines / sizeof *machines };

const struct machine *machine_of_elf(unsigned number, bool is64, bool big)
{
	unsigned bits = is64 ? 64 : 32, order = big ? MACHINE_BIG : MACHINE_LITTLE;
	for (size_t i = 0; i < MACHINES; i++) {
		const struct machine *m = &machines[i];
		if (m->elf == number && number && (!m->bits || m->bits == bits) &&
			(!m->order || m->order == order))
			return m;
	}
	return NULL;
}

const struct machine *machine_of_macho(uint32_t cputype)
{
	for (size_t i = 0; i < MACHINES; i++)
		if (machines[i].macho == cputype && cputype)
			return &machines[i];
	return NULL;
}

/* ARM before ARMv7's number is Windows CE's. */
const struct machine *machine_of_coff(unsigned number)
{
	unsigned arm = number == 0x1c0 || number == 0x1c2 ? 0x1c4 : number;
	for (size_t i = 0; i < MACHINES; i++)
		if (machines[i].coff == arm && arm)
			return &machines[i];
	return NULL;
}

const struct machine *machine_named(const char *name)
{
	const char *word = mem_cat(" ", name, " ", NULL);
	for (size_t i = 0; i < MACHINES; i++)
		if (strcmp(machines[i].name, name) == 0 ||
			(machines[i].others && text_find(machines[i].others, word)))
			return &machines[i];
	return NULL;
}

const char *machine_names(void)
{
	const char *list = machines[0].name;
	for (size_t i = 1; i < MACHINES; i++)
		list = mem_cat(list, ", ", machines[i].name, NULL);
	return list;
}
