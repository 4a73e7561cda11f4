#include <stdio.h>

int main(void)
{
	puts("8");
	return 0;
}
