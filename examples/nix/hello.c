#include <greeting.h>
#include <stdio.h>

int main(void)
{
	return printf("C, %s\n", greeting()) < 0;
}
