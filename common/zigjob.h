/* A sealing under way: where things go, and how zig is asked for them (the
 * command line tool only).  Each function ends the process with EXIT_FAILED and
 * one line when zig does not do its part. */
#ifndef ZIGJOB_H
#define ZIGJOB_H

#include <stdbool.h>
#include "child.h"
#include "seal.h"

struct job {
	const struct seal *s;
	const char *out;     /* the toolchain under its temporary name */
	const char *work;    /* zig's caches and scratch files */
	const char *lib;     /* out/sysroot/usr/lib */
	const char *include; /* out/sysroot/usr/include */
	char zig_target[64], llvm[64];
};

bool job_musl(const struct job *j);

/* Say on a terminal what is being made. */
void job_step(const struct job *j, const char *what);

/* The path of name in the sysroot's libraries. */
const char *job_lib(const struct job *j, const char *name);

/* Run zig with words in the work directory; all it prints, which with
 * ZIG_VERBOSE_CC and ZIG_VERBOSE_LINK tells of its own calls. */
char *job_zig(const struct job *j, const char *const *words);

/* Run zig once per line of lines (each without zig itself), as many at a time
 * as there are processors. */
void job_zig_all(const struct job *j, const char *const *const *lines, size_t n);

/* The words, in one line, that zig's driver ("cc" or "c++") hands to clang. */
const char *job_compile_line(const struct job *j, const char *driver);

/* Compile source, which is C, with flags, by clang alone. */
void job_compile(const struct job *j, const char *source, const char *object, const char *const *flags);

/* Insert text before the line of the file path that holds mark. */
void job_insert(const char *path, const char *mark, const char *text);

/* One more name for a library, if it is there. */
void job_link_lib(const struct job *j, const char *file, const char *name);

/* An empty archive, for those who name a library that is a part of another. */
void job_empty_lib(const struct job *j, const char *name);

#endif
