/* What callers say to clang and a gcc does not know. */
#ifndef GCCOPTION_H
#define GCCOPTION_H

/* The rule of an option that has to be left out or spelled otherwise, and in *to
 * what stands for it, NULL for nothing; a value of its own goes with it.  NULL
 * for an option that is gcc's, too, or that gcc itself shall refuse. */
const char *gccoption_rule(const char *word, const char **to);

#endif
