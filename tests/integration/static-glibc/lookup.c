/* glibc's linker warnings tell that these need shared libraries at run time. */
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	struct addrinfo *found = NULL;
	int error = argc > 2 ? getaddrinfo(argv[1], argv[2], NULL, &found) : 0;
	puts("8");
	return argc > 3 ? dlopen(argv[3], RTLD_NOW) == NULL : error;
}
