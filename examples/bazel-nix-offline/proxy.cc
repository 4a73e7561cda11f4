#include <iostream>

#include <stored.h>

extern "C" int filter(int n);

int main()
{
	std::cout << "stored " << stored() << ", filtered " << filter(5) << std::endl;
}
