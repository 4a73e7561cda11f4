#include <stdexcept>
#include <string>

int shared(const std::string &s)
{
	try {
		throw std::runtime_error(s);
	} catch (const std::exception &e) {
		return e.what() == s ? 42 : 0;
	}
}
