/* Sources: Microsoft's "PE Format": the stub for DOS in front of an image, the
 * machine in front of an object; <mach-o/loader.h>, <mach-o/fat.h>. */
#include <string.h>

#include "foreign.h"
#include "mem.h"

enum { HEADER = 20 };

static const struct magic {
	const char *bytes, *system;
} magics[] = {
	{ "\xcf\xfa\xed\xfe", "macOS" },
	{ "\xca\xfe\xba\xbe", "macOS" },
	{ "MZ", "Windows" },
	{ "\x64\x86", "Windows" },
	{ "\x4c\x01", "Windows" },
	{ "\x64\xaa", "Windows" },
};

static const char *system_of(struct elf_bytes file)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (file.n >= HEADER && memcmp(file.p, magics[i].bytes, strlen(magics[i].bytes)) == 0)
			return magics[i].system;
	return NULL;
}

const char *foreign_refusal(struct elf_bytes file, const char *why)
{
	static const char advice[] = ", and only ELF is read here; to strip a program link it with -s, for "
				     "the rest use LLVM's tools";
	const char *system = system_of(file);
	return system ? mem_cat("is a file for ", system, advice, NULL) : why;
}
