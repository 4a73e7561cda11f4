#include <string.h>

#include "args.h"
#include "flag.h"
#include "mem.h"
#include "say.h"

void flags_open(struct flags *f, const struct flag *table, const char *const *argv)
{
	struct args a;
	args_read(&a, argv, NULL);
	*f = (struct flags){ .table = table, .word = a.word.v };
	strv_init(&f->operand, 8);
}

_Noreturn void flags_refuse(const struct flags *f, const char *advice)
{
	die(EXIT_FAILED, "%s: cannot be done by this program; %s", f->given, advice);
}

static const struct flag *by_letter(const struct flags *f, char letter)
{
	for (const struct flag *r = f->table; r->id; r++)
		if (r->letter == letter)
			return r;
	die(EXIT_FAILED, "%s: unknown option; see --help", f->given);
}

/* The row whose name is the n bytes at s; NULL when there is none. */
static const struct flag *exact(const struct flags *f, const char *s, size_t n)
{
	for (const struct flag *r = f->table; r->id; r++)
		if (r->name && strncmp(r->name, s, n) == 0 && !r->name[n])
			return r;
	return NULL;
}

/* That row, or the only one whose name starts so. */
static const struct flag *by_name(const struct flags *f, const char *s, size_t n)
{
	const struct flag *found = exact(f, s, n);
	for (const struct flag *r = f->table; r->id && !exact(f, s, n); r++) {
		if (!r->name || strncmp(r->name, s, n) != 0)
			continue;
		if (found && found->id != r->id)
			die(EXIT_FAILED, "%s: may be --%s or --%s; write it in full", f->given, found->name,
				r->name);
		found = r;
	}
	if (!found)
		die(EXIT_FAILED, "%s: unknown option; see --help", f->given);
	return found;
}

static void next_word(struct flags *f)
{
	if (!*f->word)
		die(EXIT_FAILED, "%s: needs a value; see --help", f->given);
	f->value = *f->word++;
}

static int read_long(struct flags *f, const char *s)
{
	size_t n = strcspn(s, "=");
	const struct flag *r = by_name(f, s, n);
	f->value = s[n] ? s + n + 1 : NULL;
	if (f->value && r->value == FLAG_NONE)
		die(EXIT_FAILED, "%s: takes no value; see --help", f->given);
	if (!f->value && r->value == FLAG_VALUE)
		next_word(f);
	return r->id;
}

static int read_letter(struct flags *f)
{
	const struct flag *r = by_letter(f, *f->cluster++);
	if (r->value == FLAG_VALUE && *f->cluster) {
		f->value = f->cluster;
		f->cluster = "";
	} else if (r->value == FLAG_VALUE) {
		next_word(f);
	}
	return r->id;
}

static void end_options(struct flags *f)
{
	for (; *f->word; f->word++)
		strv_push(&f->operand, *f->word);
}

int flags_next(struct flags *f)
{
	f->value = NULL;
	if (f->cluster && *f->cluster)
		return read_letter(f);
	while (*f->word) {
		const char *word = f->given = *f->word++;
		if (strcmp(word, "--") == 0) {
			end_options(f);
		} else if (word[0] == '-' && word[1] == '-') {
			return read_long(f, word + 2);
		} else if (word[0] == '-' && word[1]) {
			f->cluster = word + 1;
			return read_letter(f);
		} else {
			strv_push(&f->operand, word);
		}
	}
	return 0;
}
