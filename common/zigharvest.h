/* What zig's own lines name: the headers that it compiles with, the objects and
 * libraries that it links (the command line tool only). */
#ifndef ZIGHARVEST_H
#define ZIGHARVEST_H

#include "zigjob.h"

/* Copy the headers of the C library into the sysroot, and clang's into the
 * resource directory; the line that named them, which zig prints only once. */
const char *zigharvest_headers(const struct job *j);

struct zigharvest_macro {
	const char *name, *value;
};

/* The next -D in line whose name begins with prefix, and line behind it; false when
 * there is none. */
bool zigharvest_macro(const char **line, const char *prefix, struct zigharvest_macro *m);

/* Link a program by zig's driver ("cc" or "c++") with mode, and copy every file
 * that the linker's line takes from zig's cache into the sysroot's libraries,
 * but that of the program itself, e.o or e.obj. */
void zigharvest_link(const struct job *j, const char *driver, const char *const *mode);

/* End with a message unless file is among the sysroot's libraries. */
void zigharvest_need(const struct job *j, const char *file);

/* The archive into of the sysroot's libraries holds the members of each from that is
 * there, too, and no path of zig's cache: the same zig gives the same bytes wherever a
 * toolchain is made. */
void zigharvest_merge(const struct job *j, const char *into, const char *const *from);

#endif
