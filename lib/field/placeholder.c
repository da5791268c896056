#include "kin/field/placeholder.h"

#include <stdint.h>

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

enum {
	CELL_MAX = 40,		/* no placeholder is longer, spaces and signs included */
	WORD_MAX = 24
};

/* In byte order, lower case, without spaces and signs but for the # of a spreadsheet's errors. */
static const char *const words[] = {
	"#div0", "#na", "#name", "#null", "#num", "#ref", "#value", "blank", "declined",
	"declinedtosay", "didntsay", "dk", "donotknow", "dontknow", "empty", "missing", "na", "nan",
	"nil", "nk", "noaddress", "nodata", "nodetails", "nodob", "noemail", "noinfo",
	"noinformation", "nolandline", "nomobile", "none", "nonegiven", "noneknown", "noneprovided",
	"nonhsnumber", "nonumber", "nophone", "nopostcode", "notapplicable", "notavailable",
	"notdisclosed", "notentered", "notgiven", "notknown", "notprovided", "notrecorded",
	"notspecified", "notstated", "notsupplied", "notsure", "null", "prefernottosay",
	"rathernotsay", "refused", "refusedtosay", "tba", "tbc", "tbd", "tobeadvised",
	"tobeconfirmed", "unavailable", "undefined", "undisclosed", "unk", "unknown", "unknwon",
	"unspecified", "unsure", "withheld"
};

static uint32_t pairs[32];	/* of each first letter, the second ones as bits; filled once, before main */

/* The number of an ASCII letter, 1 to 26, which is that of its bit. */
static unsigned
letter_of(char c)
{
	return kin_ascii_is_letter(c) ? (unsigned char)c & 31u : 0;
}

/* Most cells are told by their first two letters: no placeholder begins so.  x and xx are signs. */
static bool
begins_otherwise(struct kin_str s)
{
	unsigned first = letter_of(s.p[0]), second = s.len > 1 ? letter_of(s.p[1]) : 0;

	if (first == 0)
		return s.p[0] >= '1' && s.p[0] <= '9';
	if (first == letter_of('x'))
		return false;
	return pairs[first] == 0 || (second != 0 && !(pairs[first] >> second & 1));
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

static uint32_t lengths[128];	/* bit n: a word of n letters begins with it; filled once, before main */

__attribute__((constructor)) static void
fill_lengths(void)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		lengths[(unsigned char)words[i][0] & 127] |= UINT32_C(1) << strlen(words[i]);
		pairs[letter_of(words[i][0])] |= UINT32_C(1) << letter_of(words[i][1]);
	}
}

static bool
is_word(struct kin_str word)
{
	size_t low = 0, high = sizeof(words) / sizeof(*words);

	if (!(lengths[(unsigned char)word.p[0] & 127] >> word.len & 1))
		return false;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = kin_str_cmp(word, kin_str_of(words[middle]));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

bool
kin_placeholder_is(struct kin_str text)
{
	struct kin_str s = kin_str_trim(text);
	char word[WORD_MAX];
	size_t len;

	if (s.len == 0)
		return true;
	if (s.len > CELL_MAX || begins_otherwise(s))
		return false;
	if (is_one_sign(s))
		return true;
	if (!compact(s, word, &len))
		return false;
	if (len == 0)
		return is_dash(s);
	if (is_noughts(word, len))
		return true;
	return is_word(kin_str(word, len));
}
