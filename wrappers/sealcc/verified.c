/* The rows come from tests/targets/verified, which tests/targets/run keeps. */
#include <string.h>

#include "verified.h"

static const struct {
	const char *target, *versions;
} rows[] = {
#include "verified.inc"
};

const char *verified_with(const char *target)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].target, target) == 0)
			return rows[i].versions;
	return "-";
}
