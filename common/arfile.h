/* Archives as zig leaves them: members named by their path in zig's cache. */
#ifndef ARFILE_H
#define ARFILE_H

/* Write the archive path anew with every member under its base name, dates and
 * owners zero, and without its symbol index, which the caller makes again with
 * ranlib.  Ends the process with EXIT_FAILED when it is no archive in GNU form
 * (ar(5); binutils' include/aout/ar.h). */
void arfile_strip_paths(const char *path);

#endif
