#include "kin/link/level.h"

#include <stdlib.h>

#include "kin/base/bits.h"
#include "kin/link/similar.h"

/* --- names ------------------------------------------------------------------- */

enum { NAME_NEAR = 1, NAME_CLOSE, NAME_ALIKE, NAME_DIFFERENT };
enum {
	GIVEN_NICKNAME = KIN_LEVEL_SWAPPED + 1, GIVEN_NEAR, GIVEN_CLOSE, GIVEN_INITIAL,
	GIVEN_ALIKE = KIN_LEVEL_GIVEN_ALIKE, GIVEN_FAINT, GIVEN_DIFFERENT = KIN_LEVEL_GIVEN_DIFFERENT
};

/*
 * Some string of the first letters, whole of the second: may their Jaro be so much?  It takes
 * (3 J - 1) ab / (a + b) letters in common, and those of one alone are in common to nobody.
 */
static bool
may_reach(size_t la, uint64_t letters_a, size_t lb, uint64_t letters_b, double jaro)
{
	double a = (double)la, b = (double)lb;
	double most_a = a - kin_bits_count(letters_a & ~letters_b);
	double most_b = b - kin_bits_count(letters_b & ~letters_a);
	double most = most_a < most_b ? most_a : most_b;

	return most * (a + b) >= (3.0 * jaro - 1.0 - 1e-9) * a * b;
}

/* Winkler's bonus is 0.4 of what is missing at most, and nothing at Jaro 0.7 or less. */
static bool
may_reach_winkler(const struct kin_value *a, const struct kin_value *b, double winkler)
{
	double jaro = (winkler - 0.4) / 0.6;

	return may_reach(a->text.len, a->letters, b->text.len, b->letters, jaro > 0.7 ? jaro : 0.7);
}

/* An edit changes two letters of the set at most. */
static bool
may_be_edits(uint64_t letters_a, uint64_t letters_b, int edits)
{
	return kin_bits_count(letters_a ^ letters_b) <= 2 * (uint32_t)edits;
}

/* A whole word of three letters or more in both, at least one of several words. */
static bool
share_word(struct kin_str a, struct kin_str b)
{
	struct kin_str rest_a = a, word_a, word_b;

	if (memchr(a.p, ' ', a.len) == NULL && memchr(b.p, ' ', b.len) == NULL)
		return false;
	while (kin_str_next(&rest_a, ' ', &word_a)) {
		struct kin_str rest_b = b;

		while (word_a.len >= 3 && kin_str_next(&rest_b, ' ', &word_b)) {
			if (kin_str_is(word_a, word_b))
				return true;
		}
	}
	return false;
}

static int
level_of_name(const struct kin_value *a, const struct kin_value *b)
{
	double jw;

	if (share_word(a->text, b->text))
		return NAME_NEAR;
	if (!may_reach_winkler(a, b, 0.7))
		return NAME_DIFFERENT;
	jw = kin_jaro_winkler(a->text, b->text);
	if (jw >= 0.92)
		return NAME_NEAR;
	if (jw >= 0.88)
		return NAME_CLOSE;
	return jw >= 0.7 ? NAME_ALIKE : NAME_DIFFERENT;
}

static int
level_of_given(const struct kin_value *a, const struct kin_value *b)
{
	if (kin_nicknames_meet(a->groups, a->group_count, b->groups, b->group_count))
		return GIVEN_NICKNAME;
	if (a->text.len == 1 || b->text.len == 1)
		return a->text.p[0] == b->text.p[0] ? GIVEN_INITIAL : GIVEN_DIFFERENT;
	switch (level_of_name(a, b)) {
	case NAME_NEAR:
		return GIVEN_NEAR;
	case NAME_CLOSE:
		return GIVEN_CLOSE;
	case NAME_ALIKE:
		return GIVEN_ALIKE;
	default:
		return may_reach(a->text.len, a->letters, b->text.len, b->letters, 0.6) &&
		    kin_jaro(a->text, b->text) >= 0.6 ? GIVEN_FAINT : GIVEN_DIFFERENT;
	}
}

/* --- dates ------------------------------------------------------------------- */

enum {
	DATE_CROSSED = KIN_LEVEL_DATE_CROSSED, DATE_EDIT, DATE_PART, DATE_YEAR, DATE_BIRTHDAY,
	DATE_MONTH, DATE_CLOSE, DATE_DIFFERENT, DATE_GENERATION = KIN_LEVEL_DATE_GENERATION
};

enum { GENERATION_YEARS = 15 };

/* One of them is a date in part. */
static int
level_of_part(const struct kin_value *a, const struct kin_value *b)
{
	bool years = a->year && b->year, months = a->month && b->month, days = a->day && b->day;
	int known = years + months + days;
	int same = (years && a->year == b->year) + (months && a->month == b->month) +
	    (days && a->day == b->day);

	if (known == 0)
		return KIN_LEVEL_NONE;
	if (same == known)
		return known >= 2 ? DATE_PART : years ? DATE_YEAR : KIN_LEVEL_NONE;
	if (years && abs(a->year - b->year) >= GENERATION_YEARS)
		return DATE_GENERATION;
	return same > 0 || kin_one_edit(a->text, b->text) ? KIN_LEVEL_NONE : DATE_DIFFERENT;
}

