/* Messages are one line, whatever is in them. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "../../common/say.h"
#include "ending.h"
#include "tap.h"

#define FORMAT(want, ...)                                                                                    \
	do {                                                                                                 \
		char buf[256];                                                                               \
		size_t n = say_format(buf, sizeof buf, __VA_ARGS__);                                         \
		is_str(buf, want, "%s", want);                                                               \
		ok(n == strlen(buf), "its length");                                                          \
	} while (0)

static void test_formats(void)
{
	FORMAT("plain", "plain");
	FORMAT("", "%s", "");
	FORMAT("a: b", "%s: %s", "a", "b");
	FORMAT("0 42 18446744073709551615", "%u %u %u", (size_t)0, (size_t)42, (size_t)-1);
	FORMAT("100%", "%u%%", (size_t)100);
	FORMAT("%s", "%s", "%s");
	FORMAT("a\\x0ab\\x09\\x1b\\x7f", "%s", "a\nb\t\x1b\x7f");
	FORMAT("\xc3\xa4\xff", "%s", "\xc3\xa4\xff");
}

static void test_errno(void)
{
	char want[256];
	snprintf(want, sizeof want, "a: %s", strerror(ENOENT));
	errno = ENOENT;
	FORMAT(want, "%s:", "a");
	errno = ENOENT;
	FORMAT("to a:", "to %s", "a:");
	errno = ENOENT;
	FORMAT("a:b", "a:b");
}

static void test_cut(void)
{
	char buf[8];
	for (size_t n = 1; n <= sizeof buf; n++) {
		memset(buf, '#', sizeof buf);
		size_t len = say_format(buf, n, "%s%s", "abc", "\n12345");
		ok(len == n - 1 && buf[len] == 0 && strncmp(buf, "abc\\x0a12345", len) == 0, "cut to %zu", n);
		ok(n == sizeof buf || buf[n] == '#', "and nothing is written behind");
	}
	buf[0] = '#';
	say_format(buf, 0, "abc");
	ok(buf[0] == '#', "no room at all");
}

static void say_plain(void *text)
{
	say_as("sealcc cc");
	errno = ENOENT;
	say("%s", (const char *)text);
	if (errno != ENOENT)
		_exit(1);
}

static void test_numbers(void)
{
	is_str(say_number(0), "0", "no number");
	is_str(say_number(SIZE_MAX), SIZE_MAX > UINT32_MAX ? "18446744073709551615" : "4294967295",
		"the largest number");
}

static void die_plain(void *text)
{
	die(*(const char *)text, "%s: %s", "x", "y");
}

static void die_quietly(void *text)
{
	close(STDERR_FILENO);
	die(125, "%s", (const char *)text);
}

static void test_lines(void)
{
	static char text[20000];
	char status[] = { 42, 0 };
	struct ending e = ending_of(say_plain, "a\nb");
	is_str(e.text, "sealcc cc: a\\x0ab\n", "say writes one line");
	ok(e.status == ENDING_RETURNED, "say returns, with errno as it was");
	e = ending_of(die_plain, status);
	is_str(e.text, "sealcc: x: y\n", "die writes one line");
	ok(e.status == 42, "die ends with its status");
	memset(text, 'a', sizeof text - 1);
	e = ending_of(say_plain, text);
	ok(e.lines == 1 && strlen(e.text) == 8191 && e.text[8190] == '\n', "a long line is cut, not its end");
	memset(text, '\n', sizeof text - 1);
	e = ending_of(say_plain, text);
	ok(e.lines == 1 && e.text[strlen(e.text) - 1] == '\n', "so is a long one of newlines");
	e = ending_of(die_quietly, text);
	ok(e.status == 125, "without standard error the status stays");
}

int main(void)
{
	test_formats();
	test_errno();
	test_cut();
	test_lines();
	test_numbers();
	return done_testing();
}
