/* The start of the image by the name that GNU ld has for it, which lacks an underscore on 32-bit x86. */
#include <stdio.h>
#include <windows.h>

extern IMAGE_DOS_HEADER __MINGW_LSYMBOL(_image_base__);

int main(void)
{
	printf("%d\n", (HMODULE)&__MINGW_LSYMBOL(_image_base__) == GetModuleHandleA(NULL));
	return 0;
}
