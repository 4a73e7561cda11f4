/* Source: lld's ELF/Driver.cpp, writeDependencyFile. */
#include <string.h>

#include "depfile.h"
#include "mem.h"
#include "scratch.h"

static char *put(char *at, const char *text)
{
	size_t n = strlen(text);
	memcpy(at, text, n);
	return at + n;
}

/* A path as make reads it, the way lld writes it. */
static char *put_path(char *at, const char *path)
{
	for (; *path; path++) {
		if (*path == ' ' || *path == '#')
			*at++ = '\\';
		else if (*path == '$')
			*at++ = '$';
		*at++ = *path;
	}
	return at;
}

bool depfile_write(const char *path, const char *output, const struct strv *input)
{
	size_t room = 2 * strlen(output) + 8;
	for (size_t i = 0; i < input->n; i++)
		room += 4 * strlen(input->v[i]) + 16;
	char *text = mem_alloc(room), *at = put(put_path(text, output), ":");
	for (size_t i = 0; i < input->n; i++)
		at = put_path(put(at, " \\\n  "), input->v[i]);
	at = put(at, "\n");
	for (size_t i = 0; i < input->n; i++)
		at = put(put_path(put(at, "\n"), input->v[i]), ":\n");
	return scratch_write(path, text, (size_t)(at - text));
}
