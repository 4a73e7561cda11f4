/* Sources: rustc --print target-cpus and target-features; LLVM's
 * AArch64Features.td for what a level adds. */
#include <stdbool.h>
#include <string.h>

#include "cpurust.h"
#include "mem.h"
#include "text.h"

/* What each level of ARMv8 adds; ARMv9.n is ARMv8.(n+5) and sve2. */
static const char *const added[] = {
	"",
	",+crc,+lse,+rdm",
	",+ras,+dpb",
	",+rcpc,+paca,+pacg,+jsconv,+fcma",
	",+dotprod,+flagm,+dit,+rcpc2",
	",+sb,+ssbs,+bti,+frintts,+dpb2",
	",+bf16,+i8mm",
};

enum { LEVELS = sizeof added / sizeof *added };

/* level is "8-a", "8.2-a", "9.4-a+crc": what is behind it is no more than a gift. */
static const char *aarch64_level(const char *level)
{
	const char *features = "";
	bool nine = *level == '9';
	unsigned minor = level[1] == '.' ? (unsigned)(level[2] - '0') : 0, last = nine ? minor + 5 : minor;
	for (unsigned i = 1; i <= last && i < LEVELS; i++)
		features = mem_cat(features, added[i], NULL);
	if (nine)
		features = mem_cat(features, ",+sve2", NULL);
	return *features ? mem_cat("-Ctarget-feature=", features + 1, NULL) : NULL;
}

const char *cpurust_flags(const struct triple *t, const char *option)
{
	const char *kernel = triple_arch_kernel(t), *name = strchr(option, '=') + 1;
	if (strstr(name, "+no")) /* rustc must not use what is taken away */
		return NULL;
	if (strcmp(kernel, "aarch64") == 0 && text_begins(name, "armv"))
		return aarch64_level(name + strlen("armv"));
	if (text_begins(name, "armv") || text_begins(name, "rv"))
		return NULL;
	return mem_cat("-Ctarget-cpu=", mem_dup(name, strcspn(name, "+")), NULL);
}
