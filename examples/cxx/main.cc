// What a C++ program needs of its toolchain at run time: unwinding, thread-local storage, static
// initialisation and the heavier parts of the library.
#include "check.h"

int failures;

namespace
{

struct Initialised {
	int value;
	Initialised() : value(42)
	{
		std::cout << std::flush;
	}
	~Initialised()
	{
		std::cout << "ok   destructor of a static object" << std::endl;
	}
} initialised;

} // namespace

int main()
{
	check("constructor of a static object, before main", initialised.value == 42);
	check_exceptions();
	check_threads();
	check_library();
	if (failures)
		std::cerr << failures << " failed" << std::endl;
	return failures != 0;
}
