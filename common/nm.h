/* nm: the symbols of ELF files and archives, as GNU nm prints them in the C
 * locale (binutils' manual, nm; compared with it by tests/binutils). */
#ifndef NM_H
#define NM_H

/* Run nm on argv without its first word; its exit status. */
int nm_main(const char *const *argv);

#endif
