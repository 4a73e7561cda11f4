#include <stdio.h>

#include "json.h"
#include "utf8.h"

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
	while (*s) {
		int n = utf8_length(s);
		unsigned char c = (unsigned char)*s;
		if (n == 0) {
			put_code("\\udc", c);
			s++;
		} else if (c < ' ' || c == 127) {
			put_code("\\u00", c);
			s++;
		} else {
			if (c == '"' || c == '\\')
				putchar('\\');
			while (n--)
				putchar(*s++);
		}
	}
	putchar('"');
}
