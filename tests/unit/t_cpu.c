/* Names of processors in clang's spelling, and what must stay as it is. */
#include <stdlib.h>
#include "../../common/cpu.h"
#include "tap.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static const char x64[] = "x86_64-linux-gnu", x32[] = "i686-linux-gnu", a64[] = "aarch64-linux-gnu",
		  a32[] = "armv7-linux-gnueabihf", rv[] = "riscv64-linux-gnu",
		  ppc[] = "powerpc64le-linux-gnu", s390[] = "s390x-linux-gnu";

static const struct {
	const char *target, *opt, *value, *clang; /* NULL: as it is */
} values[] = {
	/* x86 */
	{ x64, "-march=", "x86_64", "x86-64" },
	{ x64, "-march=", "x86_64_v3", "x86-64-v3" },
	{ x64, "-march=", "x86-64-v3", NULL },
	{ x64, "-march=", "native", NULL },
	{ x64, "-march=", "haswell", NULL },
	{ x64, "-march=", "core_avx2", "core-avx2" },
	{ x64, "-march=", "skylake_avx512", "skylake-avx512" },
	{ x64, "-mtune=", "icelake_server", "icelake-server" },
	{ x64, "-mtune=", "generic", NULL },
	{ x64, "-mcpu=", "x86_64_v2", "x86-64-v2" },
	{ x64, "-mcpu=", "haswell", NULL },
	{ x64, "-march=", "baseline", "x86-64" },
	{ x64, "-march=", "atom_sse4_2", NULL },
	{ x64, "-march=", "atom_sse4_2_movbe", NULL },
	{ x64, "-march=", "core_2nd_gen_avx", NULL },
	{ x64, "-march=", "mic_avx512", NULL },
	{ x64, "-march=", "x86_64_v3+avx512f", "x86-64-v3+avx512f" },
	{ x32, "-march=", "baseline", "pentium4" },
	{ x32, "-march=", "pentium_m", "pentium-m" },
	{ x32, "-march=", "pentium_4_sse3", NULL },
	{ x32, "-march=", "i686", NULL },
	/* aarch64: processors */
	{ a64, "-mcpu=", "cortex_a72", "cortex-a72" },
	{ a64, "-mcpu=", "neoverse_n1", "neoverse-n1" },
	{ a64, "-mtune=", "apple_m1", "apple-m1" },
	{ a64, "-mcpu=", "cortex-a72", NULL },
	{ a64, "-mcpu=", "cortex-a72+crc+nocrypto", NULL },
	{ a64, "-mcpu=", "cortex-x2+sve2-bitperm", NULL },
	{ a64, "-mcpu=", "cortex-x2+sve2_bitperm", "cortex-x2+sve2-bitperm" },
	{ a64, "-mcpu=", "cortex_x2+sve2_bitperm", "cortex-x2+sve2-bitperm" },
	{ a64, "-mcpu=", "cortex_a72-crypto", "cortex-a72+nocrypto" },
	{ a64, "-mcpu=", "cortex_a72+crc-fp_armv8", "cortex-a72+crc+nofp" },
	{ a64, "-mcpu=", "generic+fullfp16+neon", "generic+fp16+simd" },
	{ a64, "-mcpu=", "generic", NULL },
	{ a64, "-mcpu=", "generic+crc", NULL },
	{ a64, "-mcpu=", "baseline", "generic" },
	{ a64, "-mcpu=", "native", NULL },
	/* aarch64: levels */
	{ a64, "-march=", "armv8-a", NULL },
	{ a64, "-march=", "armv8.2-a+crypto", NULL },
	{ a64, "-march=", "armv8-r", NULL },
	{ a64, "-march=", "generic", "armv8-a" },
	{ a64, "-march=", "baseline", "armv8-a" },
	{ a64, "-march=", "generic+crc", "armv8-a+crc" },
	{ a64, "-march=", "generic+v8a", "armv8-a" },
	{ a64, "-march=", "generic+v8_2a", "armv8.2-a" },
	{ a64, "-march=", "generic+v8_2a+crc", "armv8.2-a+crc" },
	{ a64, "-march=", "generic+v8_1a+crc-lse+v8_4a", "armv8.4-a+crc+nolse" },
	{ a64, "-march=", "generic+v9_2a+sve2_sm4", "armv9.2-a+sve2-sm4" },
	{ a64, "-march=", "generic+v8r", "armv8-r" },
	{ a64, "-mcpu=", "generic+v8a", "generic" },
	{ a64, "-mcpu=", "generic+v8_1a", "generic+crc+lse+rdm" },
	{ a64, "-mcpu=", "generic+v8_2a+aes", "generic+crc+lse+rdm+ras+aes" },
	{ a64, "-mcpu=", "cortex_a53+v8_1a-crc", "cortex-a53+crc+lse+rdm+nocrc" },
	{ a64, "-mcpu=", "generic+v9a",
		"generic+crc+lse+rdm+ras+rcpc+pauth+dotprod+flagm+sb+ssbs+predres+sve2" },
	{ a64, "-mcpu=", "armv8.2-a+crc", NULL },
	/* the others */
	{ a32, "-mcpu=", "cortex_a7", "cortex-a7" },
	{ a32, "-mcpu=", "arm1176jzf_s", "arm1176jzf-s" },
	{ a32, "-mcpu=", "cortex-a9", NULL },
	{ a32, "-march=", "armv7-a+neon-vfpv4", NULL },
	{ a32, "-march=", "generic+v7a", "armv7-a" },
	{ a32, "-march=", "generic+v8_1a+crc", "armv8.1-a+crc" },
	{ a32, "-march=", "generic", NULL },
	{ a32, "-mcpu=", "generic+v7a", NULL },
	{ rv, "-mcpu=", "sifive_u74", "sifive-u74" },
	{ rv, "-march=", "rv64gc", NULL },
	{ rv, "-march=", "rv64gc_zba_zbb", NULL },
	{ rv, "-march=", "rva22u64_v", NULL },
	{ rv, "-mtune=", "sifive_7_series", "sifive-7-series" },
	{ ppc, "-mcpu=", "pwr9", NULL },
	{ ppc, "-mcpu=", "power9", NULL },
	{ ppc, "-mcpu=", "baseline", "ppc64le" },
	{ s390, "-march=", "zEC12", NULL },
	{ s390, "-march=", "z15", NULL },
	/* nonsense */
	{ x64, "-march=", "", NULL },
	{ x64, "-march=", "+", NULL },
	{ x64, "-march=", "_", "-" },
	{ a64, "-mcpu=", "+", NULL },
	{ a64, "-mcpu=", "++", NULL },
	{ a64, "-march=", "generic+", "armv8-a+" },
	{ a64, "-mcpu=", "_-", "-+no" },
};

