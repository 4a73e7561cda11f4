/* What a program needs of the system: libSystem, libm, threads, thread-local storage. */
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef __APPLE__
#error "not compiled for macOS"
#endif

static _Thread_local int own = 1;

static void *run(void *p)
{
	own = 2;
	return p;
}

int main(int argc, char **argv)
{
	pthread_t t;
	char name[64];
	pthread_create(&t, NULL, run, argv);
	pthread_join(t, NULL);
	gethostname(name, sizeof name);
	printf("%d %f %s %zu %d\n", argc, sqrt(argc), getenv("HOME"), strlen(name), own);
	return 0;
}
