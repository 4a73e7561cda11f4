/* The command lines of nm, strip and objcopy, read as getopt_long does: short
 * options may stand together, long ones may be cut short where that is
 * unambiguous, operands may stand anywhere, and "--" ends the options. */
#ifndef FLAG_H
#define FLAG_H

#include <stdbool.h>
#include "strv.h"

enum flag_value { FLAG_NONE, FLAG_VALUE, FLAG_OPTIONAL /* only --name=VALUE */ };

struct flag {
	const char *name; /* without the dashes, or NULL */
	char letter;      /* or 0 */
	enum flag_value value;
	int id; /* of the caller's; more than 0 */
};

struct flags {
	const struct flag *table; /* ends with a row of id 0 */
	const char *const *word;
	const char *cluster; /* what is left of "-abc" */
	const char *given;   /* the option as it was written, for messages */
	const char *value;   /* of the option that was read, or NULL */
	struct strv operand;
};

/* Read argv without its first word, with response files opened. */
void flags_open(struct flags *f, const struct flag *table, const char *const *argv);

/* The id of the next option; 0 at the end, when operand holds the rest.  Ends
 * the process with EXIT_FAILED (as binutils) and one line on an option that is
 * not in the table, lacks its value or has one that it cannot have. */
int flags_next(struct flags *f);

/* End the process with EXIT_FAILED and one line: the option that was read
 * cannot be done. */
_Noreturn void flags_refuse(const struct flags *f, const char *advice);

#endif
