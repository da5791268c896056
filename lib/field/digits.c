#include "kin/field/digits.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

/* The ASCII sign that a wider character stands for; 0 = cannot be seen; the character itself. */
static uint32_t
plain(uint32_t code)
{
	switch (kin_utf8_kind(code)) {
	case KIN_UTF8_SPACE:
		return ' ';
	case KIN_UTF8_DASH:
		return '-';
	case KIN_UTF8_UNSEEN:
		return code < 0xa0 ? code : 0;
	default:
		return code == 0x2212 ? '-' : code;	/* minus sign */
	}
}

/* "1.23E+09": digits, one point, E and an exponent. */
static bool
has_exponent(struct kin_str s)
{
	size_t at = 0;

	while (at < s.len && (kin_ascii_is_digit(s.p[at]) || s.p[at] == '.'))
		at++;
	if (at == 0 || at + 1 >= s.len || (s.p[at] | 0x20) != 'e')
		return false;
	at++;
	if (s.p[at] == '+' || s.p[at] == '-')
		at++;
	if (at == s.len)
		return false;
	while (at < s.len && kin_ascii_is_digit(s.p[at]))
		at++;
	return at == s.len;
}

/* "9990000018.0" without its last two, ="0770…" and '0770… without their wrapping. */
static struct kin_str
unwrap(struct kin_str s)
{
	size_t at = 0;

	if (s.len >= 3 && s.p[0] == '=' && s.p[1] == '"' && s.p[s.len - 1] == '"')
		s = kin_str(s.p + 2, s.len - 3);
	else if (s.len && s.p[0] == '\'')
		s = kin_str(s.p + 1, s.len - 1);
	while (at < s.len && kin_ascii_is_digit(s.p[at]))
		at++;
	if (at > 0 && at + 2 == s.len && s.p[at] == '.' && s.p[at + 1] == '0')
		s.len = at;
	return s;
}

static bool
is_decimal(struct kin_str s)
{
	size_t point = kin_str_find(s, '.', 0);

	if (point == 0 || point + 1 >= s.len)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (i != point && !kin_ascii_is_digit(s.p[i]))
			return false;
	}
	return true;
}

static enum kin_digits
refuse(struct kin_str s, const char *signs)
{
	if (has_exponent(s) || (strchr(signs, '.') == NULL && is_decimal(s)))
		return KIN_DIGITS_SPOILT;
	return KIN_DIGITS_LETTERS;
}

enum kin_digits
kin_digits_take(struct kin_str text, const char *signs, char *out, size_t size, size_t *count)
{
	struct kin_str s = unwrap(kin_str_trim(text));
	size_t at = 0, taken = 0;

	*count = 0;
	while (at < s.len) {
		char c = s.p[at];
		uint32_t code;

		if (kin_ascii_is_digit(c)) {
			if (taken < size)
				out[taken] = c;
			*count = ++taken;
			at++;
			continue;
		}
		if ((unsigned char)c < 0x80) {
			code = (unsigned char)c;
			at++;
		} else {
			code = plain(kin_utf8_next(s, &at));
		}
		if (code == 0 && c != '\0')
			continue;
		if (code == 0 || code >= 0x80 || strchr(signs, (int)code) == NULL)
			return refuse(s, signs);
	}
	if (taken == 0)
		return KIN_DIGITS_NONE;
	return taken > size ? KIN_DIGITS_LONG : KIN_DIGITS_OK;
}

const char *
kin_digits_fault(enum kin_digits got)
{
	switch (got) {
	case KIN_DIGITS_NONE:
		return "no digits";
	case KIN_DIGITS_SPOILT:
		return "a spreadsheet's number, digits are lost: export the column as text";
	case KIN_DIGITS_LETTERS:
		return "something other than digits";
	default:
		return NULL;
	}
}
