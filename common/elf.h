/* Reading and coding ELF files: 32 and 64 bit, either byte order, any machine.
 *
 * Every function is safe on any bytes: what lies outside of the file reads as
 * absent.  Records are in the host's form; elf_put_* code them again, so that
 * a record's layout is written down once.  Source: the System V ABI, chapters
 * 4 and 5; the GNU and LLVM extensions from their own headers. */
#ifndef ELF_H
#define ELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ELF_REL = 1, ELF_EXEC = 2, ELF_DYN = 3, ELF_CORE = 4 };

enum { ELF_386 = 3, ELF_MIPS = 8, ELF_ARM = 40, ELF_X86_64 = 62, ELF_AARCH64 = 183, ELF_RISCV = 243 };

/* Section types, flags and numbers. */
enum {
	SHT_NULL = 0,
	SHT_PROGBITS = 1,
	SHT_SYMTAB = 2,
	SHT_STRTAB = 3,
	SHT_RELA = 4,
	SHT_HASH = 5,
	SHT_DYNAMIC = 6,
	SHT_NOTE = 7,
	SHT_NOBITS = 8,
	SHT_REL = 9,
	SHT_DYNSYM = 11,
	SHT_GROUP = 17,
	SHT_SYMTAB_SHNDX = 18,
	SHT_LLVM_ADDRSIG = 0x6fff4c03,
	SHT_LLVM_CALL_GRAPH_PROFILE = 0x6fff4c09,
};
#define SHT_GNU_VERDEF  0x6ffffffdu
#define SHT_GNU_VERNEED 0x6ffffffeu
#define SHT_GNU_VERSYM  0x6fffffffu

enum {
	SHF_WRITE = 1,
	SHF_ALLOC = 2,
	SHF_EXECINSTR = 4,
	SHF_MERGE = 0x10,
	SHF_STRINGS = 0x20,
	SHF_INFO_LINK = 0x40,
	SHF_LINK_ORDER = 0x80,
	SHF_GROUP = 0x200,
	SHF_TLS = 0x400,
	SHF_COMPRESSED = 0x800,
};
#define SHF_EXCLUDE 0x80000000u

enum {
	SHN_UNDEF = 0,
	SHN_LORESERVE = 0xff00,
	SHN_X86_64_LCOMMON = 0xff02,
	SHN_ABS = 0xfff1,
	SHN_COMMON = 0xfff2,
	SHN_XINDEX = 0xffff,
};

enum { PT_LOAD = 1, PT_INTERP = 3, PT_NOTE = 4, PT_PHDR = 6, PT_TLS = 7, PT_GNU_PROPERTY = 0x6474e553 };

enum { STB_LOCAL = 0, STB_GLOBAL = 1, STB_WEAK = 2, STB_GNU_UNIQUE = 10 };
enum {
	STT_NOTYPE = 0,
	STT_OBJECT = 1,
	STT_FUNC = 2,
	STT_SECTION = 3,
	STT_FILE = 4,
	STT_COMMON = 5,
	STT_TLS = 6,
	STT_GNU_IFUNC = 10,
};
enum { STV_DEFAULT = 0, STV_INTERNAL = 1, STV_HIDDEN = 2 };

struct elf_bytes {
	const unsigned char *p; /* NULL when absent */
	size_t n;
};

struct elf {
	struct elf_bytes file;
	bool is64, big;
	unsigned type, machine;
	uint64_t entry, phoff, shoff;
	size_t phnum, shnum; /* the tables lie inside the file */
	size_t shstrndx;     /* 0 when there is none */
	struct elf_bytes names;
};

struct elf_section {
	uint32_t name, type;
	uint64_t flags, addr, offset, size;
	uint32_t link, info;
	uint64_t align, entsize;
};

struct elf_segment {
	uint32_t type, flags;
	uint64_t offset, vaddr, paddr, filesz, memsz, align;
};

struct elf_symbol {
	uint32_t name;
	unsigned char bind, type, other;
	bool special;     /* section is one of SHN_ABS and the like, not a number of a section */
	uint32_t section; /* SHN_XINDEX is resolved when read by elf_symbols_at */
	uint64_t value, size;
};

struct elf_reloc {
	uint64_t offset;
	uint32_t symbol;
	uint64_t info; /* the whole field */
};

/* Read the header.  False when the bytes are no ELF file or its tables do not
 * lie inside it: *why is then a static text.  The bytes must outlive e. */
bool elf_open(struct elf *e, const void *p, size_t n, const char **why);

/* The i-th record of its table; i is below shnum or phnum. */
struct elf_section elf_section(const struct elf *e, size_t i);
struct elf_segment elf_segment(const struct elf *e, size_t i);

/* What a section holds: absent for SHT_NOBITS and outside of the file. */
struct elf_bytes elf_contents(const struct elf *e, const struct elf_section *s);

/* The string at an offset of a string table; "" when it is not inside or has no
 * end. */
const char *elf_string(struct elf_bytes table, uint64_t offset);
const char *elf_section_name(const struct elf *e, const struct elf_section *s);

/* The first section of a type after number from; 0 when there is none. */
size_t elf_find_type(const struct elf *e, uint32_t type, size_t from);

/* A symbol table with what belongs to it. */
struct elf_symbols {
	const struct elf *elf;
	size_t section; /* its number */
	struct elf_bytes table, strings, shndx;
	size_t n; /* with the empty symbol 0 */
};

/* Open section number i as a symbol table; n is 0 when it cannot be one. */
struct elf_symbols elf_symbols(const struct elf *e, size_t i);
struct elf_symbol elf_symbols_at(const struct elf_symbols *t, size_t i);
const char *elf_symbols_name(const struct elf_symbols *t, const struct elf_symbol *s);

/* The sizes of records in this file. */
size_t elf_header_size(const struct elf *e);
size_t elf_section_size(const struct elf *e);
size_t elf_segment_size(const struct elf *e);
size_t elf_symbol_size(const struct elf *e);
size_t elf_reloc_size(const struct elf *e, bool addend);

/* Numbers of 1 to 8 bytes in the file's byte order. */
uint64_t elf_get(const struct elf *e, const unsigned char *p, size_t size);
void elf_put(const struct elf *e, unsigned char *p, size_t size, uint64_t v);

/* Code a record at p as e would have it. */
void elf_put_section(const struct elf *e, unsigned char *p, const struct elf_section *s);
void elf_put_segment(const struct elf *e, unsigned char *p, const struct elf_segment *s);
/* A section's number above SHN_LORESERVE is written as SHN_XINDEX. */
void elf_put_symbol(const struct elf *e, unsigned char *p, const struct elf_symbol *s);

/* Relocations: read one at p; write another symbol into it. */
struct elf_reloc elf_get_reloc(const struct elf *e, const unsigned char *p);
void elf_put_reloc_symbol(const struct elf *e, unsigned char *p, uint32_t symbol);

/* Write the numbers that depend on the tables into the file header at p; a
 * section count beyond 16 bits goes into section 0, which the caller codes with
 * elf_count_section. */
void elf_put_tables(const struct elf *e, unsigned char *p, uint64_t shoff, size_t shnum, size_t shstrndx);
struct elf_section elf_count_section(const struct elf *e, size_t shnum, size_t shstrndx);

#endif
