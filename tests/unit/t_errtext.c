/* What errno means: every text fits and is whole. */
#include <errno.h>

#include "../../common/errtext.h"
#include "tap.h"

int main(void)
{
	size_t n = 0;
	is_str(errtext(ENOENT), "No such file or directory", "ENOENT");
	is_str(errtext(ELOOP), "Too many levels of symbolic links", "the longest");
	ok(!errtext(0) && !errtext(-1) && !errtext(100000), "no text for what is no error of files");
	for (int i = 1; i < 256; i++)
		n += errtext(i) && strlen(errtext(i)) < 35;
	ok(n == 23, "each text ends within its row");
	return done_testing();
}
