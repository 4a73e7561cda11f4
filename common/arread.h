/* Reading archives: the GNU form, thin ones, and BSD's long names.
 *
 * The form is a magic line, then members with 60-byte headers of blank-padded
 * text.  Names longer than fifteen bytes stand in the member "//", one a line,
 * and a header refers to them by "/OFFSET"; "/" and "/SYM64/" are indexes.  A
 * thin archive holds names of files instead of the files.  Sources: ar(5),
 * binutils' include/aout/ar.h, LLVM's Archive.cpp. */
#ifndef ARREAD_H
#define ARREAD_H

#include <stdbool.h>
#include "elf.h"

enum { ARREAD_MAGIC = 8, ARREAD_HEADER = 60, ARREAD_NAME = 16 };

struct arread {
	struct elf_bytes file;
	const char *dir; /* of a thin archive, "" or with a slash at its end */
	bool thin;
	struct elf_bytes names; /* the member "//" */
	struct elf_bytes index; /* the member "/" or "/SYM64/" */
	bool wide;              /* the index is of 64 bits */
};

struct arread_member {
	const unsigned char *header;
	const char *name;      /* as the archive has it; for a thin one the path to open */
	bool special;          /* an index or the table of names */
	struct elf_bytes data; /* absent for a member of a thin archive */
};

enum arread_next { ARREAD_END, ARREAD_MEMBER, ARREAD_DAMAGED };

bool arread_is(struct elf_bytes file);

/* Open the archive with these bytes, whose path the names of a thin archive are
 * relative to.  False when its first members are damaged. */
bool arread_open(struct arread *a, struct elf_bytes file, const char *path);

/* The member at *at (at first ARREAD_MAGIC), and *at moved behind it. */
enum arread_next arread_next(const struct arread *a, size_t *at, struct arread_member *m);

/* A place in the index, at first all zeros. */
struct arread_cursor {
	size_t i, text;
};

/* The next symbol of the index and the place of its member; NULL at the end or
 * where the index is damaged. */
const char *arread_index(const struct arread *a, struct arread_cursor *c, size_t *at);

#endif
