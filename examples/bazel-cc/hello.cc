#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>

#include "greeting.h"

// Prints the greeting, by way of an exception in a thread.
int main()
{
	std::string said;
	std::thread speaker([&said] {
		try {
			throw std::runtime_error(greeting());
		} catch (const std::exception &e) {
			said = e.what();
		}
	});
	speaker.join();
	std::printf("%s from %s, built %s\n", said.c_str(), __FILE__, __DATE__);
	return said == "hello" ? 0 : 1;
}
