/* Strings as JSON has them. */
#include "json.h"
#include "utf8.h"

static void put_code(struct out *o, const char *prefix, unsigned char c)
{
	out_text(o, prefix);
	out_number(o, c, 16, 2);
}

void json_put(struct out *o, const char *s)
{
	out_char(o, '"');
	while (*s) {
		int n = utf8_length(s);
		unsigned char c = (unsigned char)*s;
		if (n == 0) {
			put_code(o, "\\udc", c);
			s++;
		} else if (c < ' ' || c == 127) {
			put_code(o, "\\u00", c);
			s++;
		} else {
			if (c == '"' || c == '\\')
				out_char(o, '\\');
			while (n--)
				out_char(o, *s++);
		}
	}
	out_char(o, '"');
}

void json_array(struct out *o, const char *const *s, size_t n)
{
	out_char(o, '[');
	for (size_t i = 0; i < n; i++) {
		out_text(o, i ? ", " : "");
		json_put(o, s[i]);
	}
	out_char(o, ']');
}

void json_member(struct out *o, const char *before, const char *name, const char *value)
{
	OUT_TEXTS(o, before, "\"", name, "\": ");
	json_put(o, value);
}
