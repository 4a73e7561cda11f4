#include <greeting.h>
#include <iostream>
#include <stdexcept>
#include <string>

int main()
try {
	throw std::runtime_error(greeting());
} catch (const std::exception &e) {
	std::cout << "C++, " + std::string(e.what()) << std::endl;
}
