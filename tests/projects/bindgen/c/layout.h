#include <pthread.h>
#include <regex.h>
#include <stdio.h>
#include <sys/stat.h>

struct layout {
	size_t of_long, of_long_double, of_stat, of_regex, of_mutex, of_buffer;
	long inode;
};

/* What the C compiler says; inode is of the file that s describes. */
struct layout layout_of(const struct stat *s);
