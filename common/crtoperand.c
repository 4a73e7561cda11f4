/* rustc names its self-contained objects without a directory when it finds
 * none; they are then meant to be the toolchain's. */
#include <string.h>
#include <unistd.h>

#include "crtoperand.h"
#include "mem.h"

static const char *const in_libc[] = { "Scrt1.o", "crt1.o", "crti.o", "crtn.o", "rcrt1.o", "rsbegin.o",
	"rsend.o" };

/* clang has one of each, whatever gcc's letter for the kind of program. */
static const char *const in_resource[] = { "crtbegin", "crtend" };

static bool is_kind_of(const char *word, const char *name)
{
	size_t n = strlen(name);
	if (strncmp(word, name, n) != 0)
		return false;
	return strcmp(word + n, ".o") == 0 || strcmp(word + n, "S.o") == 0 || strcmp(word + n, "T.o") == 0;
}

/* Its place in the toolchain, by the name alone. */
static const char *place(const struct toolchain *tc, const char *word)
{
	for (size_t i = 0; i < sizeof in_libc / sizeof *in_libc; i++)
		if (strcmp(word, in_libc[i]) == 0)
			return mem_cat("sysroot/usr/lib/", word, NULL);
	for (size_t i = 0; i < sizeof in_resource / sizeof *in_resource; i++)
		if (is_kind_of(word, in_resource[i]))
			return mem_cat("resource/lib/", tc->llvm, "/clang_rt.", in_resource[i], ".o", NULL);
	return NULL;
}

const char *crtoperand(const struct toolchain *tc, const char *word)
{
	const char *path = tc->given ? NULL : place(tc, word);
	return path && access(word, F_OK) != 0 ? toolchain_path(tc, path) : NULL;
}
