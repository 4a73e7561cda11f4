/* What stands between common/ and the machine when it is fuzzed.
 *
 * Memory: each allocation is a block of its own with its exact size, so that
 * AddressSanitizer sees every read past an end; all are freed after each run.
 * Files: the few that the fuzzer makes up.  Output goes nowhere, and the end of the
 * process is the end of the run.  For this common/ is compiled with other names for
 * a few functions of the C library (tests/fuzz/build), and host.c is linked in place
 * of mem.c and mapfile.c. */
#ifndef HOST_H
#define HOST_H

#include "../../common/elf.h"

/* Call f with arg; everything it took is gone afterwards. */
void host_run(void (*f)(void *arg), void *arg);

/* From now on there is a file of this base name in every directory, or none when
 * bytes has no p; the bytes are borrowed. */
void host_file(const char *name, struct elf_bytes bytes);

#endif
