#include <winsock2.h>
#include <windows.h>

int WINAPI WinMain(HINSTANCE self, HINSTANCE before, LPSTR line, int show)
{
	WSADATA data;
	(void)self, (void)before, (void)line, (void)show;
	return WSAStartup(MAKEWORD(2, 2), &data) == 0 ? 7 : 1;
}
