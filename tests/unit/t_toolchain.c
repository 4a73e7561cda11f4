/* sealcc.conf: every key, every mistake, and where it is looked for. */
#include <stdlib.h>
#include <sys/stat.h>

#include "../../common/mem.h"
#include "../../common/toolchain.h"
#include "ending.h"
#include "tap.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define LEAST  "target = x86_64-linux-gnu.2.28\ndriver = ../zig\nbackend = zig 1\n"

static void write_file(const char *path, const char *text, size_t n)
{
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(text, 1, n, f) != n || fclose(f) != 0)
		abort();
}

static struct toolchain opened(const char *text)
{
	struct toolchain tc;
	write_file("tc/sealcc.conf", text, strlen(text));
	toolchain_open_at(&tc, "tc");
	return tc;
}

static void test_least(void)
{
	struct toolchain tc = opened(LEAST);
	is_str(tc.root, "tc", "root");
	is_str(tc.target_name, "x86_64-linux-gnu.2.28", "target as written");
	is_str(tc.llvm, "x86_64-unknown-linux-gnu", "target for --target=");
	ok(tc.target.glibc_major == 2 && tc.target.glibc_minor == 28, "floor");
	is_str(tc.backend, "zig 1", "backend");
	is_str(tc.driver.path, "tc/../zig", "driver");
	is_str(tc.linker.path, "tc/../zig", "linker is the driver");
	is_str(tc.ar.path, "tc/../zig", "so is ar");
	is_str(tc.driver.word, NULL, "no word");
	is_str(tc.linker.word, NULL, "no word of the linker");
	is_str(tc.ar.word, NULL, "no word of ar");
	is_str(tc.cpu, NULL, "no cpu");
	is_str(tc.driver_size, NULL, "no size");
	ok(!tc.static_libc && tc.has_cxx && !tc.strict, "static no, cxx yes, strict no");
	ok(opened("target = x86_64-linux-musl\ndriver = /z\nbackend = z\n").static_libc, "musl is static");
}

static void test_all(void)
{
	struct toolchain tc =
		opened("sealcc = 1\nfingerprint = 0123456789abcdef\ntarget = aarch64-linux-musl\n"
		       "backend = a = b # c\ndriver = /opt/zig\ndriver-size = 12\ndriver-word = clang\n"
		       "linker = lld\nlinker-word = ld.lld\nar = ./ar\nar-word = ar\n"
		       "cpu = -mcpu=neoverse-n1\nstatic = yes\ncxx = no\nstrict = yes\n");
	is_str(tc.fingerprint, "0123456789abcdef", "fingerprint");
	is_str(tc.backend, "a = b # c", "a value may hold '=' and '#'");
	is_str(tc.driver.path, "/opt/zig", "an absolute path");
	is_str(tc.driver_size, "12", "driver-size");
	is_str(tc.driver.word, "clang", "driver-word");
	is_str(tc.linker.path, "tc/lld", "linker");
	is_str(tc.linker.word, "ld.lld", "linker-word");
	is_str(tc.ar.path, "tc/./ar", "ar");
	is_str(tc.ar.word, "ar", "ar-word");
	is_str(tc.cpu, "-mcpu=neoverse-n1", "cpu");
	ok(tc.static_libc && !tc.has_cxx && tc.strict, "static yes, cxx no, strict yes");
}

static void test_blanks(void)
{
	static const char *const texts[] = {
		"\n\n  \t\n# comment = x\n  # another\n#\n" LEAST,
		"target=x86_64-linux-gnu.2.28\ndriver=../zig\nbackend=zig 1",
		"  target \t=\t x86_64-linux-gnu.2.28 \t\r\n\tdriver = ../zig\r\nbackend = zig 1\r\n\r\n",
		"target = i686-linux-musl\n" LEAST, /* the last one counts */
	};
	for (size_t i = 0; i < LEN(texts); i++) {
		struct toolchain tc = opened(texts[i]);
		is_str(tc.target_name, "x86_64-linux-gnu.2.28", "target %zu", i);
		is_str(tc.driver.path, "tc/../zig", "driver %zu", i);
		is_str(tc.backend, "zig 1", "backend %zu", i);
	}
}

