/* Rust's std takes random numbers from this DLL, which Windows has and wine of
 * before 9.0 has not. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T n)
{
	return RtlGenRandom(data, (ULONG)n);
}
