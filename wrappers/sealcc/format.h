/* The formats of "sealcc env". */
#ifndef FORMAT_H
#define FORMAT_H

#include <stdbool.h>
#include "../../common/strv.h"
#include "report.h"

struct format {
	const char *name;
	const char *what; /* for --help */
	bool single;      /* for one target only */
	/* Append the text to out.  Ends the process with EXIT_FAILED and one line
	 * when the format cannot carry a value; nothing is printed then. */
	void (*write)(struct strv *out, const struct report *r);
};

/* The i-th format; NULL past the end. */
const struct format *format_nth(size_t i);

/* The format of a name; NULL when there is none. */
const struct format *format_find(const char *name);

#endif
