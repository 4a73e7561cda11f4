/* A C program that checks itself: what differs between targets, and what their
 * C libraries and runtimes must bring. Prints "ok" for each check. */
#include <complex.h>
#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int bad;

static void check(const char *what, int good)
{
	printf("%s - %s\n", good ? "ok" : "not ok", what);
	bad |= !good;
}

static _Thread_local int mine = 5;
static atomic_llong wide;
static atomic_char narrow;

static void *count(void *unused)
{
	for (int i = 0; i < 10000; i++) {
		atomic_fetch_add(&wide, 3000000000LL);
		atomic_fetch_add(&narrow, 1);
		mine++;
	}
	return unused ? NULL : (void *)(intptr_t)mine;
}

static void check_threads(void)
{
	pthread_t t[4];
	int sum = 0;
	for (int i = 0; i < 4; i++)
		pthread_create(&t[i], NULL, count, NULL);
	for (int i = 0; i < 4; i++) {
		void *result;
		pthread_join(t[i], &result);
		sum += (int)(intptr_t)result;
	}
	check("64-bit atomics", wide == 120000000000000LL);
	check("8-bit atomics", (unsigned char)narrow == (unsigned char)40000);
	check("thread-local storage", sum == 4 * 10005 && mine == 5);
}

static volatile int64_t seven = 7, big = INT64_C(-9000000000000000001);
static volatile double tenth = 0.1;
static volatile long double third = 1;
static volatile float f16 = 65504;

static void check_numbers(void)
{
	check("64-bit division", big / seven == INT64_C(-1285714285714285714) && big % seven == -3);
	check("unsigned 64-bit division", (uint64_t)big / (uint64_t)seven == UINT64_C(1349534867672793087));
	check("64-bit to double", (double)big == -9e18 && (int64_t)(tenth * 1e15) == 100000000000000);
	check("long double", fabsl(third / 3 * 3 - 1) < LDBL_EPSILON * 4 && sqrtl(third * 2) > 1.41421356L);
	check("libm",
		fabs(sin(tenth) - 0.09983341664682815) < 1e-15 && pow(2, 0.5) > 1.4142 && lround(2.5) == 3);
	double complex z = csqrt(-tenth * 10 + 0 * I) * I;
	check("complex numbers", fabs(creal(z) + 1) < 1e-12 && fabs(cabs(3 + 4 * I) - 5) < 1e-12);
	check("float", (float)(f16 * tenth) > 6550 && __builtin_popcountll((unsigned long long)big) > 0);
#ifdef __SIZEOF_INT128__
	__int128 wide_product = (__int128)big * big;
	check("128-bit division", (int64_t)(wide_product / big) == big);
#else
	check("128-bit division", sizeof(long) == 4);
#endif
}

static void check_abi(void)
{
	union {
		uint32_t n;
		unsigned char c[4];
	} u = { 0x01020304 };
	check("byte order", u.c[0] == (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? 1 : 4));
	check("pointer size", sizeof(void *) * CHAR_BIT == POINTER_BITS);
	struct stat st;
	check("stat", stat("/proc/self/exe", &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 1000);
	check("time", time(NULL) > 1700000000 && clock() != (clock_t)-1);
}

static int sum(int n, ...)
{
	va_list ap;
	long long total = 0;
	va_start(ap, n);
	for (int i = 0; i < n; i++)
		total += va_arg(ap, int) + (long long)va_arg(ap, double) + va_arg(ap, long long) +
			 (long long)va_arg(ap, long double);
	va_end(ap);
	return (int)total;
}

static jmp_buf back;
static volatile sig_atomic_t signals;

static void on_signal(int sig)
{
	signals += sig == SIGUSR1;
}

static int descending(const void *a, const void *b)
{
	return *(const int *)b - *(const int *)a;
}

static void check_library(void)
{
	char text[128];
	int n[] = { 3, 1, 2 }, jumped = setjmp(back);
	if (!jumped)
		longjmp(back, 42);
	check("longjmp", jumped == 42);
	check("varargs", sum(2, 1, 2.0, 3LL, 4.0L, 5, 6.0, 7LL, 8.0L) == 36);
	snprintf(text, sizeof text, "%a %.3Lf %zu %" PRId64 " %e", 0.5, 2.5L, sizeof n, (int64_t)big, 1e-7);
	check("printf", strcmp(text, "0x1p-1 2.500 12 -9000000000000000001 1.000000e-07") == 0);
	check("strtod", strtod("3.25e2x", NULL) == 325 && strtold("0x1p4", NULL) == 16);
	qsort(n, 3, sizeof *n, descending);
	check("qsort", n[0] == 3 && n[2] == 1);
	signal(SIGUSR1, on_signal);
	raise(SIGUSR1);
	check("signals", signals == 1);
	errno = 0;
	check("errno", close(-1) == -1 && errno == EBADF && strstr(strerror(ENOENT), "o such"));
	int status = 0;
	pid_t child = fork();
	if (child == 0)
		_exit(7);
	check("fork", waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

__attribute__((constructor)) static void before(void)
{
	mine = 5;
	bad = 0;
	atomic_store(&narrow, 0);
	setlocale(LC_ALL, "C");
}

int main(int argc, char **argv)
{
	check("arguments", argc == 3 && strcmp(argv[2], "two words") == 0);
	check_abi();
	check_numbers();
	check_threads();
	check_library();
	return bad;
}
