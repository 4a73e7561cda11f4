#include <stdio.h>
#include <wchar.h>

int wmain(int argc, wchar_t **argv)
{
	printf("%d %ls\n", argc, argv[1]);
	return 0;
}
