#include "kin/field/postcode.h"

#include "kin/base/ascii.h"
#include "kin/base/utf8.h"

/* The 124 areas by first letter: '-' when it stands alone, else the second letters. */
static const char *const area_letters[26] = {
	"BL", "-ABDHLNRST", "ABFHMORTVW", "ADEGHLNTY", "-CHNX", "KY", "-LUY", "ADGPRSUX",
	"GMPV", "E", "ATWY", "-ADELNSU", "-EKL", "-EGNPRW", "LX", "AEHLOR", "", "GHM",
	"-AEGKLMNOPRSTWY", "ADFNQRSW", "B", "", "-ACDFNRSV", "", "O", "E"
};

enum {
	COMPACT_MAX = 8		/* "BFPO" and four digits */
};

/* strchr finds the terminator too; this does not. */
static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* A letter after the one-figure district: only central London has them. */
static bool
is_district_letter(const char *area, size_t letters, char c)
{
	if (letters == 1)
		return is_one_of(area[0], "ENW") && is_one_of(c, "ABCDEFGHJKPSTUW");
	return is_one_of(c, "ABEHMNPRVWXY") && ((area[1] == 'C' && is_one_of(area[0], "EW")) ||
	    (area[0] == 'S' && is_one_of(area[1], "EW")) || (area[0] == 'N' && area[1] == 'W'));
}

static bool
is_outward(const char *s, size_t len)
{
	size_t letters = len > 1 && kin_ascii_is_upper(s[1]) ? 2 : 1;

	if (len < 2 || len > 4 || !kin_ascii_is_upper(s[0]) || len == letters || !kin_ascii_is_digit(s[letters]))
		return false;
	if (letters == 2 && s[0] == 'B' && s[1] == 'F')
		return len == 3 && s[2] == '1';		/* the forces' area has one district */
	if (!is_one_of(letters == 2 ? s[1] : '-', area_letters[s[0] - 'A']))
		return false;
	if (len == letters + 1)
		return true;
	if (len != letters + 2)
		return false;
	if (kin_ascii_is_digit(s[letters + 1]))
		return s[letters] != '0';
	return is_district_letter(s, letters, s[letters + 1]);
}

static bool
is_inward(const char *s)
{
	return kin_ascii_is_digit(s[0]) && is_one_of(s[1], "ABDEFGHJLNPQRSTUWXYZ") &&
	    is_one_of(s[2], "ABDEFGHJLNPQRSTUWXYZ");
}

static bool
is_postcode(const char *s, size_t len)
{
	if (len == 6 && memcmp(s, "GIR0AA", 6) == 0)
		return true;
	return len >= 5 && len <= 7 && is_inward(s + len - 3) && is_outward(s, len - 3);
}

static bool
is_bfpo(const char *s, size_t len)
{
	if (len < 5 || len > 8 || memcmp(s, "BFPO", 4) != 0)
		return false;
	for (size_t i = 4; i < len; i++) {
		if (!kin_ascii_is_digit(s[i]))
			return false;
	}
	return true;
}

static char
other_reading(char c)
{
	switch (c) {
	case 'O': return '0';
	case '0': return 'O';
	case 'I': return '1';
	case '1': return 'I';
	default: return 0;
	}
}

/* Tries every way to read O, 0, I and 1 in s; true, and s is put right, when one is a postcode. */
static bool
repair(char *s, size_t len)
{
	char trial[COMPACT_MAX], found[COMPACT_MAX];
	size_t doubtful[COMPACT_MAX], doubts = 0, readings = 0;

	for (size_t i = 0; i < len; i++) {
		if (other_reading(s[i]))
			doubtful[doubts++] = i;
	}
	for (unsigned ways = 1; ways < 1U << doubts; ways++) {
		memcpy(trial, s, len);
		for (size_t i = 0; i < doubts; i++) {
			if (ways >> i & 1)
				trial[doubtful[i]] = other_reading(s[doubtful[i]]);
		}
		if (!is_postcode(trial, len))
			continue;
		if (readings++ > 0)
			return false;
		memcpy(found, trial, len);
	}
	if (readings == 1)
		memcpy(s, found, len);
	return readings == 1;
}

