/* Strings of JSON: plain text 16 bytes at a time, the rest byte by byte. */
#include "json_walk.h"

#include "kin/record/block.h"

const char *
kin_json_walk_fail(struct walk *w, const char *at, const char *why)
{
	kin_fail(w->err, "not JSON: %s", why);
	w->err->column = at - w->start + 1;
	return NULL;
}

/* First byte in [p, end) that ends plain text: a quote, backslash, control or non-ASCII byte. */
static const char *
plain_end(const char *p, const char *end)
{
	for (; end - p >= KIN_BLOCK; p += KIN_BLOCK) {
		unsigned stops = kin_block_stops(p);

		if (stops != 0)
			return p + __builtin_ctz(stops);
	}
	while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= ' ' &&
	    (unsigned char)*p < 0x80)
		p++;
	return p;
}

/* Length of the UTF-8 character at p, 0 when it is none (RFC 3629, table 3-7 of Unicode). */
static size_t
utf8_len(const char *p, const char *end)
{
	const unsigned char *c = (const unsigned char *)p;
	size_t left = (size_t)(end - p);

	if (c[0] >= 0xc2 && c[0] <= 0xdf)
		return left >= 2 && (c[1] & 0xc0) == 0x80 ? 2 : 0;
	if (c[0] >= 0xe0 && c[0] <= 0xef) {
		if (left < 3 || (c[1] & 0xc0) != 0x80 || (c[2] & 0xc0) != 0x80)
			return 0;
		if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] > 0x9f))
			return 0;
		return 3;
	}
	if (c[0] >= 0xf0 && c[0] <= 0xf4) {
		if (left < 4 || (c[1] & 0xc0) != 0x80 || (c[2] & 0xc0) != 0x80 || (c[3] & 0xc0) != 0x80)
			return 0;
		if ((c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] > 0x8f))
			return 0;
		return 4;
	}
	return 0;
}

/* Four hex digits at p, or -1. */
static int
hex4(const char *p, const char *end)
{
	int code = 0;

	if (end - p < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		int c = (unsigned char)p[i];
		int digit = c >= '0' && c <= '9' ? c - '0' :
		    c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;

		if (digit < 0)
			return -1;
		code = code << 4 | digit;
	}
	return code;
}

/* The code point of \uXXXX (or of a pair) at p, after the backslash; *len of it.  -1: none. */
static long
unicode_escape(const char *p, const char *end, size_t *len)
{
	int high = hex4(p + 1, end), low;

	*len = 5;
	if (high < 0 || (high >= 0xdc00 && high <= 0xdfff))
		return -1;
	if (high < 0xd800 || high > 0xdbff)
		return high;
	if (end - p < 11 || p[5] != '\\' || p[6] != 'u')
		return -1;
	low = hex4(p + 7, end);
	*len = 11;
	if (low < 0xdc00 || low > 0xdfff)
		return -1;
	return 0x10000 + ((long)(high - 0xd800) << 10) + (low - 0xdc00);
}

/* At the backslash. */
static const char *
walk_escape(struct walk *w, const char *p)
{
	size_t len;
	long code;

	w->escaped = true;
	if (p + 1 >= w->end)
		return kin_json_walk_fail(w, p, "a string without its end");
	if (p[1] != 'u') {
		if (memchr("\"\\/bfnrt", p[1], 8) == NULL)
			return kin_json_walk_fail(w, p, "no such escape");
		return p + 2;
	}
	code = unicode_escape(p + 1, w->end, &len);
	if (code < 0)
		return kin_json_walk_fail(w, p, "not a character: \\u escape");
	if (code == 0)
		return kin_json_walk_fail(w, p, "a NUL character (\\u0000)");
	return p + 1 + len;
}

const char *
kin_json_walk_string(struct walk *w, const char *p)
{
	return kin_json_walk_string_on(w, p, p + 1);
}

const char *
kin_json_walk_string_on(struct walk *w, const char *open, const char *p)
{
	w->escaped = false;
	for (;;) {
		size_t len;

		p = plain_end(p, w->end);
		if (p >= w->end)
			return kin_json_walk_fail(w, open, "a string without its end");
		if (*p == '"')
			return p + 1;
		if (*p == '\\') {
			p = walk_escape(w, p);
			if (p == NULL)
				return NULL;
			continue;
		}
		if ((unsigned char)*p < 0x80)
			return kin_json_walk_fail(w, p, "a control character in a string");
		len = utf8_len(p, w->end);
		if (len == 0)
			return kin_json_walk_fail(w, p, "bytes that are not UTF-8");
		p += len;
	}
}
