/* Any bytes through nm, strip and objcopy, for libFuzzer (tests/fuzz/run)
 * or, with MUTATE defined, with a bounded number of mutations of given files:
 *
 *	elf COUNT FILE...
 *
 * The first byte chooses what is done; files and memory are tests/fuzz/host.h's. */
#include <stdlib.h>
#include <string.h>

#include "../../common/copyfile.h"
#include "../../common/mem.h"
#include "../../common/nm.h"
#include "../../common/replace.h"
#include "host.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

static bool plain; /* the copy is no ELF file, whatever it starts with */

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

static void run(void *arg)
{
	unsigned choice = *(unsigned char *)arg;
	size_t i = choice % 3;
	plain = programs[i].line == objcopy_lines && choice / 3 % programs[i].n == 0;
	programs[i].run(programs[i].line[choice / 3 % programs[i].n]);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	if (!n)
		return 0;
	unsigned char choice = data[0];
	host_file("f", (struct elf_bytes){ data + 1, n - 1 });
	host_run(run, &choice);
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
