/* Strings as JSON, valid whatever bytes are in them. */
#include <stdlib.h>

#include "../../common/json.h"
#include "../../common/mem.h"
#include "ending.h"
#include "tap.h"

static const struct {
	const char *s, *json;
} rows[] = {
	{ "", "\"\"" },
	{ "abc", "\"abc\"" },
	{ "a\"b\\c", "\"a\\\"b\\\\c\"" },
	{ "\n\t\x01\x1f\x7f", "\"\\u000a\\u0009\\u0001\\u001f\\u007f\"" },
	{ "/'<>&", "\"/'<>&\"" },
	/* UTF-8 of every length, first and last of each */
	{ "\xc2\x80\xdf\xbf", "\"\xc2\x80\xdf\xbf\"" },
	{ "\xe0\xa0\x80\xef\xbf\xbf", "\"\xe0\xa0\x80\xef\xbf\xbf\"" },
	{ "\xed\x9f\xbf\xee\x80\x80", "\"\xed\x9f\xbf\xee\x80\x80\"" },
	{ "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"" },
	/* not UTF-8: alone, cut off, too long, surrogates, too large */
	{ "\x80", "\"\\udc80\"" },
	{ "\xff\xfe", "\"\\udcff\\udcfe\"" },
	{ "\xc3", "\"\\udcc3\"" },
	{ "\xc3(", "\"\\udcc3(\"" },
	{ "\xe2\x82", "\"\\udce2\\udc82\"" },
	{ "\xf0\x9f\x98", "\"\\udcf0\\udc9f\\udc98\"" },
	{ "\xc0\xaf", "\"\\udcc0\\udcaf\"" },
	{ "\xe0\x9f\xbf", "\"\\udce0\\udc9f\\udcbf\"" },
	{ "\xed\xa0\x80", "\"\\udced\\udca0\\udc80\"" },
	{ "\xf0\x8f\xbf\xbf", "\"\\udcf0\\udc8f\\udcbf\\udcbf\"" },
	{ "\xf4\x90\x80\x80", "\"\\udcf4\\udc90\\udc80\\udc80\"" },
	{ "\xf5\x80\x80\x80", "\"\\udcf5\\udc80\\udc80\\udc80\"" },
};

static void print(void *s)
{
	struct out *o = mem_alloc(sizeof *o);
	json_put(o, s);
	out_flush(o);
}

int main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		/* on the heap, so that a read past the end is seen */
		char *s = malloc(strlen(rows[i].s) + 1);
		strcpy(s, rows[i].s);
		is_str(ending_of(print, s).text, rows[i].json, "%s", rows[i].json);
		free(s);
	}
	return done_testing();
}
