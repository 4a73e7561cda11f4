#include <filesystem>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>

struct on_exit {
	~on_exit() { std::cout << "bye\n"; }
};
thread_local on_exit at_end;

int main(int argc, char **)
{
	std::map<std::string, int> m{ { "a", argc } };
	try {
		if (m.at("a") != 99)
			throw std::runtime_error("thrown");
	} catch (const std::exception &e) {
		std::cout << e.what() << std::filesystem::current_path() << '\n';
	}
	std::thread([] { (void)&at_end; }).join();
}
