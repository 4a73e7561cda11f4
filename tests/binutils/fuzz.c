/* Any bytes through nm, strip and objcopy, for libFuzzer (tests/binutils/fuzz)
 * or, with MUTATE defined, with a bounded number of mutations of given files:
 *
 *	fuzz COUNT FILE...
 *
 * The first byte chooses what is done.  Files, memory, output and the end of the
 * process are replaced: each allocation is a block of its own with its exact
 * size, so that AddressSanitizer sees every read past an end, and all are freed
 * after each run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/copyfile.h"
#include "../../common/mapfile.h"
#include "../../common/mem.h"
#include "../../common/nm.h"
#include "../../common/out.h"
#include "../../common/replace.h"
#include "../../common/say.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

enum { BLOCKS = 1 << 20, LIMIT = 512 << 20 };

static void *block[BLOCKS];
static size_t blocks, used;
static jmp_buf end;
static struct elf_bytes input;
static bool plain; /* the copy is no ELF file, whatever it starts with */

void *mem_alloc(size_t size)
{
	if (blocks == BLOCKS || size > LIMIT - used)
		longjmp(end, 1);
	used += size;
	block[blocks] = calloc(1, size ? size : 1);
	return block[blocks++];
}

char *mem_dup(const char *s, size_t n)
{
	char *p = mem_alloc(n + 1);
	memcpy(p, s, n);
	return p;
}

char *mem_cat(const char *s, ...)
{
	va_list ap;
	size_t n = 0, at = 0;
	va_start(ap, s);
	for (const char *p = s; p; p = va_arg(ap, const char *))
		n += strlen(p);
	va_end(ap);
	char *out = mem_alloc(n + 1);
	va_start(ap, s);
	for (const char *p = s; p; p = va_arg(ap, const char *)) {
		memcpy(out + at, p, strlen(p));
		at += strlen(p);
	}
	va_end(ap);
	return out;
}

void say_as(const char *program)
{
	(void)program;
}

/* Read what a message would show. */
static size_t touch(const char *s)
{
	return strlen(s);
}

void say(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	for (const char *p = fmt; *p; p++)
		if (p[0] == '%' && p[1] == 's')
			touch(va_arg(ap, const char *));
		else if (p[0] == '%' && p[1] == 'u')
			(void)va_arg(ap, size_t);
	va_end(ap);
}

_Noreturn void die(int status, const char *fmt, ...)
{
	(void)status;
	touch(fmt);
	longjmp(end, 1);
}

void out_flush(struct out *o)
{
	o->n = 0;
}

void out_char(struct out *o, char c)
{
	o->buf[0] = c;
}

void out_text(struct out *o, const char *s)
{
	o->buf[0] = (char)touch(s);
}

void out_number(struct out *o, uint64_t v, unsigned base, size_t width)
{
	o->buf[0] = (char)(v % base + width);
}

bool mapfile_open(struct mapfile *m, const char *path, const char **why)
{
	touch(path);
	*why = NULL;
	*m = (struct mapfile){ .n = input.n };
	if (input.n) {
		unsigned char *p = mem_alloc(input.n);
		memcpy(p, input.p, input.n);
		m->p = p;
	}
	return true;
}

void mapfile_close(struct mapfile *m)
{
	(void)m;
}

static bool check_bytes(struct elf_bytes b)
{
	unsigned char sum = 0;
	for (size_t i = 0; i < b.n; i++)
		sum ^= b.p[i];
	return sum < 255;
}

/* What was made must be an ELF file or archive that can be read again. */
static const char *check(struct elf_bytes b)
{
	struct elf e;
	const char *why;
	unsigned char *p = mem_alloc(b.n);
	if (b.n)
		memcpy(p, b.p, b.n);
	if (!plain && b.n >= 4 && memcmp(p, "\177ELF", 4) == 0 && !elf_open(&e, p, b.n, &why))
		abort();
	return NULL;
}

const char *replace_file(const char *path, struct elf_bytes bytes, const struct stat *like, bool keep_times)
{
	(void)path;
	(void)like;
	(void)keep_times;
	return check(bytes);
}

