// Word statistics with the C++ library: strings, containers, streams, and exceptions that cross frames.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace
{

using Count = std::pair<std::string, unsigned>;

std::vector<Count> count_words(std::istream &in)
{
	std::map<std::string, unsigned> seen;
	std::string word;
	while (in >> word) {
		word.erase(std::remove_if(word.begin(), word.end(),
				   [](unsigned char c) { return !std::isalpha(c); }),
			word.end());
		std::transform(word.begin(), word.end(), word.begin(),
			[](unsigned char c) { return std::tolower(c); });
		if (!word.empty())
			++seen[word];
	}
	std::vector<Count> counts(seen.begin(), seen.end());
	std::stable_sort(counts.begin(), counts.end(),
		[](const Count &a, const Count &b) { return a.second > b.second; });
	return counts;
}

struct Depth {
	int &left;
	explicit Depth(int &n) : left(n)
	{
	}
	~Depth()
	{
		--left;
	}
};

// Throws from the deepest of the frames; each frame owns something that must be destroyed on the way up.
const Count &nth(const std::vector<Count> &counts, std::size_t n, int depth, int &live)
{
	Depth guard(live);
	auto text = std::make_unique<std::string>(std::to_string(depth));
	if (depth == 0)
		return counts.at(n);
	return nth(counts, n, depth - 1, live);
}

} // namespace

// Writes "<words> words, <distinct> distinct, '<most frequent>' <times>" to out.
extern "C" int words_summary(const char *text, char *out, std::size_t size)
{
	try {
		std::istringstream in{ std::string(text) };
		const auto counts = count_words(in);
		unsigned total = 0;
		for (const auto &c : counts)
			total += c.second;
		std::ostringstream line;
		line << total << " words, " << counts.size() << " distinct, '" << counts.at(0).first << "' "
		     << counts.at(0).second;
		if (line.str().size() >= size)
			return -1;
		std::memcpy(out, line.str().c_str(), line.str().size() + 1);
		return 0;
	} catch (const std::exception &) {
		return -1;
	}
}

// Returns how many frames were unwound by the exception that had to be thrown, or -1.
extern "C" int words_throw(int frames)
{
	std::istringstream in("three short words");
	const auto counts = count_words(in);
	int live = frames + 1;
	try {
		(void)nth(counts, 1000, frames, live);
	} catch (const std::out_of_range &e) {
		return std::strlen(e.what()) > 0 && live == 0 ? frames : -1;
	} catch (...) {
		return -1;
	}
	return -1;
}

extern "C" const char *words_library()
{
	static const std::string name = [] {
		std::ostringstream s;
#ifdef _LIBCPP_VERSION
		s << "libc++ " << _LIBCPP_VERSION;
#else
		s << "libstdc++ " << __GLIBCXX__;
#endif
		return s.str();
	}();
	return name.c_str();
}
