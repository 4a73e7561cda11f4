/* Hiding symbols: the right ones, and no read or write outside of any bytes. */
#include <stdlib.h>

#include "../../common/machoexport.h"
#include "tap.h"

enum { HEADER = 32, SYMTAB = 24, NLIST = 16, COUNT = 4, SIZE = HEADER + SYMTAB + COUNT * NLIST + 16 };

static void put(unsigned char *p, unsigned v)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)(v >> 8 * i);
}

/* An object with _a, _b defined, _b local in its second row, and _c undefined. */
static void make(unsigned char *p)
{
	static const unsigned char types[COUNT] = { 0x0f, 0x0f, 0x0e, 0x01 }, at[COUNT] = { 1, 4, 4, 7 };
	memset(p, 0, SIZE);
	put(p, 0xfeedfacf);
	put(p + 12, 1);
	put(p + 16, 1);
	put(p + HEADER, 2);
	put(p + HEADER + 4, SYMTAB);
	put(p + HEADER + 8, HEADER + SYMTAB);
	put(p + HEADER + 12, COUNT);
	put(p + HEADER + 16, HEADER + SYMTAB + COUNT * NLIST);
	put(p + HEADER + 20, 16);
	for (size_t i = 0; i < COUNT; i++) {
		put(p + HEADER + SYMTAB + i * NLIST, at[i]);
		p[HEADER + SYMTAB + i * NLIST + 4] = types[i];
	}
	memcpy(p + HEADER + SYMTAB + COUNT * NLIST, "\0_a\0_b\0_c", 10);
}

static unsigned type(const unsigned char *p, size_t i)
{
	return p[HEADER + SYMTAB + i * NLIST + 4];
}

static void test_lists(void)
{
	struct machoexport x;
	unsigned char p[SIZE];
	machoexport_init(&x);
	ok(!machoexport_any(&x), "nothing is hidden at first");
	x.listed = true;
	strv_push(&x.only, "_a*");
	make(p);
	machoexport_hide(&x, p, SIZE);
	ok(machoexport_any(&x) && type(p, 0) == 0x0f && type(p, 1) == 0x1f, "what is not listed is hidden");
	ok(type(p, 2) == 0x0e && type(p, 3) == 0x01, "local and undefined symbols stay as they are");
	strv_push(&x.never, "_a");
	machoexport_hide(&x, p, SIZE);
	ok(type(p, 0) == 0x1f, "the other list wins");
	make(p);
	p[12] = 6;
	machoexport_hide(&x, p, SIZE);
	ok(type(p, 0) == 0x0f, "only objects are changed");
}

static void test_any_bytes(void)
{
	struct machoexport x;
	machoexport_init(&x);
	x.listed = true;
	srand(1);
	for (int i = 0; i < 20000; i++) {
		unsigned char whole[SIZE];
		size_t n = i < SIZE ? (size_t)i : SIZE;
		make(whole);
		for (int k = rand() % 4; k > 0; k--)
			whole[rand() % SIZE] = (unsigned char)rand();
		unsigned char *copy = malloc(n ? n : 1);
		memcpy(copy, whole, n);
		machoexport_hide(&x, copy, n);
		free(copy);
	}
	ok(true, "damaged objects");
}

int main(void)
{
	test_lists();
	test_any_bytes();
	return done_testing();
}
