#include <stdio.h>

int only_shared(void);

int main(void)
{
	printf("%d\n", only_shared());
	return 0;
}
