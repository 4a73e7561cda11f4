#include <string.h>

#include "../../common/origin.h"
#include "tap.h"

static void is(const char *out, const char *dir, const char *want)
{
	const char *got = origin_rpath(out, dir);
	ok(want ? got && strcmp(got, want) == 0 : !got, "%s, %s", out, dir);
}

int main(void)
{
	is("app", ".", "$ORIGIN");
	is("app", "lib", "$ORIGIN/lib");
	is("./app", "./lib/", "$ORIGIN/lib");
	is("bin/app", "lib", "$ORIGIN/../lib");
	is("bazel-out/k8/bin/app/app", "bazel-out/k8/bin/foo/x.out_dir", "$ORIGIN/../foo/x.out_dir");
	is("a/b/c", "a/b", "$ORIGIN");
	is("a/b/c", "a", "$ORIGIN/..");
	is("a/./b/../c", "a//d", "$ORIGIN/d");
	is("/x/a/p", "/x/b", "$ORIGIN/../b");
	is("/p", "/", "$ORIGIN");
	is("p", "/lib", 0);
	is("/p", "lib", 0);
	is("p", "../lib", 0);
	is("../p", "lib", 0);
	is("", "lib", 0);
	is("bazel-out/k8/bin/app/p", "/b/execroot/ws/bazel-out/k8/bin/foo", "$ORIGIN/../foo");
	is("/b/sandbox/x/7/execroot/ws/bazel-out/k8/bin/p", "bazel-out/k8/bin", "$ORIGIN");
	is("not-bazel-out/a/p", "/bazel-out/b", 0);
	ok(origin_is_output("bazel-out/k8/bin") && origin_is_output("/x/bazel-out/k8"), "outputs");
	ok(!origin_is_output("xbazel-out/k8") && !origin_is_output("bazel-out"), "no outputs");
	return done_testing();
}
