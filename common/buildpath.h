/* Absolute paths of the machine that built a file, left behind in it: of homes,
 * temporary and build directories, sandboxes, and caches of packages.
 *
 * Strings in programs are not always terminated (Go, Rust), so paths are found
 * by how they begin.  Sources of the beginnings: the Filesystem Hierarchy
 * Standard, Debian's sbuild, Bazel's "Output Directory Layout", the work
 * directories of GitHub's and GitLab's runners, Cargo's and Go's homes. */
#ifndef BUILDPATH_H
#define BUILDPATH_H

#include "elf.h"
#include "strv.h"

enum buildpath_place {
	BUILDPATH_LOADED,  /* what a program maps when it runs */
	BUILDPATH_RPATH,   /* where its loader searches */
	BUILDPATH_DEBUG,   /* debugging information */
	BUILDPATH_SYMBOLS, /* names of symbols and of source files */
	BUILDPATH_OTHER,
	BUILDPATH_PLACES
};

enum { BUILDPATH_SHOWN = 20 };

struct buildpath {
	const char *path;
	const char *kind;    /* "home directory" */
	const char *section; /* where it was seen first, or "" */
};

struct buildpath_list {
	size_t count; /* occurrences */
	size_t n;     /* different paths, as far as they are kept */
	struct buildpath path[BUILDPATH_SHOWN];
};

struct buildpaths {
	const struct strv *allowed; /* patterns of paths that do not count, or NULL */
	struct buildpath_list in[BUILDPATH_PLACES];
};

/* "loaded", "rpath", "debug", ... */
const char *buildpath_place_name(enum buildpath_place place);

/* Collect those in the bytes of a section. */
void buildpath_find(
	struct buildpaths *b, enum buildpath_place place, const char *section, struct elf_bytes bytes);

/* Collect the directories of a search path that are neither below /usr and /lib
 * nor relative to the program. */
void buildpath_search(struct buildpaths *b, const char *section, const char *path);

#endif
