#include <stdbool.h>
#include <stdio.h>

#include "json.h"

/* The length of the UTF-8 sequence at s, 0 when there is none. */
static int utf8_length(const unsigned char *s)
{
	int n = *s < 0x80 ? 1 : *s < 0xc2 ? 0 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : *s < 0xf5 ? 4 : 0;
	for (int i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	/* longer than need be, surrogates, beyond U+10FFFF */
	bool wrong = (s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
		     (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f);
	return wrong ? 0 : n;
}

static void put_code(const char *prefix, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	fputs(prefix, stdout);
	putchar(hex[c >> 4]);
	putchar(hex[c & 15]);
}

void json_string(const char *s)
{
	putchar('"');
	for (const unsigned char *p = (const unsigned char *)s; *p;) {
		int n = utf8_length(p);
		if (n == 0) {
			put_code("\\udc", *p++);
		} else if (*p < ' ' || *p == 127) {
			put_code("\\u00", *p++);
		} else {
			if (*p == '"' || *p == '\\')
				putchar('\\');
			while (n--)
				putchar(*p++);
		}
	}
	putchar('"');
}
