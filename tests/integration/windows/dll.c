/* A DLL: what it exports is told by dllexport, by a .def file, or is everything. */
#ifdef EXPORT
#define API __declspec(dllexport)
#else
#define API
#endif

API int dll_number = 40;

API int dll_add(int a, int b)
{
	return a + b;
}

int dll_inner(void)
{
	return 1;
}
