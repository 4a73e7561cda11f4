/* Response files: each grammar, nesting, what is refused, and the way back
 * through the writer of spawn.c. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "../../common/args.h"
#include "../../common/spawn.h"
#include "ending.h"
#include "tap.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

static void write_file(const char *path, const char *text, size_t n)
{
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(text, 1, n, f) != n || fclose(f) != 0)
		abort();
}

/* The words of args as one text, each behind a '|'. */
static char *joined(const struct strv *word)
{
	static char text[1 << 16];
	char *p = text;
	*p = 0;
	for (size_t i = 0; i < word->n; i++)
		p += snprintf(p, sizeof text - (size_t)(p - text), "|%s", word->v[i]);
	return text;
}

static struct args read_line(const char *a, const char *b, const char *c)
{
	const char **argv = calloc(5, sizeof *argv); /* given points into it */
	struct args args;
	argv[0] = "cc";
	argv[1] = a;
	argv[2] = b;
	argv[3] = c;
	args_read(&args, argv, NULL);
	return args;
}

static char *words_of(const char *word)
{
	struct args a = read_line(word, NULL, NULL);
	return joined(&a.word);
}

static const struct {
	const char *text, *words;
} gnu[] = {
	{ "", "" },
	{ " \t\n\v\f\r", "" },
	{ "a", "|a" },
	{ "a b\tc\nd\ve\ff\rg", "|a|b|c|d|e|f|g" },
	{ "a\r\nb\r\n", "|a|b" },
	{ "\"a b\"", "|a b" },
	{ "'a b'", "|a b" },
	{ "a\"b c\"d'e f'g", "|ab cde fg" },
	{ "\"a'b\" 'c\"d'", "|a'b|c\"d" },
	{ "\"\" ''", "||" },
	{ "\"\"\"\"", "|" },
	{ "a\\ b", "|a b" },
	{ "\\a\\\\b", "|a\\b" },
	{ "\"a\\\"b\"", "|a\"b" },
	{ "'a\\'b'", "|a'b" },
	{ "'a\\b'", "|ab" },
	{ "a\\\nb", "|a\nb" },
	{ "\"a\nb\"", "|a\nb" },
	{ "a\\", "|a\\" },
	{ "\\", "|\\" },
	{ "\"a b", "|a b" },
	{ "'", "|" },
	{ "\"a\\", "|a\\" },
	{ "#a //b", "|#a|//b" },
	{ "\357\273\277a", "|a" },
	{ "\357\273a", "|\357\273a" },
	{ "\xef\xbb\xbf", "" },
	{ "\xff\x80 \xc3\xa4", "|\xff\x80|\xc3\xa4" },
	{ "@ @@ a@b", "|@|@@|a@b" },
	{ "@missing", "|@missing" },
};

static const struct {
	const char *text, *words;
} rustc[] = {
	{ "", "" },
	{ "a\nb", "|a|b" },
	{ "a\nb\n", "|a|b" },
	{ "a\n\nb", "|a||b" },
	{ "\n", "|" },
	{ "a b\n", "|a b" },
	{ "a\\ b\\\\c\n", "|a b\\c" },
	{ "a\\b\\\"c\n", "|a\\b\\\"c" },
	{ "\"a'b\n", "|\"a'b" },
	{ "a\\\nb", "|a\\|b" },
	{ "a\\", "|a\\" },
	{ "a\r\nb", "|a\r|b" },
	{ " a \n", "| a " },
};

static void test_grammars(void)
{
	for (size_t i = 0; i < LEN(gnu); i++) {
		write_file("a.rsp", gnu[i].text, strlen(gnu[i].text));
		struct args a = read_line("@a.rsp", NULL, NULL);
		is_str(joined(&a.word), gnu[i].words, "GNU %zu", i);
		ok(a.expanded && !a.dialect, "it was opened");
	}
	mkdir("r", 0777);
	for (size_t i = 0; i < LEN(rustc); i++) {
		write_file("r/linker-arguments", rustc[i].text, strlen(rustc[i].text));
		struct args a = read_line("@r/linker-arguments", NULL, NULL);
		is_str(joined(&a.word), rustc[i].words, "rustc %zu", i);
		ok(a.expanded && a.dialect, "it was opened as rustc's");
	}
}

