// What a C++ program needs of libc's less known parts: destructors of thread_local objects, the unwinder,
// threads.
#include <iostream>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

static int destroyed;

struct counted {
	int value = 1;
	~counted()
	{
		destroyed += value;
	}
};

static thread_local counted here;

static int deep(int n)
{
	const std::string guard(100, 'x'); // to be unwound
	if (n == 0)
		throw std::out_of_range(guard);
	return deep(n - 1) + 1;
}

static int caught()
{
	try {
		return deep(10);
	} catch (const std::logic_error &e) {
		return std::string(e.what()).size() == 100 ? 1 : 0;
	}
}

static int touched()
{
	std::vector<std::thread> threads;
	std::mutex lock;
	std::map<int, int> seen;
	for (int i = 0; i < 4; i++)
		threads.emplace_back([&, i] {
			const std::lock_guard<std::mutex> guard(lock);
			seen[i] = here.value;
		});
	for (std::thread &t : threads)
		t.join();
	return static_cast<int>(seen.size()) + destroyed - 2;
}

static int once()
{
	static std::once_flag flag;
	int n = 0;
	std::call_once(flag, [&] { n++; });
	return n;
}

int main()
{
	const int sum = caught() + touched() + once();
	std::cout << sum << std::endl;
	return sum != 8;
}
