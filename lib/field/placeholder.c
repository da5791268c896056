#include "kin/field/placeholder.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

enum {
	CELL_MAX = 40,		/* no placeholder is longer, spaces and signs included */
	WORD_MAX = 24
};

/* In lower case without spaces and signs, but for the # of a spreadsheet's errors. */
static const char *const words[] = {
	"na", "none", "nil", "null", "nan", "undefined", "unknown", "unknwon", "notknown", "unk",
	"nk", "dk", "dontknow", "donotknow", "didntsay", "notsure", "unsure", "tbc", "tba", "tbd",
	"tobeconfirmed", "tobeadvised", "notstated", "notgiven", "notprovided", "notsupplied",
	"notrecorded", "notavailable", "notapplicable", "notdisclosed", "notspecified", "notentered",
	"unavailable", "undisclosed", "unspecified", "missing", "blank", "empty", "nodata",
	"noinfo", "noinformation", "nodetails", "nonegiven", "noneprovided", "noneknown",
	"declined", "declinedtosay", "refused", "refusedtosay", "prefernottosay", "rathernotsay",
	"withheld", "nophone", "nonumber", "nomobile", "nolandline", "noemail", "nopostcode",
	"noaddress", "nodob", "nonhsnumber", "#na", "#ref", "#value", "#name", "#div0", "#num", "#null"
};

/* Most cells are told by their first letter: no placeholder begins so. */
static bool
begins_otherwise(char c)
{
	return (c >= '1' && c <= '9') || (kin_ascii_is_letter(c) && strchr("bdemnrtuwx", kin_ascii_lower(c)) == NULL);
}

/* -, ---, ??, ..., xxx: one sign and nothing else. */
static bool
is_one_sign(struct kin_str s)
{
	if (strchr("-.?/*_~,xX", s.p[0]) == NULL || s.p[0] == '\0')
		return false;
	if ((s.p[0] | 0x20) == 'x' && s.len < 2)
		return false;			/* a tick, or a sex */
	for (size_t i = 1; i < s.len; i++) {
		if (s.p[i] != s.p[0])
			return false;
	}
	return true;
}

/* Without signs; false when it cannot be a placeholder. */
static bool
compact(struct kin_str s, char out[WORD_MAX], size_t *len)
{
	size_t at = 0;

	*len = 0;
	while (at < s.len) {
		char c = s.p[at];

		if ((unsigned char)c >= 0x80) {
			if (kin_utf8_kind(kin_utf8_next(s, &at)) == KIN_UTF8_LETTER)
				return false;
			continue;
		}
		at++;
		if (!kin_ascii_is_letter(c) && !kin_ascii_is_digit(c) && !(c == '#' && *len == 0))
			continue;
		if (*len == WORD_MAX)
			return false;
		out[(*len)++] = kin_ascii_lower(c);
	}
	return true;
}

/* 00/00/0000, 00000000000: a form's own filler. */
static bool
is_noughts(const char *s, size_t len)
{
	return len >= 6 && s[0] == '0' && memcmp(s, s + 1, len - 1) == 0;
}

static bool
is_dash(struct kin_str s)
{
	size_t at = 0;

	while (at < s.len) {
		if (kin_utf8_kind(kin_utf8_next(s, &at)) != KIN_UTF8_DASH)
			return false;
	}
	return true;
}

bool
kin_placeholder_is(struct kin_str text)
{
	struct kin_str s = kin_str_trim(text);
	char word[WORD_MAX];
	size_t len;

	if (s.len == 0)
		return true;
	if (s.len > CELL_MAX || begins_otherwise(s.p[0]))
		return false;
	if (is_one_sign(s))
		return true;
	if (!compact(s, word, &len))
		return false;
	if (len == 0)
		return is_dash(s);
	if (is_noughts(word, len))
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (words[i][0] == word[0] && strlen(words[i]) == len &&
		    memcmp(words[i], word, len) == 0)
			return true;
	}
	return false;
}
