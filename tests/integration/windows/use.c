/* A program over the DLL; its data is imported without dllimport, as MinGW can. */
#include <stdio.h>

int dll_add(int a, int b);
#ifdef DATA
extern int dll_number;
#else
static int dll_number = 40;
#endif

int main(void)
{
	printf("%d\n", dll_add(dll_number, 2));
	return 0;
}
