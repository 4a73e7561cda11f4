#include <string.h>
#include <strings.h>

#include "mem.h"
#include "sectionflags.h"

#define SHF_X86_64_LARGE 0x10000000u

/* Words that ELF has no flag for say only what is true anyway. */
static const struct {
	const char *word;
	uint64_t flags;
	bool contents, readonly;
} words[] = {
	{ "alloc", SHF_ALLOC, false, false },
	{ "load", 0, true, false },
	{ "noload", 0, false, false },
	{ "readonly", 0, false, true },
	{ "debug", 0, false, false },
	{ "code", SHF_EXECINSTR, false, false },
	{ "data", 0, false, false },
	{ "rom", 0, false, false },
	{ "exclude", SHF_EXCLUDE, false, false },
	{ "share", 0, false, false },
	{ "contents", 0, true, false },
	{ "merge", SHF_MERGE, false, false },
	{ "strings", SHF_STRINGS, false, false },
	{ "large", SHF_X86_64_LARGE, false, false },
};

bool sectionflags_read(const char *text, uint64_t *flags, bool *contents)
{
	bool readonly = false;
	*flags = 0;
	*contents = false;
	while (*text) {
		size_t n = strcspn(text, ","), i = 0, count = sizeof words / sizeof *words;
		while (i < count && (strlen(words[i].word) != n || strncasecmp(words[i].word, text, n) != 0))
			i++;
		if (i == count)
			return false;
		*flags |= words[i].flags;
		*contents |= words[i].contents;
		readonly |= words[i].readonly;
		text += n + (text[n] == ',');
	}
	if (!readonly)
		*flags |= SHF_WRITE;
	return true;
}

const char *sectionflags_set(struct elfedit_section *s, const char *text)
{
	const uint64_t ours = SHF_ALLOC | SHF_WRITE | SHF_EXECINSTR | SHF_EXCLUDE | SHF_MERGE | SHF_STRINGS;
	uint64_t flags;
	bool contents;
	if (!sectionflags_read(text, &flags, &contents))
		return mem_cat(text, ": unknown section flags", NULL);
	s->h.flags = (s->h.flags & ~ours) | flags;
	if (s->h.type != SHT_NOBITS || !contents)
		return NULL;
	if (s->h.size > 1 << 30)
		return mem_cat("section ", s->name, " is too large to be given contents", NULL);
	s->h.type = SHT_PROGBITS;
	s->data = (struct elf_bytes){ mem_alloc((size_t)s->h.size), (size_t)s->h.size };
	s->changed = true;
	return NULL;
}
