/* Which options exist, where their values stand, and what they mean to us.
 *
 * The tables hold only what the shims must understand: options that take a
 * value (so that a value is never taken for an option) and options that decide
 * something.  Everything else is a plain flag that passes through untouched.
 * Sources: clang/include/clang/Driver/Options.td, gcc/common.opt and c.opt,
 * lld/ELF/Options.td, binutils ld/lexsup.c. */
#ifndef OPTION_H
#define OPTION_H

#include <stdbool.h>
#include <stddef.h>

enum option_shape {
	SHAPE_FLAG,     /* exactly the name */
	SHAPE_SEPARATE, /* the next word is the value */
	SHAPE_JOINED,   /* the rest of the word is the value */
	SHAPE_EITHER,   /* joined, or the next word when nothing is joined */
};

enum option_kind {
	KIND_OTHER,         /* known for its shape only */
	KIND_NO_LINK,       /* ends before the linker: -c -S -E -M ... */
	KIND_QUERY,         /* only prints: --version -print-... */
	KIND_TARGET,        /* value: a triple */
	KIND_BITS,          /* changes the machine: -m32 -mx32 -EB ... */
	KIND_CPU,           /* value: a processor or level */
	KIND_SHARED,        /* makes a shared object */
	KIND_RELOCATABLE,   /* -r */
	KIND_STATIC,        /* -static */
	KIND_STATIC_PIE,    /* -static-pie */
	KIND_PIE,           /* -pie */
	KIND_NO_PIE,        /* -no-pie */
	KIND_DYNAMIC,       /* asks for a dynamic executable */
	KIND_NO_STDLIB,     /* neither crt objects nor libraries */
	KIND_NO_DEFAULTLIB, /* no libraries */
	KIND_NO_STARTFILES, /* no crt objects */
	KIND_SYSROOT,       /* value: a sysroot of the caller */
	KIND_RUNTIME,       /* needs a runtime library at the link */
	KIND_NO_RUNTIME,    /* takes such an option back: -fno-NAME */
	KIND_SANITIZE,      /* value: list of sanitizers, some need a runtime */
	KIND_NO_SANITIZE,   /* value: list of sanitizers turned off */
	KIND_TRAP,          /* value: list of sanitizers that trap instead of calling a runtime */
	KIND_NO_TRAP,       /* value: list of sanitizers that do not */
	KIND_LIBRARY,       /* -l */
	KIND_LIBRARY_DIR,   /* -L */
	KIND_LINKER_ARG,    /* -Wl, or -Xlinker */
	KIND_VERSIONS,      /* value: a file that gives symbols versions */
	KIND_LINKER,        /* value: the name of a linker */
	KIND_MULTILIB,      /* -print-multi-lib */
	KIND_OUTPUT,        /* -o */
	KIND_END,           /* --: only inputs follow */
};

enum option_path {
	PATH_NONE,
	PATH_READ, /* value: a file or directory that is read */
};

struct option {
	const char *name;
	unsigned char shape;
	unsigned char kind;
	unsigned char path;
};

struct option_table {
	const struct option *row; /* ascending by name, as strcmp orders */
	size_t n;
};

extern const struct option_table driver_options, ld_options;

/* The option that word spells, or NULL for a flag that is not in the table.
 * An exact name wins over a joined one, the longest joined name over shorter.
 * *value is where a joined value starts (maybe empty), else NULL: the value,
 * if the shape asks for one, is the next word. */
const struct option *option_find(const struct option_table *t, const char *word, const char **value);

/* Whether word is an input and no option; "-" is one, too. */
static inline bool option_is_input(const char *word)
{
	return *word != '-' || !word[1];
}

/* Whether a word of a driver's line says that nothing is linked: what nixpkgs'
 * wrapper looks at, and near enough for a message. */
bool option_only_compiles(const char *const *argv);

/* Whether the value of an option found by option_find is the next word. */
bool option_takes_next(const struct option *o, const char *value);

/* The same for an option that must be whole: how many words it is, from word on, with
 * its value and more words behind that; *value becomes the value.  EXIT_USAGE with one
 * line when one of them is missing. */
size_t option_value(const struct option *o, const char *const *word, const char **value, size_t more);

#endif
