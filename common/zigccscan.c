#include <string.h>

#include "execroot.h"
#include "text.h"
#include "zigcclibrary.h"
#include "zigccscan.h"
#include "zigwork.h"

unsigned char zigccscan_how(const struct zigccscan *s, const struct zigcc_turn *turn)
{
	return zigwork_minor(s->tc) < turn->since ? turn->older : turn->how;
}

bool zigccscan_option(const struct zigccscan *s, struct zigccscan_option *f, const char *const *word)
{
	const struct option *o = zigccoption_find(*word, &f->value);
	f->words = 1;
	if (!o)
		return false;
	f->turn = &zigcc_turns[o->kind];
	f->words = option_value(o, word, &f->value, 0);
	f->how = zigccscan_how(s, f->turn);
	return true;
}

static void scan_input(struct zigccscan *s, const char *path)
{
	s->input = true;
	s->start |= zigcclibrary_start(path);
	s->crt |= strcmp(text_base(path), "crti.o") == 0;
	s->libc |= strcmp(text_base(path), "libc.a") == 0;
}

static void take(struct zigccscan *s, const struct zigccscan_option *f)
{
	switch (f->how) {
	case ZIGCC_OUTPUT:
		s->output = f->value;
		break;
	case ZIGCC_SHARED:
		s->shared = true;
		break;
	case ZIGCC_RELOCATABLE:
		s->relocatable = true;
		break;
	case ZIGCC_STATIC: /* after a loader it is -Bstatic: a driver's -Wl,-static */
		s->fixed |= !s->loader;
		break;
	case ZIGCC_LOADER:
		s->loader |= !s->fixed;
		break;
	case ZIGCC_QUERY:
		s->query = true;
		break;
	case ZIGCC_ASKED:
		s->asked = true;
		break;
	case ZIGCC_LIBRARY:
		s->input = true;
		s->libc |= strcmp(f->value, "c") == 0;
		break;
	case ZIGCC_LIBRARY_DIR:
		strv_push(&s->dirs, execroot_alive(s->execroot, f->value));
		break;
	default:
		break;
	}
}

/* Directories count for every library, also for one that is named before. */
void zigccscan_read(struct zigccscan *s, const struct toolchain *tc, const struct args *a)
{
	const char *const *word = a->word.v;
	*s = (struct zigccscan){ .tc = tc, .execroot = a->execroot, .output = "a.out" };
	struct zigccscan_option f;
	while (*word) {
		if (option_is_input(*word))
			scan_input(s, *word++);
		else {
			if (zigccscan_option(s, &f, word))
				take(s, &f);
			word += f.words;
		}
	}
}
