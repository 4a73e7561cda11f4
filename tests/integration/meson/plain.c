#include <math.h>
#include <stdio.h>

int fixed(int x);

int main(int argc, char **argv)
{
	(void)argv;
	printf("%d %.1f\n", fixed(argc), sqrt(argc + 3.0));
	return fixed(argc) - 2;
}
