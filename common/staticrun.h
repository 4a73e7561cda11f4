/* Running a static glibc link: link, look at the output, and remove it rather
 * than hand over a program that crashes before main. */
#ifndef STATICRUN_H
#define STATICRUN_H

#include "plan.h"
#include "staticline.h"

/* Does not return: the linker's own end (status or signal), or EXIT_FAILED and
 * one line when the output is unsound.  When nothing is wrong with it but
 * relocations against weak undefined symbols, the link is made once more with
 * these defined as 0 ("explain" names them where static = defsym). */
_Noreturn void staticrun(struct plan *p, const struct staticline *s);

#endif
