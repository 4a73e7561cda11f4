/* What errno means, in the words of POSIX. */
#ifndef ERRTEXT_H
#define ERRTEXT_H

/* The text of what files, processes and memory fail with; NULL for the rest. */
const char *errtext(int error);

#endif
