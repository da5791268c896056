#include "kin/record/json.h"

#include <math.h>
#include <stdio.h>

/* What stands for c in a string: itself when 0, \c, or \u00xx when 'u'. */
static char
escape_of(unsigned char c)
{
	switch (c) {
	case '"': case '\\': return (char)c;
	case '\b': return 'b';
	case '\f': return 'f';
	case '\n': return 'n';
	case '\r': return 'r';
	case '\t': return 't';
	default: return c < 0x20 || c == 0x7f ? 'u' : 0;
	}
}

void
kin_json_put_string(struct kin_buf *out, struct kin_str text)
{
	static const char hex[] = "0123456789abcdef";
	char *to = kin_buf_room(out, text.len * 6 + 2), *start = to;

	*to++ = '"';
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.p[i];
		char escape;

		if (c > '\\' && c != 0x7f) {
			*to++ = (char)c;
			continue;
		}
		escape = escape_of(c);
		if (escape == 0) {
			*to++ = (char)c;
			continue;
		}
		*to++ = '\\';
		*to++ = escape;
		if (escape == 'u') {
			memcpy(to, "00", 2);
			to[2] = hex[c >> 4];
			to[3] = hex[c & 15];
			to += 4;
		}
	}
	*to++ = '"';
	out->len += (size_t)(to - start);
}

void
kin_json_put_whole(struct kin_buf *out, long long number)
{
	char digits[24];
	size_t at = sizeof(digits);
	unsigned long long left = number < 0 ? 0ull - (unsigned long long)number :
	    (unsigned long long)number;

	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (number < 0)
		digits[--at] = '-';
	kin_buf_add(out, kin_str(digits + at, sizeof(digits) - at));
}

void
kin_json_put_number(struct kin_buf *out, double number, int decimals)
{
	char text[400];
	size_t len;

	if (!isfinite(number)) {
		kin_buf_puts(out, "null");
		return;
	}
	len = (size_t)snprintf(text, sizeof(text), "%.*f", decimals, number);
	if (decimals > 0) {
		while (text[len - 1] == '0')
			len--;
		if (text[len - 1] == '.')
			len--;
	}
	if (len == 2 && memcmp(text, "-0", 2) == 0)
		kin_buf_putc(out, '0');
	else
		kin_buf_add(out, kin_str(text, len));
}

void
kin_json_put_name(struct kin_buf *out, const char *name)
{
	if (out->len > 0 && out->p[out->len - 1] != '{' && out->p[out->len - 1] != '[')
		kin_buf_putc(out, ',');
	kin_buf_putc(out, '"');
	kin_buf_puts(out, name);
	kin_buf_puts(out, "\":");
}

void
kin_json_put_text_member(struct kin_buf *out, const char *name, struct kin_str text)
{
	kin_json_put_name(out, name);
	kin_json_put_string(out, text);
}
