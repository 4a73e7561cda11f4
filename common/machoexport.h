/* Which symbols a dylib or a program gives to others, decided in its objects.
 *
 * zig's linker has no lists of symbols to export.  A symbol that is "private
 * extern" in the object that defines it is not exported either, so copies of the
 * inputs get that mark: one bit, nothing moves.  Source: <mach-o/nlist.h>, N_PEXT. */
#ifndef MACHOEXPORT_H
#define MACHOEXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include "strv.h"

struct machoexport {
	bool listed;       /* only those that only names */
	struct strv only;  /* patterns, as ld64's lists have them */
	struct strv never; /* those not to export */
};

void machoexport_init(struct machoexport *x);

/* Add the lines of the file path to list.  EXIT_FAILED when it cannot be read. */
void machoexport_read(struct strv *list, const char *path);

/* Whether anything is to be hidden. */
bool machoexport_any(const struct machoexport *x);

/* Mark in the object or archive at p, of n bytes, what is not to be exported.
 * Anything else is left as it is. */
void machoexport_hide(const struct machoexport *x, unsigned char *p, size_t n);

#endif
