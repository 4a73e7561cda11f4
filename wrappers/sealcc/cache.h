/* Where toolchains are kept. */
#ifndef CACHE_H
#define CACHE_H

/* $SEALCC_CACHE, $XDG_CACHE_HOME/sealcc or ~/.cache/sealcc; NULL when none of
 * these variables is set. */
const char *cache_directory(void);

#endif
