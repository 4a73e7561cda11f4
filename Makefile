# sealcc: make, make check, make demo, make bench, make fuzz, make corpus, make report, make install

CC = cc
# users get shims that are static and small: musl where it is at hand, else
# tools/restage builds a second time with sealcc's own sealed musl
STATIC_CC = $(shell CC='$(CC)' tools/static-cc)
CFLAGS = -O2
# nothing between functions and before jumps: 1 KiB of a shim
TIGHT = -falign-functions=1 -falign-loops=1 -fno-align-jumps -fno-align-labels -Wno-ignored-optimization-argument
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wvla
STD = -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
ALL = $(STD) $(WARN) -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables -fno-pie $(TIGHT) $(CFLAGS)
# such large pages, or GNU ld begins the data in a page of the file's own: 2 KiB of nothing on average
LINK = -static -Wl,--gc-sections,-z,noseparate-code,-z,norelro,-z,max-page-size=0x100000,-z,common-page-size=0x100000,--build-id=none -s $(LDFLAGS)
DESTDIR =
PREFIX = /usr/local
B = build

# what all shims share, and what cc and ld have besides
SHIM = environ errtext explain mem out plan say shim spawn strv text toolchain triple tripleread
LINE = args bareld dirnames execroot ldoption option origin runpath
CC_PARTS = $(LINE) call cpu crtoperand driver driveroption gccoption given nixflags runtime staticlink
LD_PARTS = $(LINE) elf elfload emulation ldline link nixflags staticline staticout staticrun
ZIGCC_PARTS = args bareld dirnames emulation execroot ldline ldoption libraryfind linkstate mapfile nixflags option optionvalue scratch depfile zigcc zigcckeyword zigcclibrary zigccoption zigccscan zigwork
PELD_PARTS = args bareld dirnames emulation execroot ldline ldoption libraryfind linkstate mingw nixflags option optionvalue pelibrary peoption
MACHOLD_PARTS = args arread dirnames elf execroot ldline libraryfind machoexport machofind macholink machooption machoscan mapfile nixflags option optionvalue pattern scratch zigwork depfile
WASMLD_PARTS = args dirnames execroot ldline ldoption nixflags option wasmlink
AR_PARTS = archive args dirnames execroot
NM_PARTS = args dirnames execroot arread elf flag foreign mapfile nm nmlist owntool symclass symver
COPY_PARTS = args dirnames execroot arcopy arread copy copyfile copyoptions debuglink elf elfbinary elfedit elfselect elfwrite flag foreign mapfile \
	namelist owntool pattern replace sectionflags strtab symclass
TOOL = arfile backend backendclang backendgcc buildfile child cpu cpuprobe cpurust driveroption errtext files gccroot givenroot host install json ldoption machooption mem option out peoption quote rule rulefile rulegcc rulelink rulemacho rulepe rulewasm rulezigcc say \
	seal setting shims spawn strv sysroot text toolchain triple tripleread triplefacts utf8 zig zigccoption zigcxx zigharvest zigimport zigjob zigmacho zigpe zigroot zigrt zigwasi
INSPECT = arread buildpath dotted elf elfload inflate inspect inspectelf inspectmacho inspectnotes inspectpaths inspectpe inspectsymbols machine \
	mapfile pattern require requirerule staticout
SEALCC = main cache checkcache checks doctor env explain explained finding format inspect inspectjson inspecttext jsontext new report request \
	optionlist rulejson rules run sysroot targets verified

# these do not run on the plain path: small instead of fast
COLD = bareld call cpu crtoperand depfile dirnames elf emulation elfload environ errtext execroot explain gccoption given libraryfind linkstate machoexport machofind macholink machooption machoscan mingw nixflags optionvalue origin out pelibrary runpath runtime say scratch spawn staticline staticlink staticout \
	staticrun text triple tripleread wasmlink zigcc zigcckeyword zigcclibrary zigccoption zigccscan zigwork $(filter-out args execroot,$(NM_PARTS) $(COPY_PARTS))

