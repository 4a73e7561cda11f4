#include <count.h>
#include <cmath>
#include <cstdio>
#include <string>
#include <thread>

extern "C" int fixed(int x);
int shared(const std::string &s);

int main(int argc, char **argv)
{
	int sum = 0;
	std::thread t([&] { sum = shared(argv[0]) + fixed(COUNT_STEP) + count((int)std::cbrt(27.0 * argc)); });
	t.join();
	std::printf("sum %d\n", sum);
	return sum != 48;
}
