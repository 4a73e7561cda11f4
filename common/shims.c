/* The assembler includes the programs that were built just before; SHIM_DIR is
 * the build directory. */
#include "shims.h"

#define EMBED(name, file)                                                                                    \
	__asm__(".section .rodata\n"                                                                         \
		".global shim_" #name "_start\n"                                                             \
		"shim_" #name "_start: .incbin \"" file "\"\n"                                               \
		".global shim_" #name "_end\n"                                                               \
		"shim_" #name "_end: .byte 0\n"                                                              \
		".text\n");                                                                                  \
	extern const char shim_##name##_start[], shim_##name##_end[];                                        \
	const struct shim_file shim_##name = { shim_##name##_start, shim_##name##_end }

EMBED(cc, SHIM_DIR "/cc");
EMBED(ld, SHIM_DIR "/ld");
EMBED(zigcc, SHIM_DIR "/zigcc");
EMBED(machold, SHIM_DIR "/machold");
EMBED(peld, SHIM_DIR "/peld");
EMBED(wasmld, SHIM_DIR "/wasmld");
EMBED(petool, SHIM_DIR "/petool");
EMBED(ar, SHIM_DIR "/ar");
EMBED(nm, SHIM_DIR "/nm");
EMBED(objcopy, SHIM_DIR "/objcopy");
EMBED(x86_cpu, "runtime/x86-cpu.c");