const char *replace_new(const char *path, struct elf_bytes bytes)
{
	(void)path;
	return check_bytes(bytes) ? NULL : "";
}

#define WORDS(...) { "x", __VA_ARGS__, "f", NULL }

static const char *const nm_lines[][8] = { WORDS("-a"), WORDS("-D", "-S"), WORDS("-s", "-P", "-A"),
	WORDS("--size-sort", "-a", "-r"), WORDS("-n", "-D", "-g"), WORDS("-u", "-C", "-j") };
static const char *const strip_lines[][8] = { WORDS("-s"), WORDS("-g"), WORDS("--strip-unneeded"),
	WORDS("-x", "-U"), WORDS("--only-keep-debug"), WORDS("-R", ".text*"), WORDS("-X", "-K", "main") };
static const char *const objcopy_lines[][8] = { WORDS("-Obinary"), WORDS("-j", ".text", "-j", ".data"),
	WORDS("--prefix-symbols=a", "--rename-section=.text=.b,code"), WORDS("--keep-global-symbol=main"),
	WORDS("--add-gnu-debuglink=f", "--add-section=.n=f", "--strip-debug"),
	WORDS("--update-section=.text=f", "--dump-section=.data=f"), WORDS("--localize-hidden", "--weaken"),
	WORDS("--set-section-flags=.bss=contents,alloc", "-S"), WORDS("-Ibinary", "-Oelf32-bigarm") };

int copy_strip(const char *const *argv);
int copy_objcopy(const char *const *argv);

static const struct {
	int (*run)(const char *const *argv);
	const char *const (*line)[8];
	size_t n;
} programs[] = {
	{ nm_main, nm_lines, sizeof nm_lines / sizeof *nm_lines },
	{ copy_strip, strip_lines, sizeof strip_lines / sizeof *strip_lines },
	{ copy_objcopy, objcopy_lines, sizeof objcopy_lines / sizeof *objcopy_lines },
};

static void run(unsigned choice)
{
	size_t i = choice % 3;
	plain = programs[i].line == objcopy_lines && choice / 3 % programs[i].n == 0;
	programs[i].run(programs[i].line[choice / 3 % programs[i].n]);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	if (!n)
		return 0;
	input = (struct elf_bytes){ data + 1, n - 1 };
	if (setjmp(end) == 0)
		run(data[0]);
	while (blocks)
		free(block[--blocks]);
	used = 0;
	return 0;
}

#ifdef MUTATE
#include <stdio.h>

static unsigned long long state = 1;

static size_t pick(size_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(state >> 33) % n;
}

static size_t read_whole(const char *path, unsigned char **p)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		exit(2);
	*p = malloc(1 << 20);
	size_t n = fread(*p, 1, 1 << 20, f);
	fclose(f);
	return n;
}

/* Most of what decides anything is in the headers and tables: the first bytes
 * and the last. */
static void mutate(unsigned char *p, size_t n)
{
	static const unsigned char odd[] = { 0, 1, 2, 0x7f, 0x80, 0xfe, 0xff };
	for (size_t times = 1 + pick(8); times--;) {
		size_t at = pick(3) ? pick(3) ? n - 1 - pick(n < 4096 ? n : 4096) : pick(n < 512 ? n : 512)
				    : pick(n);
		p[at] = pick(2) ? odd[pick(sizeof odd)] : (unsigned char)pick(256);
	}
}

int main(int argc, char **argv)
{
	size_t count = (size_t)atol(argv[1]);
	for (int i = 2; i < argc; i++) {
		unsigned char *whole, *p;
		size_t n = read_whole(argv[i], &whole);
		for (size_t k = 0; k < count; k++) {
			size_t cut = pick(8) ? n : pick(n);
			p = malloc(cut + 1);
			memcpy(p + 1, whole, cut);
			*p = (unsigned char)k;
			if (cut && k >= 64) /* at first every choice with the file as it is */
				mutate(p + 1, cut);
			LLVMFuzzerTestOneInput(p, cut + 1);
			free(p);
		}
		free(whole);
	}
	return 0;
}
#endif
