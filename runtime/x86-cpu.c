/* What __builtin_cpu_supports, __builtin_cpu_init and target_clones refer to on
 * x86: zig's compiler-rt leaves it out, so it is compiled into every toolchain
 * for x86.
 *
 * Sources: Intel's manual, volume 2, CPUID and XGETBV; AMD's manual, volume 3,
 * appendix E; the x86-64 psABI for the levels.  The numbers of the features are
 * gcc's and clang's common ones (llvm/TargetParser/X86TargetParser.def), as the
 * code shows that clang makes of __builtin_cpu_supports.
 *
 * Processors are told apart by their maker only: __builtin_cpu_is("intel") is
 * answered, __builtin_cpu_is("haswell") is always false. */

#define HIDDEN __attribute__((visibility("hidden")))

HIDDEN struct {
	unsigned vendor, type, subtype, features[1];
} __cpu_model;

HIDDEN unsigned __cpu_features2[4];

HIDDEN int __cpu_indicator_init(void);

enum reg { A, B, C, D };

enum leaf { BASIC, EXTENDED, EXTENDED_1, SAVE, TRACE, KEYS, AMD, AMD_SIZES, LEAVES };

static const struct {
	unsigned leaf, subleaf;
} leaves[LEAVES] = {
	[BASIC] = { 1, 0 },
	[EXTENDED] = { 7, 0 },
	[EXTENDED_1] = { 7, 1 },
	[SAVE] = { 0xd, 1 },
	[TRACE] = { 0x14, 0 },
	[KEYS] = { 0x19, 0 },
	[AMD] = { 0x80000001, 0 },
	[AMD_SIZES] = { 0x80000008, 0 },
};

/* The registers that the system must save for a feature. */
enum state { NONE, YMM, ZMM, TILES, STATES };

static const unsigned state_bits[STATES] = { [YMM] = 0x6, [ZMM] = 0xe6, [TILES] = 0x60000 };

