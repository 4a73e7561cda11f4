/* What a C program for Windows expects of its toolchain; prints "ok NAME" for each
 * check that holds. */
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#include <windows.h>

static int failed;

static void check(const char *name, int good)
{
	printf("%s %s\n", good ? "ok" : "not ok", name);
	failed |= !good;
}

static atomic_int sum;
static _Thread_local int own = 5;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int guarded;

static void *work(void *arg)
{
	own += *(int *)arg;
	atomic_fetch_add(&sum, own);
	for (int i = 0; i < 1000; i++) {
		pthread_mutex_lock(&lock);
		guarded++;
		pthread_mutex_unlock(&lock);
	}
	return arg;
}

static void threads(void)
{
	pthread_t t[4];
	int n[4];
	for (int i = 0; i < 4; i++) {
		n[i] = i;
		pthread_create(&t[i], NULL, work, &n[i]);
	}
	for (int i = 0; i < 4; i++)
		pthread_join(t[i], NULL);
	check("threads", guarded == 4000);
	check("thread-local", atomic_load(&sum) == 26 && own == 5);
}

static void formats(void)
{
	char text[128];
	snprintf(text, sizeof text, "%zu %lld %#x %.3f %s %-4d|", (size_t)7, 1LL << 40, 255, 2.5, "word", 3);
	check("printf", strcmp(text, "7 1099511627776 0xff 2.500 word 3   |") == 0);
	int number = 0;
	double real = 0;
	char word[16] = "";
	check("scanf", sscanf("12 2.5 word", "%d %lf %15s", &number, &real, word) == 3 && number == 12 &&
			       real == 2.5 && strcmp(word, "word") == 0);
	wchar_t wide[16];
	check("wide characters",
		swprintf(wide, 16, L"%ls-%d", L"wide", 4) == 6 && wcscmp(wide, L"wide-4") == 0);
}

static void files(void)
{
	static const char name[] = "check-windows.txt";
	char line[32] = "";
	FILE *f = fopen(name, "wb");
	fputs("one\ntwo\n", f);
	fclose(f);
	f = fopen(name, "rb");
	fseek(f, 4, SEEK_SET);
	check("files", fgets(line, sizeof line, f) && strcmp(line, "two\n") == 0);
	fclose(f);
	remove(name);
	errno = 0;
	check("errno", !fopen(name, "r") && errno == ENOENT);
}

static void numbers(int argc)
{
	double x = argc;
	check("mathematics", fabs(sin(x) * sin(x) + cos(x) * cos(x) - 1) < 1e-12 &&
				     lround(cbrt(27 * x * x * x)) == 3 * argc);
#ifdef __SIZEOF_INT128__
	unsigned __int128 wide = (unsigned __int128)argc << 100;
	check("128 bits", (uint64_t)(wide / 3 >> 60) == ((uint64_t)argc << 40) / 3);
#endif
	check("integers", sizeof(long) == 4 && sizeof(void *) == sizeof(size_t));
}

static jmp_buf back;

static void jumps(void)
{
	volatile int n = 0;
	if (setjmp(back) == 0) {
		n = 1;
		longjmp(back, 1);
	}
	check("longjmp", n == 1);
}

static int compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

int main(int argc, char **argv)
{
	int numbers_given[] = { 3, 1, 2 };
	check("arguments", argc == 3 && strcmp(argv[1], "one") == 0 && strcmp(argv[2], "two words") == 0);
	threads();
	formats();
	files();
	numbers(argc);
	jumps();
	qsort(numbers_given, 3, sizeof(int), compare);
	check("qsort", numbers_given[0] == 1 && numbers_given[2] == 3);
	check("time", time(NULL) > 1000000000);
	check("Windows", GetCurrentProcessId() != 0 && GetModuleHandleA("kernel32.dll"));
	return failed;
}
