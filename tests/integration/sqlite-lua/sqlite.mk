# SQLite as a static and a shared library, and a program over each. CC, AR and RANLIB come from the environment.
#
#	make -f sqlite.mk S=<SQLite's sources> H=<this directory>

CFLAGS = -O1
options = -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_MATH_FUNCTIONS
libs = -lpthread -ldl -lm

all: sql

libsqlite3.a: sqlite3.o
	$(AR) rc $@ sqlite3.o
	$(RANLIB) $@

sql: sql.o libsqlite3.a
	$(CC) $(LDFLAGS) -o $@ sql.o -L. -lsqlite3 $(libs)

libsqlite3.so: sqlite3.o
	$(CC) -shared -Wl,-soname,$@ -Wl,-z,defs -o $@ sqlite3.o $(libs)

sql-shared: sql.o libsqlite3.so
	$(CC) $(LDFLAGS) -o $@ sql.o libsqlite3.so -Wl,-rpath,'$$ORIGIN'

sqlite3.o: $(S)/sqlite3.c
	$(CC) $(CFLAGS) $(options) -fPIC -c -o $@ $(S)/sqlite3.c

sql.o: $(H)/sql.c
	$(CC) $(CFLAGS) -Wall -Wextra -I$(S) -c -o $@ $(H)/sql.c
