// Small checks: each prints a line, and the program fails if one of them did.
#ifndef CHECK_H
#define CHECK_H

#include <iostream>

extern int failures;

inline void check(const char *what, bool good)
{
	std::cout << (good ? "ok   " : "FAIL ") << what << std::endl;
	if (!good)
		++failures;
}

void check_exceptions();
void check_threads();
void check_library();

#endif
