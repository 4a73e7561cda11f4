#include <string.h>
#include <unistd.h>

#include "machoscan.h"
#include "mem.h"
#include "say.h"
#include "text.h"

void machoscan_option(struct machoscan_option *f, const char *const *word)
{
	const struct option *o = option_find(&macho_options, *word, &f->value);
	if (!o) /* meson asks ld64 for its --version and looks for these first words */
		die(EXIT_USAGE, "unknown option: %s; ld64 has no such, leave it out", *word);
	f->turn = &macho_turns[o->kind];
	f->words = option_value(o, word, &f->value, f->turn->more);
}

static void check_arch(const struct machoscan *s, const char *value)
{
	const char *own = triple_arch_zig(&s->tc->target);
	if (strcmp(value, strcmp(own, "aarch64") == 0 ? "arm64" : own) != 0)
		die(EXIT_FAILED,
			"-arch %s: this toolchain is for %s; seal one for that target with 'sealcc new'",
			value, s->tc->target_name);
}

static void take_platform(struct machoscan *s, const char *const *word)
{
	if (strcmp(word[1], "macos") != 0 && strcmp(word[1], "1") != 0)
		die(EXIT_FAILED, "-platform_version %s: this toolchain is for %s", word[1],
			s->tc->target_name);
	s->oldest = word[2];
}

/* What counts for the whole line, wherever it stands. */
static void take(struct machoscan *s, const struct machoscan_option *f, const char *const *word)
{
	switch (f->turn->how) {
	case MACHO_ASKED:
		s->asked = true;
		break;
	case MACHO_ARCH:
		check_arch(s, f->value);
		break;
	case MACHO_PLATFORM:
		take_platform(s, word);
		break;
	case MACHO_OLDEST:
		s->oldest = f->value;
		break;
	case MACHO_OUTPUT:
		s->output = f->value;
		break;
	case MACHO_DYLIB:
	case MACHO_BUNDLE:
		s->dylib = true;
		break;
	case MACHO_INSTALL_NAME:
		s->install = f->value;
		break;
	case MACHO_CURRENT:
		s->current = f->value;
		break;
	case MACHO_COMPATIBLE:
		s->compatible = f->value;
		break;
	case MACHO_SDK:
		s->sdk = f->value;
		break;
	case MACHO_NO_SEARCH:
		s->no_search = true;
		break;
	case MACHO_LIBRARY_DIR:
		strv_push(&s->dirs, execroot_alive(s->execroot, f->value));
		break;
	case MACHO_FRAMEWORK_DIR:
		strv_push(&s->frameworks, execroot_alive(s->execroot, f->value));
		break;
	case MACHO_EXPORTS:
	case MACHO_EXPORT:
		s->exports.listed = true;
		if (f->turn->how == MACHO_EXPORT)
			strv_push(&s->exports.only, f->value);
		else
			machoexport_read(&s->exports.only, execroot_alive(s->execroot, f->value));
		break;
	case MACHO_HIDES:
		machoexport_read(&s->exports.never, execroot_alive(s->execroot, f->value));
		break;
	case MACHO_HIDE:
		strv_push(&s->exports.never, f->value);
		break;
	default:
		break;
	}
}

/* The sealed sysroot, which is named as an SDK, has no frameworks. */
static void take_sdk(struct machoscan *s)
{
	const char *frameworks = mem_cat(s->sdk, "/System/Library/Frameworks", NULL);
	strv_push(&s->dirs, mem_cat(s->sdk, "/usr/lib", NULL));
	if (access(frameworks, F_OK) != 0)
		return;
	strv_push(&s->frameworks, frameworks);
	s->sdk_frameworks = frameworks;
}

void machoscan_read(struct machoscan *s, const struct toolchain *tc, const struct args *a)
{
	struct machoscan_option f;
	const char *const *word = a->word.v;
	*s = (struct machoscan){ .tc = tc, .execroot = a->execroot, .output = "a.out" };
	machoexport_init(&s->exports);
	while (*word) {
		if (option_is_input(*word)) {
			s->input |= !text_find(*word, "libclang_rt."); /* clang's own, on every line */
			word++;
			continue;
		}
		machoscan_option(&f, word);
		take(s, &f, word);
		s->input |= f.turn->how == MACHO_FILES || f.turn->how == MACHO_FILE;
		word += f.words;
	}
	if (s->no_search)
		return;
	strv_push(&s->dirs, toolchain_sysroot(s->tc, "", "usr/lib"));
	if (s->sdk)
		take_sdk(s);
}