static int
year_of(uint32_t digits)
{
	return (int)((digits >> 28) * 1000 + (digits >> 24 & 15) * 100 + (digits >> 20 & 15) * 10 +
	    (digits >> 16 & 15));
}

/* One digit is another one, or two neighbours in one part of the date have changed places. */
static bool
is_one_digit(uint32_t a, uint32_t b)
{
	uint32_t differ = a ^ b, each = (differ | differ >> 1 | differ >> 2 | differ >> 3) & 0x11111111u;
	uint32_t count = each * 0x11111111u >> 28;
	int low;

	if (count != 2)
		return count == 1;
	low = __builtin_ctz(each);
	if (each != 0x11u << low || low == 4 || low == 12)
		return false;
	return (a >> low & 15) == (b >> (low + 4) & 15) && (a >> (low + 4) & 15) == (b >> low & 15);
}

int
kin_level_of_dates(uint32_t a, int32_t days_a, uint32_t b, int32_t days_b)
{
	int32_t apart = abs(days_a - days_b);
	int years;

	if (a == b)
		return KIN_LEVEL_SAME;
	if (a >> 16 == b >> 16 && (a & 255) == (b >> 8 & 255) && (b & 255) == (a >> 8 & 255))
		return DATE_CROSSED;
	if (is_one_digit(a, b))
		return DATE_EDIT;
	if ((a & 0xffff) == (b & 0xffff))
		return DATE_BIRTHDAY;
	if (apart <= 31)
		return DATE_MONTH;
	if (apart <= 366 || a >> 16 == b >> 16)
		return DATE_CLOSE;
	if (apart < 365 * (GENERATION_YEARS - 1))
		return DATE_DIFFERENT;
	years = year_of(a) - year_of(b);
	return abs(years) >= GENERATION_YEARS ? DATE_GENERATION : DATE_DIFFERENT;
}

static int
level_of_date(const struct kin_value *a, const struct kin_value *b)
{
	return a->digits == 0 || b->digits == 0 ? level_of_part(a, b) :
	    kin_level_of_dates(a->digits, a->days, b->digits, b->days);
}

/* --- places ------------------------------------------------------------------ */

enum { POSTCODE_EDIT = 1, POSTCODE_SECTOR = KIN_LEVEL_POSTCODE_SECTOR,
	POSTCODE_DISTRICT = KIN_LEVEL_POSTCODE_DISTRICT, POSTCODE_DIFFERENT = KIN_LEVEL_POSTCODE_DIFFERENT };
enum { ADDRESS_NEAR = KIN_LEVEL_ADDRESS_NEAR, ADDRESS_NUMBER, ADDRESS_STREET, ADDRESS_DIFFERENT };

/* "rm10 9aa": the district ends at the space, the sector is one more digit. */
static int
level_of_postcode(const struct kin_value *a, const struct kin_value *b)
{
	size_t space = kin_str_find(a->text, ' ', 0);

	if (kin_one_edit(a->text, b->text))
		return POSTCODE_EDIT;
	if (space == a->text.len || kin_str_find(b->text, ' ', 0) != space ||
	    memcmp(a->text.p, b->text.p, space) != 0)
		return POSTCODE_DIFFERENT;
	if (space + 1 < a->text.len && space + 1 < b->text.len &&
	    a->text.p[space + 1] == b->text.p[space + 1])
		return POSTCODE_SECTOR;
	return POSTCODE_DISTRICT;
}

/* Is each word of the shorter also a word of the other? */
static bool
words_within(struct kin_str a, struct kin_str b)
{
	struct kin_str rest = a.len <= b.len ? a : b, other = a.len <= b.len ? b : a, word;
	bool any = false;

	while (kin_str_next(&rest, ' ', &word)) {
		struct kin_str rest_other = other, w;
		bool found = false;

		while (!found && kin_str_next(&rest_other, ' ', &w))
			found = kin_str_is(word, w);
		if (!found)
			return false;
		any = true;
	}
	return any;
}

static bool
is_near_street(const struct kin_value *va, const struct kin_value *vb)
{
	struct kin_str a = kin_value_tail(va), b = kin_value_tail(vb);
	uint64_t only_a = va->letters & ~vb->letters, only_b = vb->letters & ~va->letters;
	int most = a.len + b.len >= 16 ? 2 : 1;

	if (kin_str_is(a, b))
		return true;
	if (a.len == 0 || b.len == 0)
		return false;
	if ((only_a == 0 || only_b == 0) && words_within(a, b))
		return true;
	if (may_be_edits(va->letters, vb->letters, most) && kin_within_edits(a, b, (size_t)most))
		return true;
	return may_reach(a.len, va->letters, b.len, vb->letters, (0.92 - 0.4) / 0.6) &&
	    kin_jaro_winkler(a, b) >= 0.92;
}

