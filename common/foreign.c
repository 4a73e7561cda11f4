/* Sources: Microsoft's "PE Format": the stub for DOS in front of an image, the
 * machine in front of an object; <mach-o/loader.h>, <mach-o/fat.h>; the WebAssembly
 * specification, "Binary Format". */
#include <string.h>

#include "foreign.h"
#include "mem.h"

enum { HEADER = 20 };

#define MAGIC(bytes, system) { bytes, sizeof bytes - 1, system }
static const struct magic {
	const char *bytes;
	size_t n;
	const char *system;
} magics[] = {
	MAGIC("\xcf\xfa\xed\xfe", "macOS"),
	MAGIC("\xca\xfe\xba\xbe", "macOS"),
	MAGIC("MZ", "Windows"),
	MAGIC("\0asm", "WebAssembly"),
	MAGIC("\x64\x86", "Windows"),
	MAGIC("\x4c\x01", "Windows"),
	MAGIC("\x64\xaa", "Windows"),
};

static const char *system_of(struct elf_bytes file)
{
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (file.n >= HEADER && memcmp(file.p, magics[i].bytes, magics[i].n) == 0)
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