HEADERS = $(wildcard common/*.h wrappers/sealcc/*.h)
# each is a program that sealcc has inside
SHIMS = $(patsubst wrappers/%.c,$B/%,$(wildcard wrappers/*.c))
objects = $(addprefix $B/,$(addsuffix .o,$1))

all: $B/sealcc
	@tools/restage $B

$B/%.o: common/%.c $(HEADERS) Makefile
	@mkdir -p $B
	$(STATIC_CC) $(ALL) $(if $(filter $*,$(COLD)),-Os) -c $< -o $@

$B/wrap-%.o: wrappers/%.c $(HEADERS) Makefile
	@mkdir -p $B
	$(STATIC_CC) $(ALL) -c $< -o $@

$B/verified.inc: tests/targets/verified
	@mkdir -p $B
	sed 's/^\([^ ]*\) \(.*\)/	{ "\1", "\2" },/' tests/targets/verified >$@

$B/tool-verified.o: $B/verified.inc

$B/tool-%.o: wrappers/sealcc/%.c $(HEADERS) Makefile
	@mkdir -p $B
	$(STATIC_CC) $(ALL) -I$B -c $< -o $@

$B/cc: $B/wrap-cc.o $(call objects,$(SHIM) $(CC_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/ld: $B/wrap-ld.o $(call objects,$(SHIM) $(LD_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/zigcc: $B/wrap-zigcc.o $(call objects,$(SHIM) $(ZIGCC_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/peld: $B/wrap-peld.o $(call objects,$(SHIM) $(PELD_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/machold: $B/wrap-machold.o $(call objects,$(SHIM) $(MACHOLD_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/wasmld: $B/wrap-wasmld.o $(call objects,$(SHIM) $(WASMLD_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/petool: $B/wrap-petool.o $(call objects,$(SHIM))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/ar: $B/wrap-ar.o $(call objects,$(SHIM) $(AR_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/nm: $B/wrap-nm.o $(call objects,$(SHIM) $(NM_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/objcopy: $B/wrap-objcopy.o $(call objects,$(SHIM) $(COPY_PARTS))
	$(STATIC_CC) $(LINK) -o $@ $^

$B/shims.o: common/shims.c common/shims.h runtime/x86-cpu.c $(SHIMS)
	$(STATIC_CC) $(ALL) -DSHIM_DIR='"$B"' -c $< -o $@

$B/sealcc: $(call objects,$(sort $(TOOL) $(COPY_PARTS) $(INSPECT))) $(addprefix $B/tool-,$(addsuffix .o,$(SEALCC)))
	$(STATIC_CC) $(LINK) -o $@ $^

check: all
	tests/run

check-all: all
	tests/run --all

lint:
	tests/lint

# libFuzzer over what reads files and options, each fuzzer that many seconds
FUZZ_SECONDS = 600
fuzz:
	tests/fuzz/run $(FUZZ_SECONDS)

# packages of Debian by sealcc, the cross gcc and zig cc; hours
corpus: all
	SEALCC_ZIG=$${SEALCC_ZIG:-$$(tools/get-zig 0.14.1)} tests/corpus/run

# what the last check verified, as a table
report:
	tools/report $B/test-logs

demo: all
	tools/demo

bench: all
	tests/bench/run

SHARE = $(DESTDIR)$(PREFIX)/share

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/man/man5 $(SHARE)/bash-completion/completions \
		$(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	cp $B/sealcc $(DESTDIR)$(PREFIX)/bin/sealcc
	chmod 755 $(DESTDIR)$(PREFIX)/bin/sealcc
	cp man/*.1 $(SHARE)/man/man1/
	cp man/*.5 $(SHARE)/man/man5/
	cp completions/sealcc.bash $(SHARE)/bash-completion/completions/sealcc
	cp completions/_sealcc $(SHARE)/zsh/site-functions/
	cp completions/sealcc.fish $(SHARE)/fish/vendor_completions.d/

clean:
	rm -rf $B

.PHONY: all check check-all lint fuzz corpus report demo bench install clean
