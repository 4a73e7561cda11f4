/* Choosing, sorting and printing the symbols of one ELF file, for nm. */
#ifndef NMLIST_H
#define NMLIST_H

#include "elf.h"
#include "out.h"

enum nm_format { NM_BSD, NM_POSIX, NM_NAMES };
enum nm_sort { NM_BY_NAME, NM_BY_VALUE, NM_BY_SIZE, NM_UNSORTED };

/* Memory that the files of a run share: an archive may have thousands. */
struct nm_scratch {
	void *p;
	size_t size;
};

struct nm_options {
	enum nm_format format;
	enum nm_sort sort;
	bool reverse;
	unsigned base; /* of numbers */
	bool debug, dynamic, external, undefined, defined, no_weak, special, sizes, versions;
	bool file_names, index, quiet, demangle;
	struct out *out;
	struct nm_scratch *scratch;
};

/* What stands before each symbol with file_names. */
struct nm_place {
	const char *archive; /* or NULL */
	const char *file;
};

/* Print the symbols of e.  A file without symbols is said to have none on
 * standard error.  False when a name would have needed a demangler. */
bool nmlist_print(const struct nm_options *o, const struct elf *e, const struct nm_place *place);

#endif