static int
level_of_address(const struct kin_value *a, const struct kin_value *b)
{
	struct kin_str na = kin_value_head(a), nb = kin_value_head(b);

	if (!is_near_street(a, b))
		return ADDRESS_DIFFERENT;
	if (kin_str_is(na, nb))
		return ADDRESS_NEAR;
	if (kin_one_edit(na, nb) || words_within(na, nb))
		return ADDRESS_NUMBER;
	return ADDRESS_STREET;
}

/* --- the rest ---------------------------------------------------------------- */

enum { EMAIL_EDITS = 1, EMAIL_NAME, EMAIL_CLOSE = KIN_LEVEL_EMAIL_CLOSE, EMAIL_DIFFERENT };
enum { TEXT_EDIT = 1, TEXT_NEAR, TEXT_ALIKE, TEXT_DIFFERENT };
enum { TOWN_EDIT = 1, TOWN_EDITS, TOWN_DIFFERENT };
enum { NUMBER_EDIT = 1, NUMBER_DIFFERENT };

/*
 * Edits by length, not Jaro-Winkler: two people at one provider with one given
 * name, or initials for a name, would all be close.
 */
static bool
is_near_part(struct kin_str a, uint64_t letters_a, struct kin_str b, uint64_t letters_b, size_t each)
{
	size_t least = a.len < b.len ? a.len : b.len, edits = least / each > 2 ? 2 : least / each;

	return kin_str_is(a, b) || (edits > 0 && may_be_edits(letters_a, letters_b, (int)edits) &&
	    kin_within_edits(a, b, edits));
}

static int
level_of_email(const struct kin_value *a, const struct kin_value *b)
{
	struct kin_str name_a = kin_value_head(a), name_b = kin_value_head(b);
	bool near = is_near_part(name_a, a->head_letters, name_b, b->head_letters, 4);

	if (near && may_be_edits(a->letters, b->letters, 2) && kin_within_edits(a->text, b->text, 2))
		return EMAIL_EDITS;
	if (kin_str_is(name_a, name_b))
		return EMAIL_NAME;
	/* Names of some length, two edits apart at most: keys.c counts on it. */
	if (near || (name_a.len >= KIN_LEVEL_EMAIL_LEAST && name_b.len >= KIN_LEVEL_EMAIL_LEAST &&
	    is_near_part(a->text, a->letters, b->text, b->letters, 8) &&
	    kin_within_edits(name_a, name_b, 2)))
		return EMAIL_CLOSE;
	return EMAIL_DIFFERENT;
}

static int
level_of_text(const struct kin_value *a, const struct kin_value *b)
{
	double jw;

	if (may_be_edits(a->letters, b->letters, 1) && kin_one_edit(a->text, b->text))
		return TEXT_EDIT;
	if (words_within(a->text, b->text))
		return TEXT_NEAR;
	if (!may_reach_winkler(a, b, 0.8))
		return TEXT_DIFFERENT;
	jw = kin_jaro_winkler(a->text, b->text);
	return jw >= 0.92 ? TEXT_NEAR : jw >= 0.8 ? TEXT_ALIKE : TEXT_DIFFERENT;
}

static int
level_of_town(const struct kin_value *a, const struct kin_value *b)
{
	if (kin_one_edit(a->text, b->text))
		return TOWN_EDIT;
	return may_be_edits(a->letters, b->letters, 2) && kin_within_edits(a->text, b->text, 2) ?
	    TOWN_EDITS : TOWN_DIFFERENT;
}

/* Most that are not the same differ at one end. */
static bool
is_same(struct kin_str a, struct kin_str b)
{
	return a.len == b.len && (a.len == 0 || (a.p[a.len - 1] == b.p[a.len - 1] &&
	    a.p[0] == b.p[0] && memcmp(a.p, b.p, a.len) == 0));
}

int
kin_level_of(enum kin_kind kind, const struct kin_value *a, const struct kin_value *b)
{
	bool same;

	if (kind == KIN_KIND_DATE)
		return level_of_date(a, b);
	same = is_same(a->text, b->text);
	if (same)
		return KIN_LEVEL_SAME;
	switch (kind) {
	case KIN_KIND_GIVEN_NAME:
		return level_of_given(a, b);
	case KIN_KIND_FAMILY_NAME:
	case KIN_KIND_FULL_NAME:
	case KIN_KIND_NAME:
		return level_of_name(a, b);
	case KIN_KIND_POSTCODE:
		return level_of_postcode(a, b);
	case KIN_KIND_ADDRESS:
		return level_of_address(a, b);
	case KIN_KIND_EMAIL:
		return level_of_email(a, b);
	case KIN_KIND_TOWN:
		return level_of_town(a, b);
	case KIN_KIND_TEXT:
		return level_of_text(a, b);
	case KIN_KIND_PHONE:
	case KIN_KIND_NHS:
	case KIN_KIND_ID:
	case KIN_KIND_NUMBER:
		return kin_one_edit(a->text, b->text) ? NUMBER_EDIT : NUMBER_DIFFERENT;
	default:
		return 1;
	}
}

bool
kin_level_contradicts(enum kin_kind kind, const struct kin_value *a, const struct kin_value *b)
{
	return kind == KIN_KIND_NHS && a->valid && b->valid && !kin_str_is(a->text, b->text);
}
