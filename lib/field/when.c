#include "kin/field/when.h"

#include <assert.h>

#include "kin/base/ascii.h"
#include "kin/field/clock.h"
#include "kin/field/datepart.h"

enum {
	YEAR_FIRST = 1800,
	YEAR_LAST = 2199,
	BIRTH_SPAN = 110,	/* years back that a two-digit year of birth may lie */
	OTHER_SPAN = 30		/* years either way for any other */
};

static const char *
two_digit_year(int *year, const struct kin_when_rule *rule, struct kin_date date)
{
	int today = rule->today.year, old = 1900 + *year, young = 2000 + *year, now = kin_day_number(rule->today);
	bool past = rule->sort != KIN_WHEN_ANY;
	struct kin_date late = { (int16_t)young, date.month, date.day };
	bool may_young, may_old;

	if (kin_day_is_whole(late) ? past && kin_day_number(late) > now : past && young > today)
		may_young = false;
	else
		may_young = rule->sort == KIN_WHEN_BIRTH || young - today <= OTHER_SPAN;
	if (rule->pivot != KIN_WHEN_NO_PIVOT) {
		*year = *year < rule->pivot && (!past || may_young) ? young : old;
		return NULL;
	}
	may_old = today - old <= (rule->sort == KIN_WHEN_BIRTH ? BIRTH_SPAN : OTHER_SPAN);
	if (may_young == may_old)
		return "a year of two digits may mean two centuries: write all four";
	*year = may_young ? young : old;
	return NULL;
}

/* Puts day, month and year together, checked against the calendar. */
static const char *
assemble(const struct kin_when_rule *rule, struct kin_datepart year, int month, int day, struct kin_date *out)
{
	const char *why = NULL;
	int full = year.value;

	if (month < 0 || month > 12)
		return rule->order == KIN_WHEN_MONTH_FIRST ? "no such month (read month first)" :
		    "no such month (read day first)";
	if (day < 0 || day > 31)
		return "no such day";
	if (year.digits == 2)
		why = two_digit_year(&full, rule, (struct kin_date){ 0, (int8_t)month, (int8_t)day });
	if (why != NULL)
		return why;
	if ((year.digits != 2 && year.digits != 4) || full < YEAR_FIRST || full > YEAR_LAST)
		return "no such year";
	if (month == 0 && day != 0)
		return "a day without a month";
	if (month != 0 && day > kin_day_month_length(full, month))
		return "the month has no such day";
	*out = (struct kin_date){ (int16_t)full, (int8_t)month, (int8_t)day };
	return NULL;
}

/* 8 digits: the middle of a DDMMYYYY is a century, never a month, so both forms show themselves. */
static const char *
eight_digits(const struct kin_when_rule *rule, int value, struct kin_date *out)
{
	struct kin_datepart year = { value / 10000, 4 };
	int first = value / 1000000, second = value / 10000 % 100;

	if (year.value >= YEAR_FIRST && year.value <= YEAR_LAST && value / 100 % 100 <= 12)
		return assemble(rule, year, value / 100 % 100, value % 100, out);
	year.value = value % 10000;
	if (rule->order == KIN_WHEN_MONTH_FIRST)
		return assemble(rule, year, first, second, out);
	return assemble(rule, year, second, first, out);
}

static const char *
one_part(const struct kin_when_rule *rule, struct kin_datepart part, struct kin_date *out)
{
	switch (part.digits) {
	case 4:
		return assemble(rule, part, 0, 0, out);
	case 8:
		return eight_digits(rule, part.value, out);
	case 5:
		return "a spreadsheet's day number: export the column as text, or format it as a date";
	case 6:
		return "six digits may mean several: write the year with four";
	default:
		return "too few or too many digits";
	}
}

