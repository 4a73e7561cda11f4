#include <string.h>

#include "../../common/text.h"
#include "tap.h"

int main(void)
{
	ok(text_begins("libx.a", "lib") && text_begins("lib", "lib") && text_begins("x", ""), "begins");
	ok(!text_begins("li", "lib") && !text_begins("", "l") && !text_begins("xlib", "lib"),
		"does not begin");
	ok(text_ends("libx.a", ".a") && text_ends(".a", ".a") && text_ends("x", ""), "ends");
	ok(!text_ends("a", ".a") && !text_ends("libx.ab", ".a"), "does not end");
	static const char s[] = "one two";
	ok(text_find(s, "two") == s + 4 && text_find(s, "") == s && !text_find(s, "three"), "found");
	ok(strcmp(text_shared("d.so/libx.so.1"), ".so.1") == 0 && !text_shared("d.so/x") &&
			!text_shared("x.sort"),
		"named like a shared object");
	return done_testing();
}
