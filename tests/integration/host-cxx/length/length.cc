#include <sstream>
#include <stdexcept>
#include <string>

extern "C" int cxx_length(const char *text)
{
	try {
		std::ostringstream s;
		s << text;
		throw std::length_error(s.str());
	} catch (const std::length_error &e) {
		return static_cast<int>(std::string(e.what()).size());
	}
}