static const char *
two_parts(const struct kin_when_rule *rule, const struct kin_datepart *part, struct kin_date *out)
{
	if (part[0].digits == 5 || part[0].digits == 6)
		return "a spreadsheet's day number: export the column as text, or format it as a date";
	if (part[0].digits == 4 && part[1].digits <= 2)
		return assemble(rule, part[0], part[1].value, 0, out);
	if (part[1].digits == 4 && part[0].digits <= 2)
		return assemble(rule, part[1], part[0].value, 0, out);
	return "no year";
}

static const char *
three_parts(const struct kin_when_rule *rule, const struct kin_dateparts *parts, struct kin_date *out)
{
	const struct kin_datepart *p = parts->part;
	bool year_first = p[0].digits == 4 || (rule->order == KIN_WHEN_YEAR_FIRST && p[2].digits != 4);
	int year = year_first ? 0 : 2, a = year_first ? 1 : 0, b = year_first ? 2 : 1;

	if (p[a].digits == 0 || p[b].digits == 0) {	/* a month's name shows itself */
		int month = p[a].digits == 0 ? a : b, day = month == a ? b : a;

		if (p[day].digits == 0 || p[day].digits > 2)
			return "no day beside the month";
		return assemble(rule, p[year], p[month].value, p[day].value, out);
	}
	if (parts->sign[0] != parts->sign[1] || parts->sign[0] == 0)
		return "different signs between its parts";
	if (p[a].digits > 2 || p[b].digits > 2)
		return "too many digits";
	if (!year_first && rule->order == KIN_WHEN_MONTH_FIRST)
		return assemble(rule, p[year], p[a].value, p[b].value, out);
	return year_first ? assemble(rule, p[year], p[a].value, p[b].value, out) :
	    assemble(rule, p[year], p[b].value, p[a].value, out);
}

static const char *
understand(struct kin_str s, const struct kin_when_rule *rule, struct kin_when *out)
{
	struct kin_dateparts parts;
	const char *why;

	if (kin_when_read(s, out))
		return out->date.year == 0 || (out->date.year >= YEAR_FIRST &&
		    out->date.year <= YEAR_LAST) ? NULL : "no such year";
	*out = (struct kin_when){ .timed = false };
	kin_datepart_take(s, &parts);
	switch (parts.count) {
	case 0:
		return s.len == 0 ? "empty" : "no figures where a date has them";
	case 1:
		why = one_part(rule, parts.part[0], &out->date);
		break;
	case 2:
		why = two_parts(rule, parts.part, &out->date);
		break;
	default:
		why = three_parts(rule, &parts, &out->date);
	}
	if (why == NULL && !kin_clock_parse(parts.rest, out))
		why = "something other than a time behind it";
	return why;
}

/* Against today; a date in part only when all that it may mean is out of bounds. */
static const char *
out_of_bounds(const struct kin_when_rule *rule, const struct kin_when *when)
{
	int32_t today, first, last;
	int least, most;

	if (rule->sort == KIN_WHEN_ANY || when->date.year == 0)
		return NULL;
	if (kin_day_is_whole(when->date) && kin_day_cmp(when->date, rule->today) < 0 && !when->zoned
	    && rule->today.year - when->date.year < KIN_WHEN_OLDEST)
		return NULL;
	today = kin_day_number(rule->today);
	kin_day_range(when->date, &first, &last);
	if (first > today)
		return "it lies in the future";
	if (rule->sort == KIN_WHEN_BIRTH && kin_day_age(when->date, today, &least, &most) &&
	    least >= KIN_WHEN_OLDEST)
		return "more than 150 years ago";
	if (rule->sort == KIN_WHEN_BIRTH && when->zoned && when->hour >= 22)
		return "its time zone may have moved it to the day before";
	return NULL;
}

int
kin_when_parse(struct kin_str text, const struct kin_when_rule *rule, struct kin_when *out,
    struct kin_err *err)
{
	struct kin_when when;
	const char *why;

	assert(kin_day_is_whole(rule->today));
	why = understand(kin_str_trim(text), rule, &when);
	if (why == NULL)
		why = out_of_bounds(rule, &when);
	if (why != NULL)
		return kin_fail_value(err, KIN_STR(""), text, "not a date: %s", why);
	*out = when;
	return 0;
}

