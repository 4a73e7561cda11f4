/* Sources: the nm manual; which sections are code, data or debugging: the gABI's
 * list of special sections and what GNU nm prints for each (tests/binutils). */
#include <string.h>

#include "symclass.h"
#include "text.h"

enum symclass_place symclass_place(const struct elf *e, const struct elf_symbol *s)
{
	if (s->section == SHN_UNDEF)
		return PLACE_UNDEFINED;
	if (s->special &&
		(s->section == SHN_COMMON || (s->section == SHN_X86_64_LCOMMON && e->machine == ELF_X86_64)))
		return PLACE_COMMON;
	if (s->special || s->section >= e->shnum)
		return PLACE_ABSOLUTE;
	uint32_t type = elf_section(e, s->section).type;
	return type == SHT_NULL || type == SHT_SYMTAB || type == SHT_SYMTAB_SHNDX ? PLACE_ABSOLUTE
										  : PLACE_SECTION;
}

bool symclass_debug_section(const char *name, const struct elf_section *s)
{
	static const char *const prefixes[] = { ".debug", ".gnu.debuglto_.debug_", ".gnu.linkonce.wi.",
		".zdebug", ".line", ".stab", ".gdb_index" };
	if (s->flags & SHF_ALLOC)
		return false;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (text_begins(name, prefixes[i]))
			return true;
	return false;
}

/* The sections of Windows objects keep their letters in ELF. */
static char windows_letter(const char *name)
{
	static const char *const names[] = { ".drectve", ".edata", ".idata", ".pdata" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i]);
		if (strncmp(name, names[i], n) == 0 && memchr(".$0123456789", name[n], 13))
			return names[i][1] == 'd' ? 'i' : names[i][1];
	}
	return 0;
}

static char data_letter(const struct elf_section *s)
{
	return s->flags & SHF_WRITE ? 'd' : 'r';
}

static char section_letter(const struct elf *e, size_t i)
{
	struct elf_section s = elf_section(e, i);
	const char *name = elf_section_name(e, &s);
	char windows = windows_letter(name);
	if (windows)
		return windows;
	if (s.flags & SHF_EXECINSTR)
		return 't';
	if (s.type == SHT_NOBITS)
		return 'b';
	if (s.flags & SHF_ALLOC)
		return data_letter(&s);
	if (symclass_debug_section(name, &s))
		return 'N';
	return s.flags & SHF_WRITE ? '?' : 'n';
}

static char defined_letter(const struct elf *e, const struct elf_symbol *s)
{
	char letter = symclass_place(e, s) == PLACE_ABSOLUTE ? 'a' : section_letter(e, s->section);
	bool lower = letter >= 'a' && letter <= 'z';
	return s->bind == STB_GLOBAL && lower ? (char)(letter - 'a' + 'A') : letter;
}

char symclass_letter(const struct elf *e, const struct elf_symbol *s)
{
	bool object = s->type == STT_OBJECT || s->type == STT_COMMON;
	enum symclass_place place = symclass_place(e, s);
	if (place == PLACE_COMMON)
		return 'C';
	if (place == PLACE_UNDEFINED)
		return s->bind != STB_WEAK ? 'U' : object ? 'v' : 'w';
	if (s->type == STT_GNU_IFUNC)
		return 'i';
	if (s->bind == STB_WEAK)
		return object ? 'V' : 'W';
	if (s->bind == STB_GNU_UNIQUE)
		return 'u';
	if (s->bind != STB_LOCAL && s->bind != STB_GLOBAL)
		return '?';
	return defined_letter(e, s);
}

bool symclass_mapping(const struct elf *e, const struct elf_symbol *s, const char *name)
{
	static const struct {
		unsigned machine;
		const char *letters;
	} marks[] = { { ELF_ARM, "atdmfpb" }, { ELF_AARCH64, "xd" }, { ELF_RISCV, "xd" } };
	if (name[0] != '$' || s->bind != STB_LOCAL)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].machine == e->machine && name[1] && strchr(marks[i].letters, name[1]))
			return !name[2] || name[2] == '.' || (e->machine == ELF_RISCV && name[1] == 'x');
	return false;
}