static const struct {
	const char *target, *name, *option;
} levels[] = {
	{ x64, "v1", "-march=x86-64" },
	{ x64, "v3", "-march=x86-64-v3" },
	{ x64, "x86-64", "-march=x86-64" },
	{ x64, "x86-64-v3", "-march=x86-64-v3" },
	{ x64, "x86_64_v4", "-march=x86-64-v4" },
	{ x64, "haswell", "-march=haswell" },
	{ x64, "icelake_server", "-march=icelake-server" },
	{ x64, "baseline", "-march=x86-64" },
	{ x64, "v8.2a", NULL },
	{ x64, "armv8-a", NULL },
	{ x64, "rv64gc", NULL },
	{ x64, "", NULL },
	{ x32, "v2", "-march=x86-64-v2" },
	{ x32, "pentium4", "-march=pentium4" },
	{ a64, "v8.0a", "-march=armv8-a" },
	{ a64, "v8a", "-march=armv8-a" },
	{ a64, "v8.1a", "-march=armv8.1-a" },
	{ a64, "v8_2a", "-march=armv8.2-a" },
	{ a64, "armv8.2-a", "-march=armv8.2-a" },
	{ a64, "armv8.2-a+sve", "-march=armv8.2-a+sve" },
	{ a64, "v8_2a+fullfp16", "-march=armv8.2-a+fp16" },
	{ a64, "v9.0a", "-march=armv9-a" },
	{ a64, "v9.6a", "-march=armv9.6-a" },
	{ a64, "v8.10a", "-march=v8.10a" },
	{ a64, "generic+v8_2a", "-march=armv8.2-a" },
	{ a64, "generic", "-mcpu=generic" },
	{ a64, "neoverse-n1", "-mcpu=neoverse-n1" },
	{ a64, "neoverse_n1+crc", "-mcpu=neoverse-n1+crc" },
	{ a64, "v3", NULL },
	{ a64, "x86-64-v3", NULL },
	{ a64, "x86_64", NULL },
	{ a64, "arch13", NULL },
	{ a32, "cortex_a7", "-mcpu=cortex-a7" },
	{ a32, "v7a", "-march=armv7-a" },
	{ a32, "armv7-a", "-march=armv7-a" },
	{ a32, "armv7ve", "-march=armv7ve" },
	{ rv, "rv64gc_zba", "-march=rv64gc_zba" },
	{ rv, "sifive_u74", "-mcpu=sifive-u74" },
	{ ppc, "pwr9", "-mcpu=pwr9" },
	{ s390, "z15", "-march=z15" },
	{ s390, "arch13", "-march=arch13" },
	{ s390, "v3", NULL },
};

static struct triple triple_of(const char *s)
{
	struct triple t;
	if (!triple_parse(&t, s, NULL))
		exit(ok(false, "%s is a target", s));
	return t;
}

