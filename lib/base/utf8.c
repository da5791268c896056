#include "kin/base/utf8.h"

#include <utf8proc.h>

size_t
kin_utf8_check(struct kin_str s)
{
	size_t at = 0;
	utf8proc_int32_t code;

	while (at < s.len) {
		utf8proc_ssize_t len;

		if ((unsigned char)s.p[at] < 0x80) {
			at++;
			continue;
		}
		len = utf8proc_iterate((const utf8proc_uint8_t *)s.p + at,
		    (utf8proc_ssize_t)(s.len - at), &code);
		if (len < 0)
			return at;
		at += (size_t)len;
	}
	return at;
}

void
kin_utf8_put(struct kin_buf *out, uint32_t code)
{
	utf8proc_uint8_t *to = (utf8proc_uint8_t *)kin_buf_room(out, 4);

	out->len += (size_t)utf8proc_encode_char((utf8proc_int32_t)code, to);
}

uint32_t
kin_utf8_next(struct kin_str s, size_t *at)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)s.p + *at,
	    (utf8proc_ssize_t)(s.len - *at), &code);

	if (len <= 0) {
		(*at)++;
		return 0xfffd;
	}
	*at += (size_t)len;
	return (uint32_t)code;
}

uint32_t
kin_utf8_lower(uint32_t code)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t
kin_utf8_upper(uint32_t code)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

enum kin_utf8_kind
kin_utf8_kind(uint32_t code)
{
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
		return KIN_UTF8_LETTER;
	case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
		return KIN_UTF8_DIGIT;
	case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP:
		return KIN_UTF8_SPACE;
	case UTF8PROC_CATEGORY_PD:
		return KIN_UTF8_DASH;
	case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO: case UTF8PROC_CATEGORY_CN:
		return KIN_UTF8_UNSEEN;
	default:
		return KIN_UTF8_SIGN;
	}
}

size_t
kin_utf8_width(struct kin_str s)
{
	size_t width = 0, at = 0;

	while (at < s.len) {
		unsigned char c = (unsigned char)s.p[at];
		int columns;

		if (c >= ' ' && c < 0x7f) {
			width++;
			at++;
			continue;
		}
		columns = utf8proc_charwidth((utf8proc_int32_t)kin_utf8_next(s, &at));
		width += columns > 0 ? (size_t)columns : 0;
	}
	return width;
}

/* Letters that Unicode does not take apart into a letter and a mark. */
static const char *
plain_letter(uint32_t code)
{
	switch (code) {
	case 0x00df: return "ss";
	case 0x00e6: return "ae";
	case 0x00f0: return "d";
	case 0x00f8: return "o";
	case 0x00fe: return "th";
	case 0x0111: return "d";
	case 0x0131: return "i";
	case 0x0142: return "l";
	case 0x0153: return "oe";
	default: return NULL;
	}
}

static bool
is_word(uint32_t code)
{
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO: case UTF8PROC_CATEGORY_MC:
		return true;
	default:
		return false;
	}
}

/* Adds one folded character, or notes a gap to be closed by one space. */
static void
fold_one(struct kin_buf *out, size_t start, uint32_t code, bool *gap)
{
	const char *plain;

	if (code == 0x2019 || code == 0x02bc)	/* O’Brien is O'Brien is OBrien */
		return;
	if (!is_word(code)) {
		*gap = true;
		return;
	}
	if (*gap && out->len > start)
		kin_buf_putc(out, ' ');
	*gap = false;
	plain = plain_letter(code);
	if (plain != NULL)
		kin_buf_puts(out, plain);
	else
		kin_utf8_put(out, code);
}

static void
fold_code(struct kin_buf *out, size_t start, uint32_t code, bool *gap)
{
	utf8proc_int32_t parts[16];
	int boundary = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 16,
	    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
	    UTF8PROC_IGNORE, &boundary);

	for (utf8proc_ssize_t i = 0; i < count && i < 16; i++)
		fold_one(out, start, (uint32_t)parts[i], gap);
}

void
kin_utf8_fold(struct kin_buf *out, struct kin_str s)
{
	size_t start = out->len, at = 0;
	bool gap = false;

	while (at < s.len) {
		unsigned char c = (unsigned char)s.p[at];

		if (c >= 0x80) {
			fold_code(out, start, kin_utf8_next(s, &at), &gap);
			continue;
		}
		at++;
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c + 32);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			if (gap && out->len > start)
				kin_buf_putc(out, ' ');
			gap = false;
			kin_buf_putc(out, (char)c);
		} else if (c != '\'') {
			gap = true;
		}
	}
}

static bool
is_unseen(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x061c ||
	    (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
	    (code >= 0x2060 && code <= 0x206f) || code == 0xfeff;
}

void
kin_utf8_escape(struct kin_buf *out, struct kin_str s, size_t max)
{
	size_t at = 0, start = out->len;

	while (at < s.len) {
		size_t from = at;
		utf8proc_int32_t code;
		utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)s.p + at,
		    (utf8proc_ssize_t)(s.len - at), &code);

		if (max != 0 && out->len - start >= max) {
			kin_buf_puts(out, "…");
			return;
		}
		at += len > 0 ? (size_t)len : 1;
		if (len <= 0)
			kin_buf_printf(out, "\\x%02x", (unsigned char)s.p[from]);
		else if (is_unseen((uint32_t)code))
			kin_buf_printf(out, code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)code);
		else
			kin_buf_add(out, kin_str(s.p + from, at - from));
	}
}
