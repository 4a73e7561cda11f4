/* strip and objcopy. */
#ifndef COPY_H
#define COPY_H

/* Run the program on argv, its own name first; its exit status. */
int copy_strip(const char *const *argv);
int copy_objcopy(const char *const *argv);

#endif
