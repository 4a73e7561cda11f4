/* What the usual list of --defsym=SYMBOL=0 breaks, really used: each check is 1 in
 * the sum that main compares. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern int weak_and_nowhere(int) __attribute__((weak));
extern int weak_and_somewhere(int)
	__attribute__((weak)); /* in an archive whose member is taken for strong() */
extern int strong(int);

static int has_statx(void)
{
	struct statx sx = { 0 };
	return statx(AT_FDCWD, "/", 0, STATX_TYPE, &sx) == 0 && S_ISDIR(sx.stx_mode);
}

static int has_thread_id(void)
{
	return gettid() == getpid();
}

static void *square(void *p)
{
	double *d = p;
	*d = *d * *d;
	return p;
}

static pthread_key_t key;
static int key_destroyed;

static void destroy(void *p)
{
	key_destroyed += p == &key;
}

static void *set_key(void *p)
{
	pthread_setspecific(key, &key);
	return p;
}

static int has_threads(void)
{
	double d = 12;
	pthread_t t;
	pthread_key_create(&key, destroy);
	if (pthread_create(&t, NULL, square, &d) != 0 || pthread_join(t, NULL) != 0 || d != 144)
		return 0;
	pthread_create(&t, NULL, set_key, NULL);
	pthread_join(t, NULL);
	return key_destroyed == 1;
}

static int has_locale(const char *name)
{
	const struct lconv *l;
	if (!*name)
		return 1;
	return setlocale(LC_ALL, name) && (l = localeconv()) && strncmp(l->int_curr_symbol, "EUR", 3) == 0 &&
	       *l->decimal_point == ',' && setlocale(LC_ALL, "C");
}

int main(int argc, char **argv)
{
	volatile double x = argc;
	int sum = has_statx() + has_thread_id() + has_threads() + has_locale(argc > 1 ? argv[1] : "") +
		  (weak_and_nowhere == NULL) + (weak_and_somewhere && weak_and_somewhere(1) == 2) +
		  (strong(1) == 3) + (fabs(sin(x) * sin(x) + cos(x) * cos(x) - 1) < 1e-9);
	printf("%d\n", sum);
	return sum != 8;
}