/* Letters in upper case and digits, without what stands between; false on anything else or too much. */
static bool
compact(struct kin_str s, char out[COMPACT_MAX], size_t *len)
{
	size_t at = 0;

	*len = 0;
	while (at < s.len) {
		char c = s.p[at];

		if ((unsigned char)c >= 0x80) {
			enum kin_utf8_kind kind = kin_utf8_kind(kin_utf8_next(s, &at));

			if (kind == KIN_UTF8_SPACE || kind == KIN_UTF8_DASH || kind == KIN_UTF8_UNSEEN)
				continue;
			return false;
		}
		at++;
		if (c == ' ' || c == '-' || c == '.' || c == '\t')
			continue;
		c = kin_ascii_upper(c);
		if ((!kin_ascii_is_upper(c) && !kin_ascii_is_digit(c)) || *len == COMPACT_MAX)
			return false;
		out[(*len)++] = c;
	}
	return true;
}

static void
print(const char *s, size_t len, size_t inward, char out[KIN_POSTCODE_MAX])
{
	size_t outward = len - inward;

	memcpy(out, s, outward);
	out[outward] = ' ';
	memcpy(out + outward + 1, s + outward, inward);
	out[len + 1] = '\0';
}

static int
refuse(struct kin_err *err, struct kin_str text, const char *s, size_t len)
{
	struct kin_str where;
	const char *why = "";

	if (is_outward(s, len))
		why = ": only its first half";
	else if (kin_postcode_find(text, &where))
		why = ": other words stand beside one";
	return kin_fail_value(err, KIN_STR(""), text, "not a postcode%s", why);
}

int
kin_postcode_parse(struct kin_str text, char out[KIN_POSTCODE_MAX], bool *repaired,
    struct kin_err *err)
{
	char s[COMPACT_MAX];
	size_t len;
	bool mended = false;

	if (!compact(text, s, &len))
		return refuse(err, text, s, 0);
	if (is_bfpo(s, len)) {
		print(s, len, len - 4, out);
	} else {
		if (!is_postcode(s, len) && !(mended = repair(s, len)))
			return refuse(err, text, s, len);
		print(s, len, 3, out);
	}
	if (repaired != NULL)
		*repaired = mended;
	return 0;
}

static bool
is_word_byte(char c)
{
	return kin_ascii_is_digit(c) || kin_ascii_is_letter(c) || (unsigned char)c >= 0x80;
}

/* The end of the word that begins at from. */
static size_t
word_end(struct kin_str text, size_t from)
{
	while (from < text.len && is_word_byte(text.p[from]))
		from++;
	return from;
}

static bool
is_whole(struct kin_str s)
{
	char letters[COMPACT_MAX];
	size_t len;

	return s.len <= COMPACT_MAX + 1 && compact(s, letters, &len) && is_postcode(letters, len);
}

bool
kin_postcode_find(struct kin_str text, struct kin_str *where)
{
	size_t found = 0, at = 0;

	while (at < text.len) {
		size_t end = word_end(text, at), second = end;

		if (end == at) {
			at++;
			continue;
		}
		if (end < text.len && text.p[end] == ' ')
			second = word_end(text, end + 1);
		if (second > end + 1 && second - end == 4 &&
		    is_whole(kin_str(text.p + at, second - at)))
			end = second;
		else if (!is_whole(kin_str(text.p + at, end - at)))
			second = 0;
		if (second != 0 && found++ == 0)
			*where = kin_str(text.p + at, end - at);
		at = end;
	}
	return found == 1;
}

struct kin_str
kin_postcode_area(struct kin_str printed)
{
	size_t len = 0;

	while (len < printed.len && kin_ascii_is_upper(printed.p[len]))
		len++;
	return kin_str(printed.p, len);
}

struct kin_str
kin_postcode_district(struct kin_str printed)
{
	return kin_str(printed.p, kin_str_find(printed, ' ', 0));
}

struct kin_str
kin_postcode_sector(struct kin_str printed)
{
	size_t len = kin_str_find(printed, ' ', 0) + 2;

	return kin_str(printed.p, len < printed.len ? len : printed.len);
}
