/* The environment that makes build systems use a toolchain (the command line
 * tool only).
 *
 * Sources of the names: the Cargo book (Configuration, Environment variables),
 * the READMEs of cc, cmake, bindgen and pkg-config, cmake-env-variables(7),
 * autoconf's manual (Site Defaults), go help environment. */
#ifndef SETTING_H
#define SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include "host.h"
#include "toolchain.h"

struct setting {
	const char *name, *value;
	const char *own;   /* the user's value, which wins; or NULL */
	const char *front; /* the directories that were put before the user's; or NULL */
};

struct settings {
	struct setting *v;
	size_t n, cap;
	struct host host;
};

void settings_init(struct settings *s);

/* The i-th variable that carries the triple of t and names a file of the
 * toolchain, and that file below the toolchain's directory; false past the end. */
bool setting_file(size_t i, const struct triple *t, const char **name, const char **path);

/* Cargo's linker below the toolchain's directory.  A name that ends in -gcc
 * keeps rustc from asking for its own lld. */
const char *setting_linker(const struct triple *t);

/* Add what one toolchain needs under names that carry its triple.  Several
 * toolchains do not disturb each other. */
void settings_add(struct settings *s, const struct toolchain *tc);

/* Put the toolchain's prefixed programs (aarch64-linux-gnu-ar, ...) into PATH,
 * for build systems that look for them there; not when the target is the
 * host's architecture, whose programs may have the same names. */
void settings_add_path(struct settings *s, const struct toolchain *tc);

/* Add the names without a triple, for the only toolchain of a run: CC and the
 * like, and HOST_CC and the like so that host builds stay host builds.  go also
 * gets GOOS and the like, which would mislead a Go that runs in a Cargo build. */
void settings_add_plain(struct settings *s, const struct toolchain *tc, bool go);

#endif
