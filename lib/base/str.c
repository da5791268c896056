#include "kin/base/str.h"

#include <strings.h>

int
kin_str_cmp(struct kin_str a, struct kin_str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.p, b.p, len) : 0;

	if (order != 0 || a.len == b.len)
		return order;
	return a.len < b.len ? -1 : 1;
}

bool
kin_str_is_nocase(struct kin_str a, struct kin_str b)
{
	return a.len == b.len && (a.len == 0 || strncasecmp(a.p, b.p, a.len) == 0);
}

bool
kin_str_has_prefix(struct kin_str s, struct kin_str prefix)
{
	return s.len >= prefix.len && kin_str_is(kin_str(s.p, prefix.len), prefix);
}

bool
kin_str_has_suffix(struct kin_str s, struct kin_str suffix)
{
	return s.len >= suffix.len &&
	    kin_str_is(kin_str(s.p + s.len - suffix.len, suffix.len), suffix);
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Neither white space nor a byte of the no-break space. */
static bool
is_solid(char c)
{
	return (unsigned char)c > ' ' && (unsigned char)c < 0x80;
}

struct kin_str
kin_str_trim(struct kin_str s)
{
	if (s.len && is_solid(s.p[0]) && is_solid(s.p[s.len - 1]))
		return s;
	for (;;) {
		if (s.len && is_space(s.p[0]))
			s.p++, s.len--;
		else if (s.len >= 2 && memcmp(s.p, "\xc2\xa0", 2) == 0)
			s.p += 2, s.len -= 2;
		else
			break;
	}
	for (;;) {
		if (s.len && is_space(s.p[s.len - 1]))
			s.len--;
		else if (s.len >= 2 && memcmp(s.p + s.len - 2, "\xc2\xa0", 2) == 0)
			s.len -= 2;
		else
			return s;
	}
}

size_t
kin_str_find(struct kin_str s, char c, size_t from)
{
	const char *hit;

	if (from >= s.len)
		return s.len;
	hit = memchr(s.p + from, c, s.len - from);
	return hit ? (size_t)(hit - s.p) : s.len;
}

/* The last piece leaves *rest with p NULL, so that "a," gives "a" and "". */
bool
kin_str_next(struct kin_str *rest, char c, struct kin_str *piece)
{
	size_t at;

	if (rest->p == NULL)
		return false;
	at = kin_str_find(*rest, c, 0);
	*piece = kin_str(rest->p, at);
	if (at == rest->len)
		*rest = kin_str(NULL, 0);
	else
		*rest = kin_str(rest->p + at + 1, rest->len - at - 1);
	return true;
}

struct kin_str
kin_str_without_number(struct kin_str s)
{
	size_t close = kin_str_find(s, ')', 0);

	if (close == 0 || close > 4 || close + 1 >= s.len || memchr(s.p, '(', close) != NULL)
		return s;
	return kin_str_trim(kin_str(s.p + close + 1, s.len - close - 1));
}
