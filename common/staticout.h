/* What a static link made: whether it can start.
 *
 * No linker checks this.  A static glibc program applies its own relocations
 * before it can look up a symbol or print a message: IRELATIVE alone when it is
 * no PIE (glibc's csu/libc-start.c, apply_irel), those without a symbol when it
 * is one (elf/dl-reloc-static-pie.c). */
#ifndef STATICOUT_H
#define STATICOUT_H

#include <stdbool.h>
#include <stddef.h>
#include "elf.h"
#include "strv.h"

struct staticout {
	const char *path;
	const char *loader; /* PT_INTERP, or NULL */
	struct strv needed; /* DT_NEEDED */
	size_t irelative;   /* relocations that choose a function at start-up */
	size_t wrong;       /* relocations that start-up cannot apply */
	unsigned type;      /* of the first of them */
	const char *symbol; /* and its symbol, or "" */
	bool early;         /* _start reads an address before start-up has relocated it */
	struct strv weak;   /* the symbols of all of them, when all are weak and undefined; else empty */
};

/* Look at the file path; whether it is sound.  A file that is no ELF program is
 * not judged: true. */
bool staticout_sound(struct staticout *o, const char *path);

/* The same for bytes, which must outlive o. */
bool staticout_sound_bytes(struct staticout *o, const char *path, struct elf_bytes file);

/* Why it is not, as one line, and what to do. */
void staticout_say(const struct staticout *o);

#endif
