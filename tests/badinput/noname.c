/* usage: noname PROGRAM [ARG0]
 *
 * Run PROGRAM with ARG0 as its only word, or with no words at all, as no shell
 * would. */
#include <stdio.h>
#include <unistd.h>

extern char **environ;

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	execve(argv[1], argv + 2, environ);
	perror(argv[1]);
	return 1;
}
