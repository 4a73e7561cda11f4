/* Memory is zeroed, aligned and never overlaps, in .bss and beyond it. */
#include <stdint.h>
#include <stdlib.h>

#include "../../common/mem.h"
#include "ending.h"
#include "tap.h"

/* Sizes from 0 to past the first block: fill each and see that none changes. */
static void test_blocks(void)
{
	enum { N = 1200 };
	static unsigned char *p[N];
	bool zeroed = true, aligned = true, apart = true;
	for (size_t i = 0; i < N; i++) {
		p[i] = mem_alloc(i);
		aligned = aligned && (uintptr_t)p[i] % _Alignof(max_align_t) == 0;
		for (size_t j = 0; j < i; j++)
			zeroed = zeroed && p[i][j] == 0;
		memset(p[i], (int)(i % 251) + 1, i);
	}
	for (size_t i = 0; i < N; i++)
		for (size_t j = 0; j < i; j++)
			apart = apart && p[i][j] == i % 251 + 1;
	ok(zeroed, "blocks are zeroed");
	ok(aligned, "blocks are aligned");
	ok(apart, "blocks do not overlap");
}

static void test_large(void)
{
	size_t n = 5u << 20;
	unsigned char *p = mem_alloc(n), *q = mem_alloc(1);
	bool zeroed = true;
	for (size_t i = 0; i < n; i++)
		zeroed = zeroed && p[i] == 0;
	memset(p, 1, n);
	ok(zeroed, "5 MiB are zeroed");
	ok(*q == 0, "and what follows is apart");
}

static void test_dup(void)
{
	is_str(mem_dup("abc", 2), "ab", "dup of a part");
	is_str(mem_dup("", 0), "", "dup of nothing");
	is_str(mem_dup("a\0b", 3), "a", "dup of a zero byte");
}

static void test_cat(void)
{
	const char *first = mem_cat("--a=", "b", "", "/c", NULL);
	is_str(first, "--a=b/c", "cat");
	is_str(mem_cat("", NULL), "", "cat of nothing");
	is_str(first, "--a=b/c", "the next one leaves it alone");
}

/* Every length around the ends of blocks. */
static void test_cat_lengths(void)
{
	static char text[3000];
	bool same = true, apart = true;
	const char *last = mem_cat("x", NULL);
	memset(text, 'a', sizeof text - 1);
	for (size_t n = 0; n < sizeof text; n++) {
		const char *s = mem_cat(text + n, "bc", text + sizeof text - 1 - n, NULL);
		same = same && strlen(s) == sizeof text - 1 - n + 2 + n && s[sizeof text - 1 - n] == 'b' &&
		       s[sizeof text - 1 - n + 1] == 'c';
		apart = apart && (n == 0 ? strcmp(last, "x") == 0 : strlen(last) == sizeof text + 1);
		last = s;
	}
	ok(same, "cat of %zu lengths", sizeof text);
	ok(apart, "and none touches the one before");
}

static void too_much(void *size)
{
	mem_alloc(*(size_t *)size);
}

static void test_too_much(void)
{
	size_t sizes[] = { SIZE_MAX, SIZE_MAX / 2 + 1, SIZE_MAX / 4 };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct ending e = ending_of(too_much, &sizes[i]);
		ok(e.status == 126 && e.lines == 1 && strncmp(e.text, "sealcc", 6) == 0,
			"%zu bytes: 126 and one line, not %d: %s", sizes[i], e.status, strtok(e.text, "\n"));
	}
}

int main(void)
{
	test_cat();
	test_dup();
	test_blocks();
	test_large();
	test_cat_lengths();
	test_too_much();
	return done_testing();
}
