/* The letter that nm gives a symbol. */
#ifndef SYMCLASS_H
#define SYMCLASS_H

#include "elf.h"

/* Where a symbol is, as far as nm and strip tell places apart. */
enum symclass_place { PLACE_UNDEFINED, PLACE_ABSOLUTE, PLACE_COMMON, PLACE_SECTION };

/* A number of no section and a section that tools hide (symbol and string
 * tables) count as absolute. */
enum symclass_place symclass_place(const struct elf *e, const struct elf_symbol *s);

/* The letter of POSIX's nm as GNU extends it; '?' for an unknown class. */
char symclass_letter(const struct elf *e, const struct elf_symbol *s);

/* A section with debugging information, by its name. */
bool symclass_debug_section(const char *name, const struct elf_section *s);

/* ARM's and RISC-V's marks of code and data ($a, $d, $x): no symbols to a user. */
bool symclass_mapping(const struct elf *e, const struct elf_symbol *s, const char *name);

#endif
