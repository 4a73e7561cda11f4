// A C++ DLL that throws.
#include <stdexcept>
#include <string>

__declspec(dllexport) std::string thrown(const std::string &text)
{
	if (text.empty())
		throw std::invalid_argument("empty");
	return text + "!";
}
