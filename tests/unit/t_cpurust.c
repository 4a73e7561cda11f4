/* Processors and levels in rustc's words. */
#include "../../common/cpurust.h"
#include "tap.h"

static void says(const char *target, const char *option, const char *flags)
{
	struct triple t;
	triple_parse(&t, target, NULL);
	const char *got = cpurust_flags(&t, option);
	ok(flags ? got && strcmp(got, flags) == 0 : !got, "%s for %s: %s", option, target,
		got ? got : "nothing");
}

int main(void)
{
	says("x86_64-linux-gnu", "-march=x86-64-v3", "-Ctarget-cpu=x86-64-v3");
	says("x86_64-linux-gnu", "-march=haswell", "-Ctarget-cpu=haswell");
	says("aarch64-linux-gnu", "-mcpu=neoverse-n1", "-Ctarget-cpu=neoverse-n1");
	says("aarch64-linux-gnu", "-mcpu=neoverse-n1+sve", "-Ctarget-cpu=neoverse-n1");
	says("aarch64-linux-gnu", "-mcpu=neoverse-n1+nocrc", NULL);
	says("aarch64-linux-gnu", "-march=armv8-a", NULL);
	says("aarch64-linux-gnu", "-march=armv8.1-a", "-Ctarget-feature=+crc,+lse,+rdm");
	says("aarch64-linux-gnu", "-march=armv8.2-a+crc", "-Ctarget-feature=+crc,+lse,+rdm,+ras,+dpb");
	says("aarch64-linux-gnu", "-march=armv9-a",
		"-Ctarget-feature=+crc,+lse,+rdm,+ras,+dpb,+rcpc,+paca,+pacg,+jsconv,+fcma,+dotprod,+flagm,+"
		"dit,"
		"+rcpc2,+sb,+ssbs,+bti,+frintts,+dpb2,+sve2");
	says("aarch64-linux-gnu", "-march=armv9.6-a",
		"-Ctarget-feature=+crc,+lse,+rdm,+ras,+dpb,+rcpc,+paca,+pacg,+jsconv,+fcma,+dotprod,+flagm,+"
		"dit,"
		"+rcpc2,+sb,+ssbs,+bti,+frintts,+dpb2,+bf16,+i8mm,+sve2");
	says("s390x-linux-gnu", "-march=arch13", "-Ctarget-cpu=arch13");
	says("riscv64-linux-gnu", "-march=rv64gc_zba", NULL);
	says("armv7-linux-gnueabihf", "-march=armv7-a", NULL);
	return done_testing();
}
