#include "kin/field/age.h"

#include <stdio.h>

#include "kin/base/ascii.h"

enum {
	YEAR_MAX   = 120,
	WORD_MAX   = 12,
	INFANT_MAX = 24 * 12	/* months; who is older is not told in months */
};

static const char *const before[] = { "aged", "age", "approx", "about", "circa" };
static const char *const at_least[] = { "over", "above" };
static const char *const below[] = { "under", "below" };
static const char *const years[] = { "years", "year", "yrs", "yr", "y", "yo", "years old", "yrs old", "y o", "y/o" };
static const char *const months[] = { "months", "month", "mths", "mth", "mos", "mo", "m", "months old" };
static const char *const weeks[] = { "weeks", "week", "wks", "wk", "w", "weeks old" };

#define IN(word, table)	is_one_of(word, table, sizeof(table) / sizeof(*(table)))

static bool
is_one_of(struct kin_str word, const char *const *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (kin_str_is_nocase(word, kin_str_of(table[i])))
			return true;
	return false;
}

static int
refuse(struct kin_err *err, struct kin_str text, const char *why)
{
	return kin_fail_value(err, KIN_STR(""), text, "not an age: %s", why);
}

/* A word of letters off the front, with the signs behind it. */
static struct kin_str
take_word(struct kin_str *rest)
{
	size_t len = 0, next;
	struct kin_str word;

	while (len < rest->len && kin_ascii_is_letter(rest->p[len]))
		len++;
	word = kin_str(rest->p, len);
	for (next = len; next < rest->len && (rest->p[next] == ' ' || rest->p[next] == ':' || rest->p[next] == '.'); next++)
		;
	*rest = kin_str(rest->p + next, rest->len - next);
	return word;
}

/* Up to three digits; -1 when there are none or more. */
static int
take_number(struct kin_str *rest)
{
	int value = 0;
	size_t len = 0;

	while (len < rest->len && kin_ascii_is_digit(rest->p[len]) && len < 4)
		value = value * 10 + rest->p[len++] - '0';
	if (len == 0 || len > 3)
		return -1;
	*rest = kin_str(rest->p + len, rest->len - len);
	return value;
}

/* "70.0" of a spreadsheet; "0.5", "1.25" years in months. */
static int
take_fraction(struct kin_str *rest)
{
	int tenths = 0, scale = 1;
	size_t len = 1;

	if (rest->len < 2 || rest->p[0] != '.' || !kin_ascii_is_digit(rest->p[1]))
		return 0;
	for (; len < rest->len && kin_ascii_is_digit(rest->p[len]); len++) {
		if (scale >= 1000)
			continue;
		tenths = tenths * 10 + rest->p[len] - '0';
		scale *= 10;
	}
	*rest = kin_str(rest->p + len, rest->len - len);
	return tenths * 12 / scale;
}

struct reading {
	int	low, high;	/* as given; high -1 = one number, -2 = "and over" */
	int	fraction;	/* months */
	bool	under;
};

static const char *
read_numbers(struct kin_str *rest, struct reading *got)
{
	struct kin_str tail;

	got->low = take_number(rest);
	if (got->low < 0)
		return "no number of years";
	got->fraction = take_fraction(rest);
	*rest = kin_str_trim(*rest);
	tail = *rest;
	if (tail.len > 0 && tail.p[0] == '+') {
		got->high = -2;
		*rest = kin_str_trim(kin_str(tail.p + 1, tail.len - 1));
	} else if (tail.len > 0 && (tail.p[0] == '-' || (tail.len > 3 && kin_str_is_nocase(kin_str(tail.p, 3), KIN_STR("to "))))) {
		tail = kin_str_trim(kin_str(tail.p + (tail.p[0] == '-' ? 1 : 3), tail.len - (tail.p[0] == '-' ? 1 : 3)));
		got->high = take_number(&tail);
		if (got->high <= got->low)
			return "the second number is not above the first";
		*rest = kin_str_trim(tail);
	}
	return NULL;
}

