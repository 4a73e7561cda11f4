/* Paths that are dead where the tool runs, because they were written in another
 * sandbox, working directory or worker of a build system like Bazel.
 *
 * A path that exists is never changed.  A dead one is looked for under the
 * execution roots at hand, by the part of it that follows /execroot/NAME/,
 * /bazel-working-directory/NAME/ or /bazel-execroot/NAME/, or that begins with
 * bazel-out/ or external/.  An output that was named by "cfg", as an action sees it
 * that Bazel maps paths for, is the one configuration's that has it, and the other
 * way round; never another's while the directory of the one that is named is there.
 * Sources: Bazel's "Output Directory Layout", LinuxSandboxedSpawnRunner and
 * PathMappers; what rules_rust hands to build scripts. */
#ifndef EXECROOT_H
#define EXECROOT_H

#include <stdbool.h>
#include <stddef.h>
#include "strv.h"

enum { EXECROOT_MAX = 8 };

struct execroot {
	const char *toolchain; /* its directory: it stands below an execution root, too */
	bool strict;           /* take nothing from outside of a sandbox */
	bool links;            /* a linker asks */
	bool ready;            /* the rest is known */
	const char *cwd;       /* or NULL */
	size_t n;
	const char *root[EXECROOT_MAX];
	struct strv dead, outside; /* directories that are only outside of the sandbox, and where */
	const char *lost; /* the path that was asked for last, if it is a build system's, dead and nowhere */
};

void execroot_init(struct execroot *x, const char *toolchain, bool strict, bool links);

/* The living path that the dead one stands for, relative when it is below the
 * working directory, so that nothing that is made depends on where; NULL: it
 * exists, is none of a build system's, or is nowhere.  One that is written as seen
 * from the execution root that is the working directory is right as it is: Bazel
 * names many include directories that an action has no files in.  Only a linker
 * looks for it outside of the sandbox, since rustc names the output directories of
 * build scripts so.  Two different files that could be meant
 * are named in a note, and neither is taken. */
const char *execroot_repair(struct execroot *x, const char *path);

/* The path to use for path: the one that it stands for, or path itself. */
const char *execroot_alive(struct execroot *x, const char *path);

/* How lost was looked for, as the second half of a message. */
const char *execroot_looked(const struct execroot *x);

/* Say which directories were taken from outside of a sandbox.  words is the whole
 * line: of its search directories for libraries only those count that hold one of
 * its -l, since a build script's directory is named for libraries that rustc has
 * put elsewhere, too.  x may be NULL. */
void execroot_tell(const struct execroot *x, const char *const *words);

/* execroot_repair for a word in which a path stands from path to its end: the whole
 * word.  path may be NULL.  An input that is lost is named in one line: the tool can
 * only fail. */
const char *execroot_word(struct execroot *x, const char *word, const char *path, bool input);

#endif