static const struct {
	const char *text, *message;
} bad[] = {
	{ "", "tc/sealcc.conf: key 'target' is missing" },
	{ "#\n", "tc/sealcc.conf: key 'target' is missing" },
	{ "target = x86_64-linux-gnu\nbackend = z\n", "tc/sealcc.conf: key 'driver' is missing" },
	{ "target = x86_64-linux-gnu\ndriver = z\n", "tc/sealcc.conf: key 'backend' is missing" },
	{ LEAST "color = red\n", "tc/sealcc.conf:4: unknown key 'color'" },
	{ LEAST "Target = x86_64-linux-gnu\n", "tc/sealcc.conf:4: unknown key 'Target'" },
	{ LEAST " = x\n", "tc/sealcc.conf:4: unknown key ''" },
	{ LEAST "=\n", "tc/sealcc.conf:4: unknown key ''" },
	{ LEAST "\n\nno equals sign\n", "tc/sealcc.conf:6: no '=' in 'no equals sign'" },
	{ LEAST "cpu =\n", "tc/sealcc.conf:4: no value for 'cpu'" },
	{ LEAST "cpu = \t \n", "tc/sealcc.conf:4: no value for 'cpu'" },
	{ LEAST "cpu =", "tc/sealcc.conf:4: no value for 'cpu'" },
	{ LEAST "static = maybe\n", "tc/sealcc.conf:4: key static cannot be 'maybe'" },
	{ LEAST "cxx = y\n", "tc/sealcc.conf:4: neither yes nor no: 'y'" },
	{ LEAST "strict = YES\n", "tc/sealcc.conf:4: neither yes nor no: 'YES'" },
	{ LEAST "sealcc = 2\n", "tc/sealcc.conf:4: unknown format '2'" },
	{ LEAST "sealcc = 1.0\n", "tc/sealcc.conf:4: unknown format '1.0'" },
	{ LEAST "target = x86_64-apple-ios\n", "tc/sealcc.conf:4: unknown target 'x86_64-apple-ios'" },
	{ "\xef\xbb\xbf" LEAST, "tc/sealcc.conf:1: unknown key" },
	{ LEAST "\x1b[31m\x7f = x", "tc/sealcc.conf:4: unknown key '\\x1b[31m\\x7f'" },
};

static void open_tc(void *root)
{
	struct toolchain tc;
	toolchain_open_at(&tc, root);
}

static void is_refused(const char *text, size_t n, const char *message)
{
	char want[256];
	write_file("tc/sealcc.conf", text, n);
	struct ending e = ending_of(open_tc, "tc");
	snprintf(want, sizeof want, "sealcc: %s", message);
	ok(e.status == 125 && e.lines == 1 && strncmp(e.text, want, strlen(want)) == 0, "%s: %d: %s", message,
		e.status, strtok(e.text, "\n"));
}

static void test_bad(void)
{
	static char large[9000];
	for (size_t i = 0; i < LEN(bad); i++)
		is_refused(bad[i].text, strlen(bad[i].text), bad[i].message);
	is_refused(LEAST "\0", sizeof LEAST, "tc/sealcc.conf: is not a configuration file");
	is_refused("\0\0", 2, "tc/sealcc.conf: is not a configuration file");
	memset(large, '\n', sizeof large);
	memcpy(large, LEAST, sizeof LEAST - 1);
	is_refused(large, 8192, "tc/sealcc.conf: is not a configuration file");
	is_refused(large, sizeof large, "tc/sealcc.conf: is not a configuration file");
	write_file("tc/sealcc.conf", large, 8191);
	ok(ending_of(open_tc, "tc").status == ENDING_RETURNED, "8191 bytes are read");
	memset(large, 'a', sizeof large);
	is_refused(large, 8000, "tc/sealcc.conf:1: no '=' in 'aaa");
}

/* Every prefix, and every byte replaced, is read without harm. */
static void test_any_bytes(void)
{
	static const char whole[] = "sealcc = 1\n" LEAST "cpu = -march=x\nstatic = yes\n# c\n\nar = a\n";
	char text[sizeof whole];
	bool fine = true;
	for (size_t n = 0; n < sizeof whole; n++) {
		write_file("tc/sealcc.conf", whole, n);
		int status = ending_of(open_tc, "tc").status;
		fine = fine && (status == 125 || status == ENDING_RETURNED);
	}
	for (size_t n = 0; n < sizeof whole - 1; n++) {
		memcpy(text, whole, sizeof whole);
		text[n] = "=\n \0#\xff"[n % 6];
		write_file("tc/sealcc.conf", text, sizeof whole - 1);
		int status = ending_of(open_tc, "tc").status;
		fine = fine && (status == 125 || status == ENDING_RETURNED);
	}
	ok(fine, "prefixes and wrong bytes");
}

struct place {
	const char *argv0, *root, *path;
};

static void print_root(void *arg)
{
	struct toolchain tc;
	const struct place *p = arg;
	if (p->path)
		setenv("PATH", p->path, 1);
	else
		unsetenv("PATH");
	toolchain_open(&tc, p->argv0);
	fputs(tc.root, stdout);
}

