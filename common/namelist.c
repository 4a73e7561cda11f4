#include <string.h>

#include "mapfile.h"
#include "mem.h"
#include "namelist.h"
#include "pattern.h"
#include "say.h"

void namelist_add(struct namelist *l, const char *name)
{
	strv_push(&l->name, name);
}

static char *next_word(char **p)
{
	*p += strspn(*p, " \t\r");
	char *word = *p;
	*p += strcspn(*p, " \t\r");
	if (**p)
		*(*p)++ = 0;
	return word;
}

struct strv namelist_words(const char *path, bool pairs)
{
	struct mapfile m;
	struct strv words = { 0 };
	const char *why;
	if (!mapfile_open(&m, path, &why))
		die(EXIT_FAILED, "%s: %s; give a file with one name a line", path, why);
	char *line = m.n ? mem_dup((const char *)m.p, m.n) : mem_alloc(1);
	mapfile_close(&m);
	while (*line) {
		char *end = line + strcspn(line, "\n"), *next = *end ? end + 1 : end;
		*end = 0;
		line[strcspn(line, "#")] = 0;
		const char *first = next_word(&line), *second = pairs ? next_word(&line) : "";
		if (*first && pairs && !*second)
			die(EXIT_FAILED, "%s: '%s' has no new name after it; write two names a line", path,
				first);
		if (*first) {
			strv_push(&words, first);
			strv_push(&words, second);
		}
		line = next;
	}
	return words;
}

void namelist_add_file(struct namelist *l, const char *path)
{
	struct strv words = namelist_words(path, false);
	for (size_t i = 0; i < words.n; i += 2)
		strv_push(&l->name, words.v[i]);
}

static bool matches(const char *pattern, const char *name, bool patterns)
{
	return patterns ? pattern_matches(pattern, name) : strcmp(pattern, name) == 0;
}

bool namelist_has(const struct namelist *l, const char *name, bool patterns)
{
	bool found = false;
	for (size_t i = 0; i < l->name.n; i++) {
		const char *s = l->name.v[i];
		if (patterns && *s == '!' && matches(s + 1, name, true))
			return false;
		found = found || matches(s, name, patterns);
	}
	return found;
}
