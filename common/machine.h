/* Machines that object files are for: the numbers that ELF, Mach-O and COFF give
 * them, one name each, and the other names they go by.
 *
 * Sources: the gABI's e_machine list, <mach/machine.h>, Microsoft's "PE Format";
 * the names are LLVM's, the others Rust's, Debian's, Go's, Bazel's and uname's. */
#ifndef MACHINE_H
#define MACHINE_H

#include <stdbool.h>
#include <stdint.h>

struct machine {
	const char *name;
	unsigned short elf;
	unsigned char bits, order; /* of ELF files: 32 or 64; MACHINE_LITTLE or _BIG; 0 for any */
	uint32_t macho, coff;      /* 0 for none */
	const char *others;        /* each between blanks, or NULL */
};

enum { MACHINE_LITTLE = 1, MACHINE_BIG };

/* NULL for a number that is not in the table. */
const struct machine *machine_of_elf(unsigned number, bool is64, bool big);
const struct machine *machine_of_macho(uint32_t cputype);
const struct machine *machine_of_coff(unsigned number);

/* The machine that goes by a name; NULL when none does. */
const struct machine *machine_named(const char *name);

/* All names in one text, separated by ", ". */
const char *machine_names(void);

#endif
