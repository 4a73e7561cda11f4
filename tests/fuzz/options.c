/* Any words and response files through every program that reads options, up to the
 * line it would run, and any text through what reads names of targets, processors
 * and rules.
 *
 * The first byte chooses the program, the second the toolchain.  What follows are
 * words, one a line; behind a byte 0xff the response file f, behind another g. */
#include <stdlib.h>
#include <string.h>

#include "../../common/archive.h"
#include "../../common/bareld.h"
#include "../../common/copyoptions.h"
#include "../../common/cpu.h"
#include "../../common/driver.h"
#include "../../common/explain.h"
#include "../../common/link.h"
#include "../../common/mem.h"
#include "../../common/nm.h"
#include "../../common/require.h"
#include "host.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

#define CONF                                                                                                 \
	"sealcc = 1\nfingerprint = 0123456789abcdef\nbackend = zig 0.14.1\ndriver = /none\ndriver-size = "   \
	"1\n"                                                                                                \
	"driver-word = clang\nlinker-word = ld.lld\nar-word = ar\n"

static const char *const confs[] = {
	CONF "target = x86_64-unknown-linux-gnu.2.17\ncxx = yes\n",
	CONF "target = aarch64-unknown-linux-musl\nstatic = yes\nstrict = yes\n",
	CONF "target = aarch64-unknown-linux-gnu.2.28\ncpu = -mcpu=neoverse-n1\nrpath = origin\n",
	CONF
	"target = armv7-unknown-linux-gnueabihf\nsysroot = -\nresource = -\nstatic = yes\nruntime = libgcc\n"
	"cxx = yes\ncxx-library = libstdc++\n",
	CONF
	"target = x86_64-unknown-linux-gnu\ndriver-kind = gcc\nsysroot = /s\nstatic = defsym\ncxx = yes\n",
};

struct input {
	unsigned program, conf;
	const char *const *argv;
};

/* Up to what "sealcc explain" reads. */
static void run_driver(struct toolchain *tc, const struct input *in, bool cxx)
{
	const struct environment e = { .explain = "1" };
	struct execroot x;
	struct args a;
	struct plan p;
	execroot_init(&x, tc->root, tc->strict, false);
	args_read(&a, in->argv, &x);
	if (bareld_is(&a))
		bareld_to_driver(&a, triple_windows(&tc->target));
	driver_plan(&p, tc, &a, cxx);
	explain_plan(&p, tc, &e);
}

static void run_linker(struct toolchain *tc, const struct input *in)
{
	struct execroot x;
	struct args a;
	struct plan p;
	struct staticline s;
	execroot_init(&x, tc->root, tc->strict, true);
	args_read(&a, in->argv, &x);
	link_plan(&p, &s, tc, &a);
}

static void run_names(const struct triple *t, const char *const *word)
{
	static const char *const options[] = { "-march=", "-mcpu=", "-mtune=" };
	char buf[128], small[24];
	struct triple other;
	const char *why;
	for (; *word; word++) {
		if (triple_parse(&other, *word, &why))
			for (int d = TRIPLE_RUST; d <= TRIPLE_DEBIAN; d++)
				triple_write(&other, (enum triple_dialect)d, buf, 64);
		cpu_level_option(t, *word, buf, sizeof buf);
		for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
			cpu_for_clang(t, options[i], *word, small, sizeof small);
			cpu_option_for_clang(t, options[i], *word, buf, sizeof buf);
		}
	}
}

static void run_copy(const struct input *in, void (*read)(struct copyoptions *, const char *const *))
{
	struct copyoptions o;
	read(&o, in->argv + 1);
}

static void run_rules(const char *const *word)
{
	struct require r = { 0 };
	for (; *word; word++)
		require_add(&r, *word);
}

static void run(void *arg)
{
	const struct input *in = arg;
	struct toolchain tc;
	toolchain_open_at(&tc, "root");
	struct plan p;
	switch (in->program % 10) {
	case 0:
	case 1:
	case 2:
		run_driver(&tc, in, in->program % 2);
		break;
	case 3:
		run_linker(&tc, in);
		break;
	case 4:
		archive_plan(&p, &tc, in->argv + 1, in->conf & 16);
		break;
	case 5:
		nm_main(in->argv);
		break;
	case 6:
		run_copy(in, copyoptions_strip);
		break;
	case 7:
		run_copy(in, copyoptions_objcopy);
		break;
	case 8:
		run_rules(in->argv + 1);
		break;
	default:
		run_names(&tc.target, in->argv + 1);
	}
}

/* --- the input ----------------------------------------------------------- */

enum { WORDS = 64 };

static struct elf_bytes cut(struct elf_bytes *b)
{
	struct elf_bytes part = *b;
	const unsigned char *end = b->n ? memchr(b->p, 0xff, b->n) : NULL;
	if (!end) {
		*b = (struct elf_bytes){ NULL, 0 };
		return part;
	}
	part.n = (size_t)(end - part.p);
	b->p = end + 1;
	b->n -= part.n + 1;
	return part;
}

/* Each word in a block of its own; the number of words. */
static size_t split(char **word, struct elf_bytes b)
{
	size_t n = 0;
	while (b.n && n < WORDS) {
		const unsigned char *end = memchr(b.p, '\n', b.n);
		size_t length = end ? (size_t)(end - b.p) : b.n, step = length + (end != NULL);
		if (!(word[n] = calloc(1, length + 1)))
			abort();
		memcpy(word[n++], b.p, length); /* what is behind a zero byte is not read */
		b.p += step;
		b.n -= step;
	}
	return n;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	static const char *before;
	char program[] = "root/bin/cc", *argv[WORDS + 2] = { program };
	if (n < 2)
		return 0;
	const char *conf = confs[data[1] % (sizeof confs / sizeof *confs)];
	struct input in = { data[0], data[1], (const char *const *)argv };
	struct elf_bytes rest = { data + 2, n - 2 }, line = cut(&rest), f = cut(&rest), g = cut(&rest);
	size_t words = split(argv + 1, line);
	if (conf != before)
		host_file("sealcc.conf", (struct elf_bytes){ (const unsigned char *)conf, strlen(conf) });
	before = conf;
	host_file("f", f);
	host_file("g", g);
	host_file("linker-arguments", g);
	host_run(run, &in);
	for (size_t i = 1; i <= words; i++)
		free(argv[i]);
	return 0;
}