static const struct {
	unsigned char feature, leaf, reg, bit, state;
} rows[] = {
	{ 0, BASIC, D, 15, NONE },         /* cmov */
	{ 1, BASIC, D, 23, NONE },         /* mmx */
	{ 2, BASIC, C, 23, NONE },         /* popcnt */
	{ 3, BASIC, D, 25, NONE },         /* sse */
	{ 4, BASIC, D, 26, NONE },         /* sse2 */
	{ 5, BASIC, C, 0, NONE },          /* sse3 */
	{ 6, BASIC, C, 9, NONE },          /* ssse3 */
	{ 7, BASIC, C, 19, NONE },         /* sse4.1 */
	{ 8, BASIC, C, 20, NONE },         /* sse4.2 */
	{ 9, BASIC, C, 28, YMM },          /* avx */
	{ 10, EXTENDED, B, 5, YMM },       /* avx2 */
	{ 11, AMD, C, 6, NONE },           /* sse4a */
	{ 12, AMD, C, 16, YMM },           /* fma4 */
	{ 13, AMD, C, 11, YMM },           /* xop */
	{ 14, BASIC, C, 12, YMM },         /* fma */
	{ 15, EXTENDED, B, 16, ZMM },      /* avx512f */
	{ 16, EXTENDED, B, 3, NONE },      /* bmi */
	{ 17, EXTENDED, B, 8, NONE },      /* bmi2 */
	{ 18, BASIC, C, 25, NONE },        /* aes */
	{ 19, BASIC, C, 1, NONE },         /* pclmul */
	{ 20, EXTENDED, B, 31, ZMM },      /* avx512vl */
	{ 21, EXTENDED, B, 30, ZMM },      /* avx512bw */
	{ 22, EXTENDED, B, 17, ZMM },      /* avx512dq */
	{ 23, EXTENDED, B, 28, ZMM },      /* avx512cd */
	{ 24, EXTENDED, B, 27, ZMM },      /* avx512er */
	{ 25, EXTENDED, B, 26, ZMM },      /* avx512pf */
	{ 26, EXTENDED, C, 1, ZMM },       /* avx512vbmi */
	{ 27, EXTENDED, B, 21, ZMM },      /* avx512ifma */
	{ 28, EXTENDED, D, 2, ZMM },       /* avx5124vnniw */
	{ 29, EXTENDED, D, 3, ZMM },       /* avx5124fmaps */
	{ 30, EXTENDED, C, 14, ZMM },      /* avx512vpopcntdq */
	{ 31, EXTENDED, C, 6, ZMM },       /* avx512vbmi2 */
	{ 32, EXTENDED, C, 8, NONE },      /* gfni */
	{ 33, EXTENDED, C, 10, YMM },      /* vpclmulqdq */
	{ 34, EXTENDED, C, 11, ZMM },      /* avx512vnni */
	{ 35, EXTENDED, C, 12, ZMM },      /* avx512bitalg */
	{ 36, EXTENDED_1, A, 5, ZMM },     /* avx512bf16 */
	{ 37, EXTENDED, D, 8, ZMM },       /* avx512vp2intersect */
	{ 40, EXTENDED, B, 19, NONE },     /* adx */
	{ 42, EXTENDED, C, 25, NONE },     /* cldemote */
	{ 43, EXTENDED, B, 23, NONE },     /* clflushopt */
	{ 44, EXTENDED, B, 24, NONE },     /* clwb */
	{ 45, AMD_SIZES, B, 0, NONE },     /* clzero */
	{ 46, BASIC, C, 13, NONE },        /* cmpxchg16b */
	{ 47, BASIC, D, 8, NONE },         /* cmpxchg8b */
	{ 48, EXTENDED, C, 29, NONE },     /* enqcmd */
	{ 49, BASIC, C, 29, YMM },         /* f16c */
	{ 50, EXTENDED, B, 0, NONE },      /* fsgsbase */
	{ 51, BASIC, D, 24, NONE },        /* fxsr */
	{ 54, AMD, C, 0, NONE },           /* lahf_lm */
	{ 55, AMD, D, 29, NONE },          /* lm */
	{ 56, AMD, C, 15, NONE },          /* lwp */
	{ 57, AMD, C, 5, NONE },           /* lzcnt */
	{ 58, BASIC, C, 22, NONE },        /* movbe */
	{ 59, EXTENDED, C, 28, NONE },     /* movdir64b */
	{ 60, EXTENDED, C, 27, NONE },     /* movdiri */
	{ 61, AMD, C, 29, NONE },          /* mwaitx */
	{ 62, BASIC, C, 27, NONE },        /* osxsave */
	{ 63, EXTENDED, D, 18, NONE },     /* pconfig */
	{ 64, EXTENDED, C, 4, NONE },      /* pku, switched on */
	{ 65, EXTENDED, C, 0, NONE },      /* prefetchwt1 */
	{ 66, AMD, C, 8, NONE },           /* prfchw */
	{ 67, TRACE, B, 4, NONE },         /* ptwrite */
	{ 68, EXTENDED, C, 22, NONE },     /* rdpid */
	{ 69, BASIC, C, 30, NONE },        /* rdrnd */
	{ 70, EXTENDED, B, 18, NONE },     /* rdseed */
	{ 71, EXTENDED, B, 11, NONE },     /* rtm */
	{ 72, EXTENDED, D, 14, NONE },     /* serialize */
	{ 73, EXTENDED, B, 2, NONE },      /* sgx */
	{ 74, EXTENDED, B, 29, NONE },     /* sha */
	{ 75, EXTENDED, C, 7, NONE },      /* shstk */
	{ 76, AMD, C, 21, NONE },          /* tbm */
	{ 77, EXTENDED, D, 16, NONE },     /* tsxldtrk */
	{ 78, EXTENDED, C, 9, YMM },       /* vaes */
	{ 79, EXTENDED, C, 5, NONE },      /* waitpkg */
	{ 80, AMD_SIZES, B, 9, NONE },     /* wbnoinvd */
	{ 81, BASIC, C, 26, NONE },        /* xsave */
	{ 82, SAVE, A, 1, NONE },          /* xsavec */
	{ 83, SAVE, A, 0, NONE },          /* xsaveopt */
	{ 84, SAVE, A, 3, NONE },          /* xsaves */
	{ 85, EXTENDED, D, 24, TILES },    /* amx-tile */
	{ 86, EXTENDED, D, 25, TILES },    /* amx-int8 */
	{ 87, EXTENDED, D, 22, TILES },    /* amx-bf16 */
	{ 88, EXTENDED, D, 5, NONE },      /* uintr */
	{ 89, EXTENDED_1, A, 22, NONE },   /* hreset */
	{ 90, EXTENDED, C, 23, NONE },     /* kl */
	{ 91, KEYS, B, 0, NONE },          /* aeskle */
	{ 92, KEYS, B, 2, NONE },          /* widekl */
	{ 93, EXTENDED_1, A, 4, YMM },     /* avxvnni */
	{ 94, EXTENDED, D, 23, ZMM },      /* avx512fp16 */
	{ 99, EXTENDED_1, A, 23, YMM },    /* avxifma */
	{ 100, EXTENDED_1, D, 4, YMM },    /* avxvnniint8 */
	{ 101, EXTENDED_1, D, 5, YMM },    /* avxneconvert */
	{ 102, EXTENDED_1, A, 7, NONE },   /* cmpccxadd */
	{ 103, EXTENDED_1, A, 21, TILES }, /* amx-fp16 */
	{ 104, EXTENDED_1, D, 14, NONE },  /* prefetchi */
	{ 105, EXTENDED_1, A, 3, NONE },   /* raoint */
	{ 106, EXTENDED_1, D, 8, TILES },  /* amx-complex */
	{ 107, EXTENDED_1, D, 10, YMM },   /* avxvnniint16 */
	{ 108, EXTENDED_1, A, 1, YMM },    /* sm3 */
	{ 109, EXTENDED_1, A, 0, YMM },    /* sha512 */
	{ 110, EXTENDED_1, A, 2, YMM },    /* sm4 */
	{ 112, EXTENDED_1, D, 15, NONE },  /* usermsr */
};

