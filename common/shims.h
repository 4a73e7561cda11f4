/* The shims' own bytes, and the sources in runtime/, inside the command line tool. */
#ifndef SHIMS_H
#define SHIMS_H

struct shim_file {
	const char *start, *end;
};

extern const struct shim_file shim_cc, shim_ld, shim_zigcc, shim_machold, shim_peld, shim_petool, shim_wasmld,
	shim_ar, shim_nm, shim_objcopy;
extern const struct shim_file shim_x86_cpu; /* runtime/x86-cpu.c */

#endif
