/* Names that both gcc 12 and clang 19 know; prints those that this processor has. */
#include <stdio.h>
int main(void)
{
	__builtin_cpu_init();
	if (__builtin_cpu_supports("cmov"))
		puts("cmov");
	if (__builtin_cpu_supports("mmx"))
		puts("mmx");
	if (__builtin_cpu_supports("popcnt"))
		puts("popcnt");
	if (__builtin_cpu_supports("sse"))
		puts("sse");
	if (__builtin_cpu_supports("sse2"))
		puts("sse2");
	if (__builtin_cpu_supports("sse3"))
		puts("sse3");
	if (__builtin_cpu_supports("ssse3"))
		puts("ssse3");
	if (__builtin_cpu_supports("sse4.1"))
		puts("sse4.1");
	if (__builtin_cpu_supports("sse4.2"))
		puts("sse4.2");
	if (__builtin_cpu_supports("avx"))
		puts("avx");
	if (__builtin_cpu_supports("avx2"))
		puts("avx2");
	if (__builtin_cpu_supports("sse4a"))
		puts("sse4a");
	if (__builtin_cpu_supports("fma4"))
		puts("fma4");
	if (__builtin_cpu_supports("xop"))
		puts("xop");
	if (__builtin_cpu_supports("fma"))
		puts("fma");
	if (__builtin_cpu_supports("avx512f"))
		puts("avx512f");
	if (__builtin_cpu_supports("bmi"))
		puts("bmi");
	if (__builtin_cpu_supports("bmi2"))
		puts("bmi2");
	if (__builtin_cpu_supports("aes"))
		puts("aes");
	if (__builtin_cpu_supports("pclmul"))
		puts("pclmul");
	if (__builtin_cpu_supports("avx512vl"))
		puts("avx512vl");
	if (__builtin_cpu_supports("avx512bw"))
		puts("avx512bw");
	if (__builtin_cpu_supports("avx512dq"))
		puts("avx512dq");
	if (__builtin_cpu_supports("avx512cd"))
		puts("avx512cd");
	if (__builtin_cpu_supports("avx512vbmi"))
		puts("avx512vbmi");
	if (__builtin_cpu_supports("avx512ifma"))
		puts("avx512ifma");
	if (__builtin_cpu_supports("avx5124vnniw"))
		puts("avx5124vnniw");
	if (__builtin_cpu_supports("avx5124fmaps"))
		puts("avx5124fmaps");
	if (__builtin_cpu_supports("avx512vpopcntdq"))
		puts("avx512vpopcntdq");
	if (__builtin_cpu_supports("avx512vbmi2"))
		puts("avx512vbmi2");
	if (__builtin_cpu_supports("gfni"))
		puts("gfni");
	if (__builtin_cpu_supports("vpclmulqdq"))
		puts("vpclmulqdq");
	if (__builtin_cpu_supports("avx512vnni"))
		puts("avx512vnni");
	if (__builtin_cpu_supports("avx512bitalg"))
		puts("avx512bitalg");
	if (__builtin_cpu_supports("avx512bf16"))
		puts("avx512bf16");
	if (__builtin_cpu_supports("avx512vp2intersect"))
		puts("avx512vp2intersect");
	if (__builtin_cpu_supports("adx"))
		puts("adx");
	if (__builtin_cpu_supports("cldemote"))
		puts("cldemote");
	if (__builtin_cpu_supports("clflushopt"))
		puts("clflushopt");
	if (__builtin_cpu_supports("clwb"))
		puts("clwb");
	if (__builtin_cpu_supports("clzero"))
		puts("clzero");
	if (__builtin_cpu_supports("enqcmd"))
		puts("enqcmd");
	if (__builtin_cpu_supports("f16c"))
		puts("f16c");
	if (__builtin_cpu_supports("fsgsbase"))
		puts("fsgsbase");
	if (__builtin_cpu_supports("lwp"))
		puts("lwp");
	if (__builtin_cpu_supports("lzcnt"))
		puts("lzcnt");
	if (__builtin_cpu_supports("movbe"))
		puts("movbe");
	if (__builtin_cpu_supports("movdir64b"))
		puts("movdir64b");
	if (__builtin_cpu_supports("movdiri"))
		puts("movdiri");
	if (__builtin_cpu_supports("mwaitx"))
		puts("mwaitx");
	if (__builtin_cpu_supports("pconfig"))
		puts("pconfig");
	if (__builtin_cpu_supports("pku"))
		puts("pku");
	if (__builtin_cpu_supports("prfchw"))
		puts("prfchw");
	if (__builtin_cpu_supports("ptwrite"))
		puts("ptwrite");
	if (__builtin_cpu_supports("rdpid"))
		puts("rdpid");
	if (__builtin_cpu_supports("rdrnd"))
		puts("rdrnd");
	if (__builtin_cpu_supports("rdseed"))
		puts("rdseed");
	if (__builtin_cpu_supports("rtm"))
		puts("rtm");
	if (__builtin_cpu_supports("serialize"))
		puts("serialize");
	if (__builtin_cpu_supports("sgx"))
		puts("sgx");
	if (__builtin_cpu_supports("sha"))
		puts("sha");
	if (__builtin_cpu_supports("shstk"))
		puts("shstk");
	if (__builtin_cpu_supports("tbm"))
		puts("tbm");
	if (__builtin_cpu_supports("tsxldtrk"))
		puts("tsxldtrk");
	if (__builtin_cpu_supports("vaes"))
		puts("vaes");
	if (__builtin_cpu_supports("waitpkg"))
		puts("waitpkg");
	if (__builtin_cpu_supports("wbnoinvd"))
		puts("wbnoinvd");
	if (__builtin_cpu_supports("xsave"))
		puts("xsave");
	if (__builtin_cpu_supports("xsavec"))
		puts("xsavec");
	if (__builtin_cpu_supports("xsaveopt"))
		puts("xsaveopt");
	if (__builtin_cpu_supports("xsaves"))
		puts("xsaves");
	if (__builtin_cpu_supports("amx-tile"))
		puts("amx-tile");
	if (__builtin_cpu_supports("amx-int8"))
		puts("amx-int8");
	if (__builtin_cpu_supports("amx-bf16"))
		puts("amx-bf16");
	if (__builtin_cpu_supports("uintr"))
		puts("uintr");
	if (__builtin_cpu_supports("hreset"))
		puts("hreset");
	if (__builtin_cpu_supports("kl"))
		puts("kl");
	if (__builtin_cpu_supports("widekl"))
		puts("widekl");
	if (__builtin_cpu_supports("avxvnni"))
		puts("avxvnni");
	if (__builtin_cpu_supports("x86-64"))
		puts("x86-64");
	if (__builtin_cpu_supports("x86-64-v2"))
		puts("x86-64-v2");
	if (__builtin_cpu_supports("x86-64-v3"))
		puts("x86-64-v3");
	if (__builtin_cpu_supports("x86-64-v4"))
		puts("x86-64-v4");
	if (__builtin_cpu_is("intel"))
		puts("is intel");
	if (__builtin_cpu_is("amd"))
		puts("is amd");
	return 0;
}
