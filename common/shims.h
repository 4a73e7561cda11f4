/* The shims' own bytes, inside the command line tool. */
#ifndef SHIMS_H
#define SHIMS_H

struct shim_file {
	const char *start, *end;
};

extern const struct shim_file shim_cc, shim_ld, shim_ar;

#endif
