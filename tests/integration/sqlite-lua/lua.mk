# Lua as a library and a program over it, in C and in C++ (there an error is an exception, not a jump).
# CC, CXX, LD, AR and RANLIB come from the environment.
#
#	make -f lua.mk S=<Lua's sources> H=<this directory>

CFLAGS = -O1 -DLUA_USE_LINUX
core = lapi lcode lctype ldebug ldo ldump lfunc lgc llex lmem lobject lopcodes lparser lstate lstring ltable ltm \
	lundump lvm lzio
library = lauxlib lbaselib lcorolib ldblib liolib lmathlib loadlib loslib lstrlib ltablib lutf8lib linit

all: lua-c lua-cxx

lua-c: c/lua.o c/liblua.a
	$(CC) $(LDFLAGS) -Wl,-E -o $@ c/lua.o -Lc -llua -lm -ldl

lua-cxx: cxx/lua.o cxx/liblua.a
	$(CXX) $(LDFLAGS) -Wl,-E -o $@ cxx/lua.o -Lcxx -llua -lm -ldl

# The core is one object, so that ld is asked for something too.
c/core.o: $(core:%=c/%.o)
	$(LD) -r -o $@ $^

cxx/core.o: $(core:%=cxx/%.o)
	$(LD) -r -o $@ $^

c/liblua.a: c/core.o $(library:%=c/%.o)
	$(AR) rc $@ $^
	$(RANLIB) $@

cxx/liblua.a: cxx/core.o $(library:%=cxx/%.o)
	$(AR) rc $@ $^
	$(RANLIB) $@

c/%.o: $(S)/%.c
	@mkdir -p c
	$(CC) $(CFLAGS) -c -o $@ $<

c/lua.o: $(H)/lua.c
	@mkdir -p c
	$(CC) $(CFLAGS) -Wall -Wextra -I$(S) -c -o $@ $<

cxx/%.o: $(S)/%.c
	@mkdir -p cxx
	$(CXX) $(CFLAGS) -x c++ -c -o $@ $<

cxx/lua.o: $(H)/lua.c
	@mkdir -p cxx
	$(CXX) $(CFLAGS) -Wall -Wextra -I$(S) -x c++ -c -o $@ $<
