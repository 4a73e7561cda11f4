/* A DLL of functions with other conventions than C's, and a program over it. */
#include <stdio.h>

int __stdcall std_add(int a, int b);
int __fastcall fast_add(int a, int b);

#ifdef MAIN
int main(void)
{
#ifdef NO_FAST
	printf("%d\n", std_add(40, 2));
#else
	printf("%d\n", std_add(40, fast_add(1, 1)));
#endif
	return 0;
}
#else
int __stdcall std_add(int a, int b)
{
	return a + b;
}

int __fastcall fast_add(int a, int b)
{
	return a + b;
}
#endif
