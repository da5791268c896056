#include "kin/record/json.h"

#include <math.h>
#include <stdio.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* What stands for a byte in a string: itself when 0, \c, or \u00xx when 'u'. */
static const char escapes[256] = {
	'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'b', 't', 'n', 'u', 'f', 'r', 'u', 'u',
	'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u',
	['"'] = '"', ['\\'] = '\\', [0x7f] = 'u'
};

#ifdef __SSE2__
static bool
has_escape(__m128i x)
{
	__m128i quote = _mm_cmpeq_epi8(x, _mm_set1_epi8('"')), slash = _mm_cmpeq_epi8(x, _mm_set1_epi8('\\'));
	__m128i low = _mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(0x1f)), x);
	__m128i del = _mm_cmpeq_epi8(x, _mm_set1_epi8(0x7f));

	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, slash), _mm_or_si128(low, del))) != 0;
}

/* Copies 16 bytes, or twice 8 of fewer, where none is escaped; the last of them may be copied twice. */
static size_t
put_blocks(char *to, const char *from, size_t len)
{
	size_t at = 0;

	if (len >= 8 && len < 16) {
		__m128i first = _mm_loadl_epi64((const __m128i *)(const void *)from);
		__m128i last = _mm_loadl_epi64((const __m128i *)(const void *)(from + len - 8));

		if (has_escape(_mm_unpacklo_epi64(first, last)))
			return 0;
		_mm_storel_epi64((__m128i *)(void *)to, first);
		_mm_storel_epi64((__m128i *)(void *)(to + len - 8), last);
		return len;
	}
	while (len - at >= 16 || (at > 0 && at < len)) {
		size_t from_at = len - at >= 16 ? at : len - 16;
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)(from + from_at));

		if (has_escape(x))
			break;
		_mm_storeu_si128((__m128i *)(void *)(to + from_at), x);
		at = from_at + 16;
	}
	return at;
}
#endif

/* Copies up to the first byte that is escaped; returns how many. */
static size_t
put_plain(char *to, const char *from, size_t len)
{
	size_t at = 0;

#ifdef __SSE2__
	at = put_blocks(to, from, len);
#endif
	for (; at < len && escapes[(unsigned char)from[at]] == 0; at++)
		to[at] = from[at];
	return at;
}

void
kin_json_put_string(struct kin_buf *out, struct kin_str text)
{
	static const char hex[] = "0123456789abcdef";
	char *to = kin_buf_room(out, text.len * 6 + 2), *start = to;

	*to++ = '"';
	for (size_t at = 0;; at++) {
		size_t plain = put_plain(to, text.p + at, text.len - at);
		unsigned char c;

		to += plain;
		at += plain;
		if (at == text.len)
			break;
		c = (unsigned char)text.p[at];
		*to++ = '\\';
		*to++ = escapes[c];
		if (escapes[c] == 'u') {
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
