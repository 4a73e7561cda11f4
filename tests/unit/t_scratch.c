/* The directory of one call goes with all that is in it, and with nothing else. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../common/dirnames.h"
#include "../../common/scratch.h"
#include "tap.h"

static bool is_there(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

static void fill(const char *dir)
{
	char path[64];
	scratch_make(dir);
	snprintf(path, sizeof path, "%s/.hidden", dir);
	scratch_make(path);
	snprintf(path, sizeof path, "%s/.hidden/..file", dir);
	ok(scratch_write(path, "x", 1), "%s is written", path);
	snprintf(path, sizeof path, "%s/link", dir);
	ok(symlink("../kept", path) == 0, "%s is made", path);
}

static void test_names(void)
{
	struct strv a;
	dirnames_list(&a, "made", 0);
	ok(a.n == 2 && !strcmp(a.v[0], ".hidden") && !strcmp(a.v[1], "link"), "all names but . and ..");
	dirnames_list(&a, "made/link", 0);
	ok(a.n == 1 && !strcmp(a.v[0], "file"), "what a symbolic link leads to");
	dirnames_list(&a, "made/link", O_NOFOLLOW);
	ok(a.n == 0 && a.v[0] == NULL, "nothing of it when it is not followed");
	dirnames_list(&a, "none", 0);
	ok(a.n == 0 && a.v[0] == NULL, "nothing of what is not there");
}

int main(void)
{
	char dir[] = "scratch.XXXXXX"; /* the runner removes the directory it is called in */
	if (!mkdtemp(dir) || chdir(dir) != 0)
		return 1;
	scratch_make("kept");
	ok(scratch_write("kept/file", "x", 1), "a file that a link leads to");
	fill("made");
	test_names();
	scratch_remove("made");
	ok(!is_there("made"), "all is gone");
	ok(is_there("kept/file"), "but not what a link leads to");
	scratch_remove("made");
	return done_testing();
}
