/* Memory that lives as long as the process.
 *
 * Nothing is ever freed: a shim is about to become another program.  The first
 * 32 KiB come from .bss and cost no system call; more comes from mmap. */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>

/* size bytes, zeroed, aligned for any object.  Ends the process with 126 and
 * a message when there is no memory. */
void *mem_alloc(size_t size);

/* The n bytes at s as a string. */
char *mem_dup(const char *s, size_t n);

/* The strings up to the NULL that ends the list, as one new string. */
char *mem_cat(const char *s, ...) __attribute__((sentinel));

#endif
