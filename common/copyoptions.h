/* The options of strip and objcopy. */
#ifndef COPYOPTIONS_H
#define COPYOPTIONS_H

#include "elfbinary.h"
#include "elfselect.h"

struct copyoptions {
	struct elfselect select;
	struct strv operand;
	const char *output; /* strip -o */
	bool keep_times, own_dates /* -U */, verbose;
	const char *input_target, *output_target; /* or NULL */
	const char *debuglink;
	struct strv add, dump, update; /* sections: name, file, ... */
	bool decompress;               /* nothing may be compressed */
	struct elfbinary_gaps gaps;
};

/* Read argv without its first word.  Ends the process with status 0 after --help
 * and --version, with EXIT_FAILED and one line when an option is unknown, or
 * known and cannot be done: nothing is copied with an option left out. */
void copyoptions_strip(struct copyoptions *o, const char *const *argv);
void copyoptions_objcopy(struct copyoptions *o, const char *const *argv);

#endif