static void test_values(void)
{
	for (size_t i = 0; i < LEN(values); i++) {
		struct triple t = triple_of(values[i].target);
		char buf[128];
		is_str(cpu_for_clang(&t, values[i].opt, values[i].value, buf, sizeof(buf)), values[i].clang,
			"%s: %s%s", values[i].target, values[i].opt, values[i].value);
	}
}

/* What came out is clang's spelling: it does not change again. */
static void test_stable(void)
{
	for (size_t i = 0; i < LEN(values); i++) {
		struct triple t = triple_of(values[i].target);
		char buf[128];
		if (values[i].clang)
			is_str(cpu_for_clang(&t, values[i].opt, values[i].clang, buf, sizeof(buf)), NULL,
				"%s: %s%s again", values[i].target, values[i].opt, values[i].clang);
	}
}

static void test_levels(void)
{
	for (size_t i = 0; i < LEN(levels); i++) {
		struct triple t = triple_of(levels[i].target);
		char buf[128];
		is_str(cpu_level_option(&t, levels[i].name, buf, sizeof(buf)), levels[i].option, "%s: %s",
			levels[i].target, levels[i].name);
	}
}

static void test_options(void)
{
	static const struct {
		const char *target, *opt, *value, *option;
	} rows[] = {
		{ a64, "-mcpu=", "generic+v8_2a", "-march=armv8.2-a" },
		{ a64, "-mcpu=", "generic+v9_0a+sve2", "-march=armv9-a+sve2" },
		{ a64, "-march=", "cortex_a72+crc", "-mcpu=cortex-a72+crc" },
		{ a64, "-march=", "generic+v8_2a", NULL },
		{ a64, "-march=", "v8_2a", NULL },
		{ a64, "-march=", "armv8.2-a", NULL },
		{ a64, "-mcpu=", "cortex_a72", NULL },
		{ a64, "-mtune=", "cortex_a72", NULL },
		{ "x86_64-linux-gnu", "-mcpu=", "x86_64_v3", "-march=x86-64-v3" },
		{ "x86_64-linux-gnu", "-mcpu=", "haswell", NULL },
		{ "x86_64-linux-gnu", "-march=", "x86_64_v3", NULL },
		{ "s390x-linux-gnu", "-mcpu=", "arch_13", NULL },
	};
	for (size_t i = 0; i < LEN(rows); i++) {
		struct triple t = triple_of(rows[i].target);
		char buf[128];
		is_str(cpu_option_for_clang(&t, rows[i].opt, rows[i].value, buf, sizeof(buf)), rows[i].option,
			"%s: the option for %s%s", rows[i].target, rows[i].opt, rows[i].value);
	}
}

static void test_small_buffers(void)
{
	struct triple t = triple_of(a64);
	bool none = true;
	for (size_t n = 0; n <= strlen("cortex-a72"); n++) {
		char *buf = malloc(n + !n);
		none = none && !cpu_for_clang(&t, "-mcpu=", "cortex_a72", buf, n);
		none = none && !cpu_level_option(&t, "cortex_a72", buf, n);
		free(buf);
	}
	ok(none, "what does not fit is not given");
	char buf[sizeof("cortex-a72")];
	is_str(cpu_for_clang(&t, "-mcpu=", "cortex_a72", buf, sizeof(buf)), "cortex-a72",
		"what just fits is");
}

/* Words of random pieces, read from a copy of exact size, for the sanitizer. */
static void test_any_bytes(void)
{
	static const char *const opts[] = { "-march=", "-mcpu=", "-mtune=" };
	static const char *const pieces[] = { "generic", "+", "-", "_", "v8_2a", "v9", "arm", "armv8.",
		"cortex_a7", "x86_64", "+v8_1a", "-crc", "core_2", "rv64gc", "baseline", ".2", "\xff", "a" };
	bool fine = true;
	srand(1);
	for (int i = 0; i < 200000; i++) {
		struct triple t;
		char s[128] = "", buf[48];
		triple_nth((size_t)rand() % 20, &t);
		for (int k = rand() % 8; k > 0; k--)
			strcat(s, pieces[(size_t)rand() % LEN(pieces)]);
		if (*s && rand() % 4 == 0)
			s[(size_t)rand() % strlen(s)] = (char)rand();
		char *copy = malloc(strlen(s) + 1);
		strcpy(copy, s);
		const char *got = cpu_for_clang(&t, opts[rand() % 3], copy, buf, sizeof(buf));
		fine = fine && (!got || (got == buf && strlen(buf) < sizeof(buf)));
		(void)cpu_option_for_clang(&t, opts[rand() % 3], copy, buf, sizeof(buf));
		got = cpu_level_option(&t, copy, buf, sizeof(buf));
		fine = fine && (!got || (got == buf && strlen(buf) < sizeof(buf)));
		free(copy);
	}
	ok(fine, "random words");
}

int main(void)
{
	test_values();
	test_stable();
	test_levels();
	test_options();
	test_small_buffers();
	test_any_bytes();
	return done_testing();
}
