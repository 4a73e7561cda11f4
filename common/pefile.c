/* Sources: Microsoft's "PE Format": the stub for DOS in front of an image, the
 * machine in front of an object; <mach-o/loader.h>, <mach-o/fat.h>. */
#include <string.h>

#include "pefile.h"

enum { HEADER = 20 };

static bool is_machine(const unsigned char *p)
{
	static const unsigned char machines[][2] = { { 0x64, 0x86 }, { 0x4c, 0x01 }, { 0x64, 0xaa } };
	for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
		if (memcmp(p, machines[i], 2) == 0)
			return true;
	return false;
}

static bool is_macho(struct elf_bytes file)
{
	static const unsigned char magics[][4] = { { 0xcf, 0xfa, 0xed, 0xfe }, { 0xca, 0xfe, 0xba, 0xbe } };
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (file.n >= HEADER && memcmp(file.p, magics[i], sizeof magics[i]) == 0)
			return true;
	return false;
}

const char *pefile_refusal(struct elf_bytes file)
{
	if (is_macho(file))
		return "is a file for macOS, and only ELF is read here; to strip a program link it with -s, "
		       "for the "
		       "rest use LLVM's tools";
	if (file.n < HEADER || (memcmp(file.p, "MZ", 2) != 0 && !is_machine(file.p)))
		return NULL;
	return "is a file for Windows, and only ELF is read here; to strip a program link it with -s, for "
	       "the "
	       "rest use LLVM's tools";
}
