/* ELF files as a loader sees them: segments, addresses and the dynamic section.
 *
 * Safe on any bytes, as elf.h is.  Source: the System V ABI, chapter 5; tags of
 * GNU and of Solaris from glibc's elf.h. */
#ifndef ELFLOAD_H
#define ELFLOAD_H

#include "elf.h"

enum { PT_DYNAMIC = 2, PT_GNU_STACK = 0x6474e551, PT_GNU_RELRO = 0x6474e552 };
enum { PF_X = 1, PF_W = 2, PF_R = 4 };

/* Tags of the dynamic section. */
enum {
	DT_NULL = 0,
	DT_NEEDED = 1,
	DT_PLTRELSZ = 2,
	DT_HASH = 4,
	DT_STRTAB = 5,
	DT_SYMTAB = 6,
	DT_RELA = 7,
	DT_RELASZ = 8,
	DT_STRSZ = 10,
	DT_SONAME = 14,
	DT_RPATH = 15,
	DT_REL = 17,
	DT_RELSZ = 18,
	DT_PLTREL = 20,
	DT_DEBUG = 21,
	DT_TEXTREL = 22,
	DT_JMPREL = 23,
	DT_BIND_NOW = 24,
	DT_RUNPATH = 29,
	DT_FLAGS = 30,
	DT_RELR = 36,
	DT_GNU_HASH = 0x6ffffef5,
	DT_VERSYM = 0x6ffffff0,
	DT_FLAGS_1 = 0x6ffffffb,
	DT_VERNEED = 0x6ffffffe,
	DT_VERNEEDNUM = 0x6fffffff,
};

/* The n bytes of the file at an offset, fewer when it ends before. */
struct elf_bytes elfload_slice(const struct elf *e, uint64_t offset, uint64_t n);

/* The bytes at an address, to the end of what its segment has in the file. */
struct elf_bytes elfload_at(const struct elf *e, uint64_t address);

/* What the first segment of a type has in the file; absent when there is none. */
struct elf_bytes elfload_segment(const struct elf *e, uint32_t type);

struct elf_dynamic {
	uint64_t tag, value;
};

/* The next entry of the dynamic section that *b is the rest of; false at its
 * end. */
bool elfload_next(const struct elf *e, struct elf_bytes *b, struct elf_dynamic *d);

#endif
