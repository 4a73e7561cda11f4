/* Putting the shims and the files for build systems into a toolchain (the
 * command line tool only, which carries the shims inside itself). */
#ifndef INSTALL_H
#define INSTALL_H

#include "triple.h"

/* Write every program and alias of a toolchain for t into out/bin, marked with
 * the fingerprint, with the ld that is "zig cc" where that links; the aliases that begin with a triple also
 * into out/prefixed, which can be put into PATH without hiding the host's cc. */
void install_shims(const char *out, const struct triple *t, bool zig_links, const char *fingerprint);

/* Write the files that build systems read: cmake.cmake, host.cmake (for host
 * builds beside it), config.site, meson.ini and cargo/config.toml. */
void install_build_files(const char *out, const struct triple *t);

/* A short text that differs when the shims differ. */
const char *install_digest(void);

#endif