/* A zero byte separates words as a blank does, in rustc's it is left out. */
static void test_zero_bytes(void)
{
	write_file("a.rsp", "a\0b \0c\"d\0e\"", 11);
	is_str(words_of("@a.rsp"), "|a|b|cde", "zero bytes, GNU");
	write_file("r/linker-arguments", "a\0b\n\0", 5);
	is_str(words_of("@r/linker-arguments"), "|ab|", "zero bytes, rustc");
}

/* Every prefix of every text is read without harm. */
static void test_prefixes(void)
{
	for (size_t i = 0; i < LEN(gnu); i++)
		for (size_t n = 0; n < strlen(gnu[i].text); n++) {
			write_file("a.rsp", gnu[i].text, n);
			read_line("@a.rsp", NULL, NULL);
		}
	ok(true, "prefixes of all texts");
}

static void test_words(void)
{
	struct args a = read_line(NULL, NULL, NULL);
	ok(a.word.n == 0 && a.word.v[0] == NULL && *a.given == NULL, "no words");
	const char *none[] = { NULL };
	args_read(&a, none, NULL);
	ok(a.word.n == 0 && *a.given == NULL, "not even argv[0]");
	a = read_line("-c", "", "-o");
	is_str(joined(&a.word), "|-c||-o", "plain words");
	ok(!a.expanded && !a.dialect && a.given[2] && strcmp(a.given[2], "-o") == 0, "nothing was opened");
	write_file("a.rsp", "x y", 3);
	a = read_line("-c", "@a.rsp", "z");
	is_str(joined(&a.word), "|-c|x|y|z", "words around a file");
	is_str(joined(&a.origin), "||a.rsp|a.rsp|", "where they stand");
	ok(a.word.n == a.origin.n && a.word.v[a.word.n] == NULL, "terminated");
	is_str(a.given[1], "@a.rsp", "the file as given");
}

static void test_nesting(void)
{
	write_file("b.rsp", "x @c.rsp y", 10);
	write_file("c.rsp", "@r/linker-arguments", 19);
	write_file("r/linker-arguments", "a\\ b\n", 5);
	struct args a = read_line("@b.rsp", "@b.rsp", NULL);
	is_str(joined(&a.word), "|x|a b|y|x|a b|y", "nested, twice");
	is_str(joined(&a.origin), "|b.rsp|r/linker-arguments|b.rsp|b.rsp|r/linker-arguments|b.rsp",
		"where they stand");
	ok(a.dialect, "rustc's below another");
}

/* More than one read, and no size to be had beforehand. */
static void test_pipe(void)
{
	static char text[30001], name[32], want[30003];
	int fd[2];
	memset(text, 'a', 30000);
	text[20000] = ' ';
	snprintf(want, sizeof want, "|%s", text);
	want[20001] = '|';
	if (pipe(fd) != 0 || write(fd[1], text, 30000) != 30000)
		abort();
	close(fd[1]);
	snprintf(name, sizeof name, "@/dev/fd/%d", fd[0]);
	is_str(words_of(name), want, "30000 bytes from a pipe");
	close(fd[0]);
}

/* Many short words must not cost memory by the square. */
static void test_many(void)
{
	enum { N = 700000 };
	char *text = malloc(3 * N);
	for (size_t i = 0; i < N; i++)
		memcpy(text + 3 * i, "ab\n", 3);
	write_file("big.rsp", text, 3 * N);
	struct args a = read_line("@big.rsp", NULL, NULL);
	ok(a.word.n == N && strcmp(a.word.v[N - 1], "ab") == 0, "%d words in one file", N);
	unlink("big.rsp");
	free(text);
}

static void read_one(void *word)
{
	read_line(word, NULL, NULL);
}

