#include <map>

extern "C" int letters(const char *s)
{
	std::map<char, int> seen;
	for (; *s; s++)
		seen[*s]++;
	return static_cast<int>(seen.size());
}