/* Months from what was read, by the unit behind it. */
static const char *
weigh(const struct reading *got, struct kin_str unit, struct kin_age *out)
{
	int each, least, most;

	if (unit.len > 0 && unit.p[unit.len - 1] == '.')
		unit.len--;
	if (unit.len == 0 || IN(unit, years))
		each = 12;
	else if (IN(unit, months))
		each = 1;
	else if (IN(unit, weeks) && got->high == -1 && !got->under)
		each = 0;
	else
		return "something other than years, months or weeks";
	if (each != 12 && (got->fraction != 0 || got->high == -2 || got->low >= INFANT_MAX))
		return "a number of months or weeks that nobody is told by";
	least = each ? got->low * each + got->fraction : got->low * 7 * 12 / 365;
	most = got->high >= 0 ? got->high * each + each - 1 : least + (each == 12 && got->fraction == 0 ? 11 : 0);
	if (got->under) {
		most = least - 1;
		least = 0;
	} else if (got->high == -2) {
		most = KIN_AGE_OPEN;
	}
	if (most < 0 || least > YEAR_MAX * 12 + 11 || (most > YEAR_MAX * 12 + 11 && got->high != -2))
		return "nobody is so old";
	*out = (struct kin_age){ (int16_t)least, (int16_t)most, each != 12 || got->fraction != 0 };
	return NULL;
}

int
kin_age_parse(struct kin_str text, struct kin_age *out, struct kin_err *err)
{
	struct kin_str rest = kin_str_trim(text), word;
	struct reading got = { .high = -1 };
	struct kin_age age;
	const char *why;
	bool over = false;

	for (word = take_word(&rest); word.len > 0; word = take_word(&rest)) {
		over = over || IN(word, at_least);
		got.under = got.under || IN(word, below);
		if (!IN(word, before) && !IN(word, at_least) && !IN(word, below))
			return refuse(err, text, "something other than years, months or weeks");
	}
	why = read_numbers(&rest, &got);
	if (why == NULL && got.high == -1 && (over || kin_str_is_nocase(rest, KIN_STR("and over"))
	    || kin_str_is_nocase(rest, KIN_STR("or over")) || kin_str_is_nocase(rest, KIN_STR("plus")))) {
		got.high = -2;
		got.low += over;		/* "over 70" is not 70 */
		rest = over ? rest : kin_str(NULL, 0);
	} else if (why == NULL && got.high != -1 && (over || got.under)) {
		why = "two bounds that do not go together";
	}
	if (why == NULL)
		why = weigh(&got, rest, &age);
	if (why != NULL)
		return refuse(err, text, why);
	*out = age;
	return 0;
}

size_t
kin_age_print(const struct kin_age *age, char out[KIN_AGE_MAX])
{
	int low = age->in_months ? age->least : age->least / 12, high = age->in_months ? age->most : age->most / 12, len;
	const char *unit = age->in_months ? "m" : "";

	if (age->most == KIN_AGE_OPEN)
		len = snprintf(out, KIN_AGE_MAX, "%d+", low);
	else if (low == high)
		len = snprintf(out, KIN_AGE_MAX, "%d%s", low, unit);
	else
		len = snprintf(out, KIN_AGE_MAX, "%d-%d%s", low, high, unit);
	return (size_t)len;
}

bool
kin_age_read(struct kin_str text, struct kin_age *out)
{
	char printed[KIN_AGE_MAX];
	struct kin_age age;
	struct kin_err err;

	if (text.len >= KIN_AGE_MAX || kin_age_parse(text, &age, &err) < 0
	    || !kin_str_is(text, kin_str(printed, kin_age_print(&age, printed))))
		return false;
	*out = age;
	return true;
}

/* The same day of the month so many months before, or the last that the month has. */
static int32_t
months_before(struct kin_date date, int count)
{
	int month = date.year * 12 + date.month - 1 - count;
	struct kin_date first = { (int16_t)(month / 12), (int8_t)(month % 12 + 1), 1 };
	int length = kin_day_month_length(first.year, first.month), day = date.day;

	return kin_day_number(first) + (day <= length ? day : length) - 1;
}

void
kin_age_births(const struct kin_age *age, struct kin_date at, int32_t *first, int32_t *last)
{
	*last = months_before(at, age->least);
	*first = months_before(at, age->most + 1) + 1;
}

void
kin_age_years(const struct kin_age *age, struct kin_date at, int32_t on, int *least, int *most)
{
	int32_t first, last;
	int unused;

	kin_age_births(age, at, &first, &last);
	kin_day_age(kin_day_date(last), on, least, &unused);
	kin_day_age(kin_day_date(first), on, &unused, most);
}