/* --- the form of records ---------------------------------------------------- */

/* count digits at s.p[at], or -1. */
static int
figure(struct kin_str s, size_t at, size_t count)
{
	int value = 0;

	if (s.len < at + count)
		return -1;
	for (size_t i = at; i < at + count; i++) {
		if (!kin_ascii_is_digit(s.p[i]))
			return -1;
		value = value * 10 + (s.p[i] - '0');
	}
	return value;
}

/* -06 of 1960-06 or -01 of --06-01; 0 when the text ends before it, -1 when it is something else. */
static int
dashed(struct kin_str s, size_t at)
{
	int value;

	if (at >= s.len)
		return 0;
	if (s.p[at] != '-')
		return -1;
	value = figure(s, at + 1, 2);
	return value == 0 ? -1 : value;
}

static char *
put(char *to, const char *before, int value, int digits)
{
	while (*before != '\0')
		*to++ = *before++;
	for (int i = digits - 1; i >= 0; i--) {
		to[i] = (char)('0' + value % 10);
		value /= 10;
	}
	return to + digits;
}

static char *
put_date(char *to, struct kin_date date)
{
	to = date.year ? put(to, "", date.year, 4) : put(to, "-", 0, 0);
	if (date.month)
		to = put(to, "-", date.month, 2);
	if (date.month && date.day)
		to = put(to, "-", date.day, 2);
	return to;
}

static char *
put_time(char *to, const struct kin_when *when)
{
	int offset = when->offset_min < 0 ? -when->offset_min : when->offset_min;

	to = put(to, "T", when->hour, 2);
	to = put(to, ":", when->minute, 2);
	to = put(to, ":", when->second, 2);
	if (!when->zoned)
		return to;
	if (offset == 0)
		return put(to, "Z", 0, 0);
	to = put(to, when->offset_min < 0 ? "-" : "+", offset / 60, 2);
	return put(to, ":", offset % 60, 2);
}

size_t
kin_when_print_date(struct kin_date date, char out[KIN_WHEN_MAX])
{
	char *to = put_date(out, date);

	*to = '\0';
	return (size_t)(to - out);
}

size_t
kin_when_print(const struct kin_when *when, char out[KIN_WHEN_MAX])
{
	char *to = put_date(out, when->date);

	if (when->timed)
		to = put_time(to, when);
	*to = '\0';
	return (size_t)(to - out);
}

/* T10:22:00, and written as printing writes it. */
static bool
is_time(struct kin_str text, struct kin_when *when)
{
	char printed[KIN_WHEN_MAX];
	size_t len;

	if (!kin_clock_parse(text, when) || !when->timed)
		return false;
	len = (size_t)(put_time(printed, when) - printed);
	return kin_str_is(text, kin_str(printed, len));
}

bool
kin_when_read(struct kin_str text, struct kin_when *out)
{
	struct kin_when when = { .timed = false };
	bool no_year = text.len > 2 && text.p[0] == '-' && text.p[1] == '-';
	struct kin_str s = text.len > 10 && text.p[10] == 'T' ? kin_str(text.p, 10) : text;
	int year = no_year ? 0 : figure(s, 0, 4);
	int month = dashed(s, no_year ? 1 : 4);
	int day = month > 0 ? dashed(s, no_year ? 4 : 7) : 0;

	if (year < 0 || month < 0 || day < 0 || month > 12 || (no_year ? day == 0 : year == 0))
		return false;
	if (s.len != (no_year ? 7U : month == 0 ? 4U : day == 0 ? 7U : 10U))
		return false;
	if (day > 0 && day > kin_day_month_length(year, month))
		return false;
	when.date = (struct kin_date){ (int16_t)year, (int8_t)month, (int8_t)day };
	if (s.len != text.len && !is_time(kin_str(text.p + 10, text.len - 10), &when))
		return false;
	*out = when;
	return true;
}