static void test_places(void)
{
	static const struct place places[] = {
		{ "tc/bin/cc", "tc", "" },
		{ "./tc/bin/cc", "./tc", "" },
		{ "tc//bin//cc", "tc/", "" },
		{ "tc/bin/../bin/cc", "tc/bin/..", "" },
		{ "tc/other/cc", "tc/other/..", "" },
		{ "tc/bin/sub/../cc", "tc/bin/sub/../..", "" },
		{ "cc", "tc", "tc/bin" },
		{ "cc", "tc", "/nowhere:tc/empty:tc/bin:/" },
		{ "cc", "tc", "tc/bin/" },
		{ "bin/cc", NULL, "tc/bin" },
		{ "cc", NULL, "/nowhere" },
		{ "cc", NULL, NULL },
		{ "other", NULL, "tc/bin" },
		{ "/cc", NULL, "" },
		{ "/bin/no-such-cc", NULL, "" },
	};
	write_file("tc/sealcc.conf", LEAST, sizeof LEAST - 1);
	mkdir("tc/bin", 0777);
	mkdir("tc/bin/sub", 0777);
	mkdir("tc/other", 0777);
	mkdir("tc/empty", 0777);
	write_file("tc/bin/cc", "", 0);
	write_file("tc/empty/cc", "", 0); /* there, and no program */
	chmod("tc/bin/cc", 0755);
	for (size_t i = 0; i < LEN(places); i++) {
		const struct place *p = &places[i];
		struct ending e = ending_of(print_root, (void *)p);
		if (p->root)
			is_str(e.text, p->root, "%s in PATH %s", p->argv0, p->path);
		else
			ok(e.status == 125 && e.lines == 1, "%s in PATH %s: none, one line: %s", p->argv0,
				p->path ? p->path : "(unset)", strtok(e.text, "\n"));
	}
}

static void test_paths(void)
{
	static const struct {
		const char *root, *path, *option;
	} rows[] = {
		{ "tc", "tc/x", "-Btc/x" },
		{ ".", "./x", "-B./x" },
		{ "/", "/x", "-B/x" },
		{ "/a", "/a/x", "-B/a/x" },
		{ "a/..", "a/../x", "-Ba/../x" },
	};
	for (size_t i = 0; i < LEN(rows); i++) {
		struct toolchain tc = { .root = rows[i].root };
		is_str(toolchain_path(&tc, "x"), rows[i].path, "path in %s", tc.root);
		is_str(toolchain_option(&tc, "-B", "x"), rows[i].option, "option in %s", tc.root);
	}
}

/* "" is the driver's own, which nothing may be read behind. */
static void test_sysroots(void)
{
	static const struct {
		const char *sysroot, *path;
	} rows[] = { { NULL, "r/sysroot/usr/lib" }, { "", "/usr/lib" }, { "/", "/usr/lib" },
		{ "/s", "/s/usr/lib" }, { "s", "s/usr/lib" } };
	for (size_t i = 0; i < LEN(rows); i++) {
		struct toolchain tc = { .root = "r", .sysroot = rows[i].sysroot };
		is_str(toolchain_sysroot(&tc, "", "usr/lib"), rows[i].path, "in the sysroot '%s'",
			tc.sysroot ? tc.sysroot : "sysroot");
	}
}

static void check(void *text)
{
	struct toolchain tc = opened(text);
	toolchain_check(&tc);
}

static void test_check(void)
{
	static const struct {
		const char *text, *message;
		int status;
	} rows[] = {
		{ LEAST, "", ENDING_RETURNED },
		{ LEAST "driver-size = 3\n", "", ENDING_RETURNED },
		{ LEAST "driver-size = 03\n", "", ENDING_RETURNED },
		{ LEAST "driver-size = 4\n", "sealcc: tc/../zig: is not the zig 1 that was sealed", 126 },
		{ LEAST "driver-size = 3x\n", "sealcc: tc/../zig: is not the zig 1 that was sealed", 126 },
		{ LEAST "driver-size = 18446744073709551619\n",
			"sealcc: tc/../zig: is not the zig 1 that was sealed", 126 },
		{ LEAST "driver = gone\n", "sealcc: tc/gone: this toolchain's zig 1 is gone", 127 },
		{ LEAST "driver = ../zig/x\n", "sealcc: tc/../zig/x: this toolchain's zig 1 is gone", 127 },
	};
	write_file("zig", "abc", 3);
	for (size_t i = 0; i < LEN(rows); i++) {
		struct ending e = ending_of(check, (char *)rows[i].text);
		ok(e.status == rows[i].status &&
				strncmp(e.text, rows[i].message, strlen(rows[i].message)) == 0 &&
				e.lines == (rows[i].status != ENDING_RETURNED),
			"check %zu: %d %s", i, e.status, strtok(e.text, "\n"));
	}
}

int main(void)
{
	char dir[] = "toolchain.XXXXXX"; /* the runner removes the directory it is called in */
	if (!mkdtemp(dir) || chdir(dir) != 0 || mkdir("tc", 0777) != 0)
		return 1;
	test_least();
	test_all();
	test_blanks();
	test_bad();
	test_any_bytes();
	test_places();
	test_paths();
	test_sysroots();
	test_check();
	return done_testing();
}