static void test_refused(void)
{
	static const struct {
		char word[16];
		const char *text;
	} rows[] = {
		{ "@dir", "sealcc: @dir: is a directory" },
		{ "@.", "sealcc: @.: is a directory" },
		{ "@self.rsp", "sealcc: @self.rsp: the response file includes itself" },
		{ "@one.rsp", "sealcc: @one.rsp: the response file includes itself" },
		{ "@link.rsp", "sealcc: @self.rsp: the response file includes itself" },
		{ "@secret.rsp", "sealcc: @secret.rsp: cannot be opened" },
	};
	mkdir("dir", 0777);
	write_file("self.rsp", "a @self.rsp", 11);
	write_file("one.rsp", "@two.rsp", 8);
	write_file("two.rsp", "@one.rsp", 8);
	write_file("secret.rsp", "a", 1);
	chmod("secret.rsp", 0);
	if (symlink("self.rsp", "link.rsp") != 0)
		abort();
	for (size_t i = 0; i < LEN(rows); i++) {
		if (strcmp(rows[i].word, "@secret.rsp") == 0 && access("secret.rsp", R_OK) == 0)
			continue; /* root may read it */
		struct ending e = ending_of(read_one, (char *)rows[i].word);
		ok(e.status == 1 && e.lines == 1 && strncmp(e.text, rows[i].text, strlen(rows[i].text)) == 0,
			"%s is refused: %d: %s", rows[i].word, e.status, strtok(e.text, "\n"));
	}
}

/* What spawn_response writes is what args_read reads. */
static bool comes_back(const char *const *word)
{
	char name[48];
	size_t n = 0;
	int fd = spawn_response(word);
	snprintf(name, sizeof name, "@/proc/self/fd/%d", fd);
	struct args a = read_line(name, NULL, NULL);
	close(fd);
	while (word[n] && n < a.word.n && strcmp(word[n], a.word.v[n]) == 0)
		n++;
	return !word[n] && n == a.word.n;
}

static unsigned next_random(void)
{
	static unsigned seed = 1;
	seed = seed * 1103515245 + 12345;
	return seed >> 16 & 0x7fff;
}

static void test_round_trips(void)
{
	static const char *const odd[] = { "", "a", "a b", "\"", "'", "\\", "\\\\\"", "a\nb", "\n", "\t",
		"a\\", "@", "-DX=\"y z\"", "\xff\x80", "#", "", NULL };
	static const char letters[] = "ab \"'\\\n\t@\xc3\xa4";
	bool fine = true;
	if (spawn_response(odd) < 0) {
		ok(true, "a response file without a name # SKIP this system has no memfd");
		return;
	}
	ok(comes_back(odd), "odd words come back");
	ok(comes_back(odd + LEN(odd) - 1), "no words come back");
	for (int i = 0; i < 500; i++) {
		char text[8][8];
		const char *word[9] = { NULL };
		unsigned words = next_random() % 8;
		for (unsigned w = 0; w < words; w++) {
			unsigned n = next_random() % 8;
			for (unsigned c = 0; c < n; c++)
				text[w][c] = letters[next_random() % (sizeof letters - 1)];
			text[w][n] = 0;
			/* "@name" would be opened again */
			if (text[w][0] == '@')
				text[w][0] = 'x';
			word[w] = text[w];
		}
		fine = fine && comes_back(word);
	}
	ok(fine, "random words come back");
}

static void test_joined(void)
{
	static const char *const word[] = { "-platform_version", "macos", "11.0", NULL };
	ok(strcmp(args_joined(word, 1), word[0]) == 0, "one word in one");
	ok(strcmp(args_joined(word, 3), "-platform_version macos 11.0") == 0, "three words in one");
}

int main(void)
{
	char dir[] = "args.XXXXXX"; /* the runner removes the directory it is called in */
	if (!mkdtemp(dir) || chdir(dir) != 0)
		return 1;
	test_grammars();
	test_zero_bytes();
	test_prefixes();
	test_words();
	test_nesting();
	test_pipe();
	test_many();
	test_refused();
	test_round_trips();
	test_joined();
	return done_testing();
}
