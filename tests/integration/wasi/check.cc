// libc++ on WASI: containers, streams, iostreams at start-up and at exit.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

struct Last {
	~Last() { std::cout << "ok - destructors run at exit\n"; }
} last;

static bool good = true;

static void ok(bool is, const char *what)
{
	std::cout << (is ? "ok - " : "not ok - ") << what << "\n";
	good = good && is;
}

int main()
{
	std::map<std::string, int> words;
	std::istringstream in("the cat and the dog and the bird");
	for (std::string w; in >> w;)
		words[w]++;
	ok(words.size() == 5 && words["the"] == 3, "a map from a stream");
	std::vector<std::unique_ptr<int>> v;
	for (int i : { 3, 1, 2 })
		v.push_back(std::make_unique<int>(i));
	std::sort(v.begin(), v.end(), [](auto &a, auto &b) { return *a < *b; });
	ok(*v.front() == 1 && *v.back() == 3, "a vector is sorted");
	ok(std::regex_match("a12b", std::regex("[a-z]\\d+[a-z]")), "a regular expression");
	std::ostringstream out;
	out << 1.5 << ' ' << std::hex << 255;
	ok(out.str() == "1.5 ff", "numbers are printed");
	struct A {
		virtual ~A() = default;
	};
	struct B : A {};
	std::unique_ptr<A> a = std::make_unique<B>();
	ok(dynamic_cast<B *>(a.get()) != nullptr, "a dynamic cast");
	return good ? 0 : 1;
}
