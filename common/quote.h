/* Text as the string of a shell or of a build system's language. */
#ifndef QUOTE_H
#define QUOTE_H

struct quoting;

extern const struct quoting quote_sh;    /* POSIX sh, single quotes */
extern const struct quoting quote_fish;  /* fish, single quotes */
extern const struct quoting quote_nix;   /* Nix, double quotes */
extern const struct quoting quote_toml;  /* TOML, basic string */
extern const struct quoting quote_cmake; /* CMake, quoted argument that is a path */
extern const struct quoting quote_meson; /* meson, also in machine files */

/* s with its quotes.  NULL when the language cannot write it: TOML and meson
 * read UTF-8 only, and CMake cuts a word in two at ';' and turns '\' into '/'. */
const char *quote(const struct quoting *q, const char *s);

#endif
