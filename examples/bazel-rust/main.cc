#include <string>

extern "C" int greet(int n);

int main()
{
	return greet(static_cast<int>(std::string("ab").size())) == 2 ? 0 : 1;
}
