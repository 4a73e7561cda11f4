#include "utf8.h"

int utf8_length(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	int n = *s < 0x80 ? 1 : *s < 0xc2 ? 0 : *s < 0xe0 ? 2 : *s < 0xf0 ? 3 : *s < 0xf5 ? 4 : 0;
	for (int i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	/* longer than need be, surrogates, beyond U+10FFFF */
	bool wrong = (s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
		     (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f);
	return wrong ? 0 : n;
}

bool utf8_is(const char *s)
{
	while (*s) {
		int n = utf8_length(s);
		if (n == 0)
			return false;
		s += n;
	}
	return true;
}
