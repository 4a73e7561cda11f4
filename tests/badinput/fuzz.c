/* usage: fuzz PROGRAM SEED COUNT
 *
 * Call a shim's main COUNT times with random words, in a child each, with
 * PROGRAM (a path in a toolchain's bin) as argv[0]. A child must end by itself,
 * with a status of the interface, and with one line when that is an error.
 * Response files are made in the working directory. Exit status 1 and the words
 * on standard output when one did not; linked with shim_main and the strict
 * memory, so that the sanitizers see it. */
#include <fcntl.h>
#include <stdlib.h>

#include "../../common/option.h"
#include "../unit/ending.h"
#include "../unit/tap.h"

int shim_main(int argc, char **argv);

enum { WORDS = 12, LENGTH = 200 };

static unsigned long long state;

static unsigned pick(unsigned n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

static const char *const texts[] = { "", "-", "--", "@", "a.c", "a.o", "libx.so", "crt1.o", "rcrt1.o",
	"x.rcgu.o", "/tmp/rustcX/symbols.o", "--as-needed", "--eh-frame-hdr", "-flavor", "x86_64-linux-gnu",
	"x86_64-linux-gnu.2.17", "aarch64-unknown-linux-musl", "linux/arm64", "x86-64-v3", "x86_64_v3",
	"cortex_a72+crypto", "generic+v8_2a", "elf_x86_64", "elf_i386", "address,undefined", ",,,", "all",
	"-lc", "-Llib", "-Wl,-dynamic-linker,x", "=", "+", ".", "\\", "\"", "'", "\n", " ", "\xff",
	"\xc3\xa4", "@f0", "@f1", "@f2", "@linker-arguments", "@.", "@none" };

/* A word of n bytes at most: a known text, an option, bytes, or some of them
 * glued and bent. */
static size_t make_word(char *out, size_t n)
{
	size_t used = 0;
	for (unsigned parts = 1 + (pick(3) == 0) + (pick(6) == 0); parts--;) {
		const struct option_table *t = pick(2) ? &driver_options : &ld_options;
		const char *text = pick(2) ? t->row[pick((unsigned)t->n)].name
					   : texts[pick(sizeof texts / sizeof *texts)];
		size_t length = pick(8) ? strlen(text) : pick(16);
		if (length > n - used)
			length = n - used;
		for (size_t i = 0; i < length; i++)
			out[used + i] =
				(char)(length <= strlen(text) && pick(50) ? text[i] : 1 + (int)pick(255));
		used += length;
	}
	return used;
}

static void make_file(const char *name)
{
	static const char between[] = { ' ', '\n', '\t', '\r', '"', '\'', '\\', 0 };
	char text[WORDS * (LENGTH + 1)];
	size_t n = 0;
	for (unsigned words = pick(WORDS); words--;) {
		n += make_word(text + n, LENGTH);
		text[n++] = pick(4) ? '\n' : between[pick(sizeof between)];
	}
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd < 0 || write(fd, text, n) < 0)
		exit(2);
	close(fd);
}

struct line {
	int argc;
	char **argv;
};

/* Every word in a block of its own, so that a read past an end is seen. */
static char *exactly(const char *bytes, size_t n)
{
	char *word = malloc(n + 1);
	if (!word)
		exit(2);
	memcpy(word, bytes, n);
	word[n] = 0;
	return word;
}

static struct line make_line(const char *program)
{
	char word[LENGTH];
	struct line l = { 1 + (int)pick(WORDS), NULL };
	l.argv = calloc((size_t)l.argc + 1, sizeof *l.argv);
	l.argv[0] = exactly(program, strlen(program));
	for (int i = 1; i < l.argc; i++)
		l.argv[i] = exactly(word, make_word(word, sizeof word));
	return l;
}

static void free_line(struct line *l)
{
	for (int i = 0; i < l->argc; i++)
		free(l->argv[i]);
	free(l->argv);
}

static void call(void *arg)
{
	struct line *l = arg;
	int null = open("/dev/null", O_WRONLY);
	dup2(null, STDOUT_FILENO);
	exit(shim_main(l->argc, l->argv));
}

static bool sound(const struct ending *e)
{
	switch (e->status) {
	case 0:
		return e->lines == 0;
	case 1:
	case 125:
	case 126:
		return e->lines == 1 && strncmp(e->text, "sealcc ", 7) == 0;
	default:
		return false;
	}
}

static void show(const struct line *l, const struct ending *e, unsigned n)
{
	printf("call %u ended with %d:\n", n, e->status);
	for (int i = 1; i < l->argc; i++) {
		for (const char *p = l->argv[i]; *p; p++)
			printf(*p > ' ' && *p != 127 ? "%c" : "\\x%02x", (unsigned char)*p);
		putchar('\n');
	}
	puts(e->text);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	state = strtoull(argv[2], NULL, 10);
	unsigned count = (unsigned)strtoul(argv[3], NULL, 10);
	for (unsigned n = 0; n < count; n++) {
		make_file("f0");
		make_file("f1");
		make_file("linker-arguments");
		/* what would run is printed, which is faster than to run it and tests more */
		setenv("SEALCC_EXPLAIN", "1", 1);
		struct line l = make_line(argv[1]);
		struct ending e = ending_of(call, &l);
		if (!sound(&e)) {
			show(&l, &e, n);
			return 1;
		}
		free_line(&l);
	}
	return 0;
}
