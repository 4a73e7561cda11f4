#include <lzma.h>
#include <stdio.h>

int main(void)
{
	return puts(lzma_version_string()) < 0;
}
