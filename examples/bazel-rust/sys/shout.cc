#include <cctype>
#include <cstring>
#include <stdexcept>
#include <string>

// In upper case, into out of size n; -1 when it does not fit.
extern "C" int shout(const char *text, char *out, unsigned long n)
{
	try {
		std::string loud;
		for (const char *p = text; *p; p++)
			loud += static_cast<char>(std::toupper(static_cast<unsigned char>(*p)));
		if (loud.size() >= n)
			throw std::length_error("shout");
		std::memcpy(out, loud.c_str(), loud.size() + 1);
		return static_cast<int>(loud.size());
	} catch (const std::exception &) {
		return -1;
	}
}
