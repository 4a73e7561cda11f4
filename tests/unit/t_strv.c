/* The list is terminated at all times, and grows without losing a word. */
#include "../../common/strv.h"
#include "tap.h"

static void test_growth(size_t cap)
{
	static const char *const names[] = { "a", "b", "c", "d", "e", "f", "g" };
	struct strv a;
	bool terminated = true, kept = true;
	strv_init(&a, cap);
	ok(a.n == 0 && a.v[0] == NULL, "room for %zu: empty and terminated", cap);
	for (size_t i = 0; i < 100; i++) {
		strv_push(&a, names[i % 7]);
		terminated = terminated && a.n == i + 1 && a.v[a.n] == NULL;
	}
	for (size_t i = 0; i < 100; i++)
		kept = kept && a.v[i] == names[i % 7];
	ok(terminated, "room for %zu: terminated after every word", cap);
	ok(kept, "room for %zu: the words are the same pointers", cap);
}

static void test_zeroed(void)
{
	struct strv a = { .n = 0 };
	strv_push(&a, "x");
	ok(a.n == 1 && a.v[1] == NULL, "a zeroed list takes words");
}

static void test_append(void)
{
	static const char *const more[] = { "b", "c", NULL };
	struct strv a;
	strv_init(&a, 0);
	strv_append(&a, more + 2);
	ok(a.n == 0, "appending nothing");
	strv_push(&a, "a");
	strv_append(&a, more);
	ok(a.n == 3 && a.v[2] == more[1] && a.v[3] == NULL, "appending two");
}

static void test_has(void)
{
	struct strv a = { .n = 0 };
	ok(!strv_has(&a, ""), "a zeroed list has no word");
	strv_push(&a, "ab");
	ok(strv_has(&a, (char[]){ "ab" }), "a word is found by its text");
	ok(!strv_has(&a, "a") && !strv_has(&a, "abc"), "a part of a word is none");
}

int main(void)
{
	test_growth(0);
	test_growth(1);
	test_growth(99);
	test_growth(100);
	test_zeroed();
	test_append();
	test_has();
	return done_testing();
}