/* The levels of the psABI; each includes the one before. */
enum { FIRST_LEVEL = 95, LEVELS = 4, MOST = 10 };

static const unsigned char levels[LEVELS][MOST] = {
	{ 55, 0, 47, 51, 1, 3, 4, 255 },            /* lm cmov cx8 fxsr mmx sse sse2 */
	{ 46, 54, 2, 5, 6, 7, 8, 255 },             /* cx16 lahf popcnt sse3 ssse3 sse4 */
	{ 9, 10, 14, 16, 17, 49, 57, 58, 62, 255 }, /* avx avx2 fma bmi f16c lzcnt movbe osxsave */
	{ 15, 20, 21, 22, 23, 255 },                /* avx512 f vl bw dq cd */
};

static unsigned *word_of(unsigned feature)
{
	return feature < 32 ? &__cpu_model.features[0] : &__cpu_features2[feature / 32 - 1];
}

static void set(unsigned feature)
{
	*word_of(feature) |= 1u << feature % 32;
}

static int has(unsigned feature)
{
	return *word_of(feature) >> feature % 32 & 1;
}

static void cpuid(unsigned leaf, unsigned subleaf, unsigned *r)
{
	__asm__ volatile("cpuid" : "=a"(r[A]), "=b"(r[B]), "=c"(r[C]), "=d"(r[D]) : "a"(leaf), "c"(subleaf));
}

/* The register sets that the system saves; XGETBV exists when it saves any. */
static unsigned saved_states(const unsigned *basic)
{
	unsigned low = 0, high;
	if (basic[C] >> 27 & 1)
		__asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return low;
}

static void read_leaves(unsigned r[LEAVES][4])
{
	unsigned top[4], extended_top[4], subleaves;
	cpuid(0, 0, top);
	cpuid(0x80000000, 0, extended_top);
	__cpu_model.vendor = top[B] == 0x756e6547 ? 1 : top[B] == 0x68747541 ? 2 : 3; /* "Genu", "Auth" */
	for (unsigned i = 0; i < LEAVES; i++) {
		unsigned leaf = leaves[i].leaf;
		r[i][A] = r[i][B] = r[i][C] = r[i][D] = 0;
		if (leaf <= (leaf >> 31 ? extended_top[A] : top[A]))
			cpuid(leaf, leaves[i].subleaf, r[i]);
	}
	subleaves = r[EXTENDED][A];
	if (subleaves < 1)
		r[EXTENDED_1][A] = r[EXTENDED_1][D] = 0;
}

static void set_levels(void)
{
	for (unsigned i = 0; i < LEVELS; i++) {
		for (const unsigned char *f = levels[i]; *f != 255; f++)
			if (!has(*f))
				return;
		set(FIRST_LEVEL + i);
	}
}

/* Before other constructors; resolvers of target_clones call it earlier still. */
__attribute__((constructor(101))) int __cpu_indicator_init(void)
{
	unsigned r[LEAVES][4];
	if (__cpu_model.vendor)
		return 0;
	read_leaves(r);
	unsigned saved = saved_states(r[BASIC]);
	for (unsigned i = 0; i < sizeof rows / sizeof *rows; i++) {
		unsigned state = state_bits[rows[i].state];
		if ((r[rows[i].leaf][rows[i].reg] >> rows[i].bit & 1) && (saved & state) == state)
			set(rows[i].feature);
	}
	set_levels();
	return 0;
}
