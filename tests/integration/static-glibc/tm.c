/* Transactional memory (gcc's -fgnu-tm over libitm): two threads move between two sums that must stay 1000.
 * Prints 8 when all is as it should be. */
#include <pthread.h>
#include <stdio.h>

static long from = 1000, to;

__attribute__((transaction_safe)) static long add(long *sum, long n)
{
	return *sum += n;
}

static void *move(void *step)
{
	for (int i = 0; i < 500; i++)
		__transaction_atomic
		{
			add(&from, -(long)step);
			add(&to, (long)step);
		}
	return NULL;
}

int main(void)
{
	pthread_t one, two;
	pthread_create(&one, NULL, move, (void *)1L);
	pthread_create(&two, NULL, move, (void *)-2L);
	pthread_join(one, NULL);
	pthread_join(two, NULL);
	puts(from + to == 1000 && to == -500 ? "8" : "wrong");
	return 0;
}
