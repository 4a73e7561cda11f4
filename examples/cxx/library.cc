#include "check.h"

#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <limits>
#include <locale>
#include <map>
#include <numeric>
#include <random>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace
{

bool streams_format()
{
	std::ostringstream out;
	out << std::hex << std::showbase << 255 << ' ' << std::dec << std::setw(6) << std::setfill('*') << 42
	    << ' ' << std::fixed << std::setprecision(3) << 3.14159 << ' ' << std::boolalpha << true;
	std::istringstream in("12 0x1f 2.5e3 word");
	int decimal = 0, hex = 0;
	double number = 0;
	std::string word;
	in >> decimal >> std::hex >> hex >> number >> word;
	return out.str() == "0xff ****42 3.142 true" && decimal == 12 && hex == 31 && number == 2500.0 &&
	       word == "word";
}

struct Dots : std::numpunct<char> {
	char do_thousands_sep() const override
	{
		return '.';
	}
	char do_decimal_point() const override
	{
		return ',';
	}
	std::string do_grouping() const override
	{
		return "\3";
	}
};

bool locales_are_used()
{
	std::ostringstream out;
	out.imbue(std::locale(std::locale::classic(), new Dots));
	out << 1234567 << ' ' << std::fixed << std::setprecision(2) << 1234.5;
	const auto &upper = std::use_facet<std::ctype<char>>(std::locale::classic());
	std::string text = "mixed Case";
	upper.toupper(&text[0], &text[0] + text.size());
	return out.str() == "1.234.567 1.234,50" && text == "MIXED CASE";
}

bool regex_matches()
{
	const std::regex version("(\\w+)-(\\d+)\\.(\\d+)");
	const std::string text = "glibc-2.17 and musl-1.2 or none";
	std::map<std::string, int> found;
	for (std::sregex_iterator i(text.begin(), text.end(), version), end; i != end; ++i)
		found[(*i)[1]] = std::stoi((*i)[3]);
	bool refused = false;
	try {
		std::regex bad("(unclosed");
	} catch (const std::regex_error &) {
		refused = true;
	}
	return found.size() == 2 && found["glibc"] == 17 && found["musl"] == 2 && refused &&
	       std::regex_replace(text, std::regex("\\d"), "#") == "glibc-#.## and musl-#.# or none";
}

#ifndef NO_FILESYSTEM
bool filesystem_works()
{
	std::random_device seed;
	const fs::path root = fs::temp_directory_path() / ("cxx-example-" + std::to_string(seed()));
	fs::create_directories(root / "a" / "b");
	std::ofstream(root / "a" / "file") << "twelve bytes";
	std::error_code error;
	const auto size = fs::file_size(root / "a" / "file", error);
	fs::rename(root / "a" / "file", root / "a" / "b" / "moved");
	fs::create_symlink("b/moved", root / "a" / "link");
	int entries = 0;
	for (const auto &entry : fs::recursive_directory_iterator(root))
		entries += entry.exists();
	std::string text;
	std::getline(std::ifstream(root / "a" / "link"), text);
	bool thrown = false;
	try {
		(void)fs::file_size(root / "missing");
	} catch (const fs::filesystem_error &e) {
		thrown = e.code() == std::errc::no_such_file_or_directory;
	}
	const auto removed = fs::remove_all(root);
	return !error && size == 12 && entries == 4 && text == "twelve bytes" && thrown && removed == 5 &&
	       !fs::exists(root);
}
#endif

bool numbers_convert()
{
	char buffer[64];
	const auto written = std::to_chars(buffer, buffer + sizeof(buffer), 0.1 + 0.2);
	const std::string_view shortest(buffer, static_cast<std::size_t>(written.ptr - buffer));
	int parsed = 0;
	const std::string_view digits = "123456x";
	const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), parsed);
	const long double wide = std::stold("1.5") * 2.0L;
	return shortest == "0.30000000000000004" && parsed == 123456 && *read.ptr == 'x' && wide == 3.0L;
}

bool mathematics_agrees()
{
	std::mt19937_64 random(5489);
	for (int i = 0; i < 9999; ++i)
		random();
	std::vector<double> values(1000);
	std::iota(values.begin(), values.end(), 1.0);
	const double sum = std::accumulate(
		values.begin(), values.end(), 0.0, [](double s, double x) { return s + std::log(x); });
	return random() == 9981545732273789042ull && std::abs(sum - std::lgamma(1001.0)) < 1e-8 &&
	       std::isinf(std::exp(std::numeric_limits<double>::max()));
}

} // namespace

void check_library()
{
	check("iostream formats and parses", streams_format());
	check("locale facets", locales_are_used());
	check("regex", regex_matches());
#ifndef NO_FILESYSTEM
	check("filesystem", filesystem_works());
#endif
	check("to_chars, from_chars, long double", numbers_convert());
	check("mathematics", mathematics_agrees());
}
