/* What a program for WASI needs of its C library. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int failed;

static void ok(int good, const char *what)
{
	printf("%sok - %s\n", good ? "" : "not ", what);
	failed |= !good;
}

/* Deeper than the 64 KiB that wasm-ld gives a stack. */
static unsigned deep(unsigned n)
{
	volatile char room[4096];
	memset((char *)room, (int)n, sizeof room);
	return n ? deep(n - 1) + (unsigned char)room[n] : 0;
}

static int compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void file(void)
{
	char text[16] = "";
	FILE *f = fopen("/made.txt", "w");
	ok(f && fputs("by wasm", f) >= 0 && fclose(f) == 0, "a file is written");
	f = fopen("/made.txt", "r");
	ok(f && fgets(text, sizeof text, f) && strcmp(text, "by wasm") == 0, "and read");
	ok(f && fclose(f) == 0 && remove("/made.txt") == 0, "and removed");
	ok(!fopen("/none.txt", "r") && errno == ENOENT, "errno says what is missing");
}

int main(int argc, char **argv)
{
	int numbers[] = { 3, 1, 2 };
	struct timespec t;
	char text[32];
	ok(argc == 3 && strcmp(argv[2], "two words") == 0, "the arguments are there");
	ok(sizeof(void *) == 4 && sizeof(long long) == 8, "pointers have 32 bits");
	qsort(numbers, 3, sizeof *numbers, compare);
	ok(numbers[0] == 1 && numbers[2] == 3, "qsort");
	snprintf(text, sizeof text, "%.3f", sqrt(2) + strtod("0.5", NULL));
	ok(strcmp(text, "1.914") == 0, "floating point is printed");
	ok(deep(100) == 5050, "a deep stack");
	ok(clock_gettime(CLOCK_REALTIME, &t) == 0 && t.tv_sec > 1600000000, "the clock");
	file();
	void *p = malloc(4 << 20);
	ok(p != NULL, "4 MiB are to be had");
	free(p);
	return failed ? 1 : 42;
}
