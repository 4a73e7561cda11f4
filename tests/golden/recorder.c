/* Stands in for the backend: prints how it was called, one thing a line.
 *
 *	exec PATH      argv[0]
 *	WORD           each word after it
 *	@< WORD        each word of a response file on an open descriptor
 *	env NAME=VALUE variables that matter, when they are set
 *
 * With RECORDER_MAKES=PATH it links, too: that file is copied to the value of the
 * last -o, unless there is a --defsym, or to that of zig's -femit-bin=.
 *
 * Backslashes, control characters and bytes that are not ASCII are shown as
 * \xNN.  RECORDER_EXIT is the exit status, RECORDER_KILL a signal to die by. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char emit[] = "-femit-bin=";
static const char response[] = "@/proc/self/fd/";

static const char *const variables[] = {
	"CCC_OVERRIDE_OPTIONS",
	"CLANG_CONFIG_FILE_SYSTEM_DIR",
	"CLANG_CONFIG_FILE_USER_DIR",
	"COMPILER_PATH",
	"CPATH",
	"CPLUS_INCLUDE_PATH",
	"C_INCLUDE_PATH",
	"GCC_EXEC_PREFIX",
	"LD_RUN_PATH",
	"LIBRARY_PATH",
	"LPATH",
	"OBJCPLUS_INCLUDE_PATH",
	"OBJC_INCLUDE_PATH",
	"SEALCC_DEPTH",
	"SOURCE_DATE_EPOCH",
	"TMPDIR",
	"ZIG_GLOBAL_CACHE_DIR",
	"ZIG_LIB_DIR",
	"ZIG_LOCAL_CACHE_DIR",
};

static void put_char(int c)
{
	if (c < ' ' || c > '~' || c == '\\')
		printf("\\x%02x", (unsigned)c);
	else
		putchar(c);
}

static void put_line(const char *before, const char *s)
{
	fputs(before, stdout);
	for (; *s; s++)
		put_char((unsigned char)*s);
	putchar('\n');
}

/* A reader of its own, so that an error in the shims' writer shows. */
static void put_response(const char *path)
{
	FILE *f = fopen(path, "rb");
	int c, quote = 0, inside = 0;
	if (!f) {
		put_line("unreadable ", path);
		return;
	}
	while ((c = getc(f)) != EOF) {
		int blank = c == ' ' || c == '\n' || c == '\t';
		if (!quote && blank) {
			if (inside)
				putchar('\n');
			inside = 0;
			continue;
		}
		if (!inside)
			fputs("@< ", stdout);
		inside = 1;
		if (c == '\\' && (c = getc(f)) != EOF)
			put_char(c);
		else if (c == '"')
			quote = !quote;
		else
			put_char(c);
	}
	if (inside || quote)
		puts(quote ? " (a quote is open)" : "");
	fclose(f);
}

static const char *output(int argc, char **argv)
{
	const char *name = NULL;
	for (int i = 1; i < argc; i++)
		if (strncmp(argv[i], emit, sizeof emit - 1) == 0)
			return argv[i] + sizeof emit - 1;
		else if (strncmp(argv[i], "--defsym", 8) == 0)
			return NULL;
		else if (i + 1 < argc && strcmp(argv[i], "-o") == 0)
			name = argv[i + 1];
	return name;
}

static void copy(const char *from, const char *to)
{
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	int c;
	while (in && out && (c = getc(in)) != EOF)
		putc(c, out);
	if (out)
		fclose(out);
}

int main(int argc, char **argv)
{
	const char *makes = getenv("RECORDER_MAKES");
	if (makes && output(argc, argv))
		copy(makes, output(argc, argv));
	const char *status = getenv("RECORDER_EXIT"), *sig = getenv("RECORDER_KILL");
	put_line("exec ", argc ? argv[0] : "");
	for (int i = 1; i < argc; i++)
		if (strncmp(argv[i], response, sizeof response - 1) == 0)
			put_response(argv[i] + 1);
		else
			put_line("", argv[i]);
	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		if (getenv(variables[i])) {
			printf("env %s", variables[i]);
			put_line("=", getenv(variables[i]));
		}
	if (fflush(stdout) != 0)
		return 1;
	if (sig)
		raise(atoi(sig));
	return status ? atoi(status) : 0;
}
