#include "check.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <queue>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace
{

std::atomic<int> destroyed{ 0 };

struct PerThread {
	std::vector<int> numbers;
	~PerThread()
	{
		destroyed += static_cast<int>(numbers.size());
	}
};

thread_local PerThread per_thread;

bool thread_locals_are_destroyed()
{
	std::vector<std::thread> threads;
	for (int i = 1; i <= 4; ++i)
		threads.emplace_back([i] {
			for (int k = 0; k < i; ++k)
				per_thread.numbers.push_back(k);
		});
	for (auto &t : threads)
		t.join();
	return destroyed == 1 + 2 + 3 + 4 && per_thread.numbers.empty();
}

bool queue_between_threads()
{
	std::mutex mutex;
	std::condition_variable filled;
	std::queue<int> queue;
	long sum = 0;
	std::thread consumer([&] {
		for (;;) {
			std::unique_lock<std::mutex> lock(mutex);
			filled.wait(lock, [&] { return !queue.empty(); });
			const int n = queue.front();
			queue.pop();
			if (n < 0)
				return;
			sum += n;
		}
	});
	for (int i = 1; i <= 1000; ++i) {
		const std::lock_guard<std::mutex> lock(mutex);
		queue.push(i);
		filled.notify_one();
	}
	{
		const std::lock_guard<std::mutex> lock(mutex);
		queue.push(-1);
		filled.notify_one();
	}
	consumer.join();
	return sum == 500500;
}

bool exception_crosses_threads()
{
	auto later =
		std::async(std::launch::async, []() -> int { throw std::domain_error("from a thread"); });
	try {
		return later.get() < 0;
	} catch (const std::domain_error &e) {
		return std::string(e.what()) == "from a thread";
	}
}

bool once_and_atomics()
{
	std::once_flag flag;
	std::atomic<int> runs{ 0 };
	std::atomic<unsigned long long> total{ 0 };
	std::vector<std::thread> threads;
	for (int i = 0; i < 4; ++i)
		threads.emplace_back([&] {
			std::call_once(flag, [&] { ++runs; });
			for (int k = 0; k < 10000; ++k)
				total += 1ull << 32;
		});
	for (auto &t : threads)
		t.join();
	return runs == 1 && total == (40000ull << 32);
}

bool clocks_go_on()
{
	using namespace std::chrono_literals;
	const auto before = std::chrono::steady_clock::now();
	std::this_thread::sleep_for(5ms);
	return std::chrono::steady_clock::now() - before >= 5ms;
}

} // namespace

void check_threads()
{
	check("thread_local objects are destroyed", thread_locals_are_destroyed());
	check("condition variable", queue_between_threads());
	check("exception from one thread to another", exception_crosses_threads());
	check("call_once, 64-bit atomics", once_and_atomics());
	check("sleep and steady clock", clocks_go_on());
}
