#include "kin/field/day.h"

#include <assert.h>

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
kin_day_month_length(int year, int month)
{
	static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	assert(month >= 1 && month <= 12);
	return month == 2 && (year == 0 || is_leap(year)) ? 29 : days[month - 1];
}

bool
kin_day_is_whole(struct kin_date date)
{
	return date.year > 0 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	    date.day >= 1 && date.day <= kin_day_month_length(date.year, date.month);
}

/*
 * Years are counted from March, so that the leap day ends one; 400 years are
 * 146097 days, and 719468 lie between 0000-03-01 and 1970-01-01.
 */
int32_t
kin_day_number(struct kin_date date)
{
	int32_t year = date.year - (date.month <= 2);
	int32_t month = (date.month + 9) % 12;
	int32_t era = year / 400, of_era = year % 400;

	assert(kin_day_is_whole(date));
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    (153 * month + 2) / 5 + date.day - 1 - 719468;
}

struct kin_date
kin_day_date(int32_t number)
{
	int32_t days = number + 719468;
	int32_t era = days / 146097, of_era = days % 146097;
	int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int32_t month = (5 * of_year + 2) / 153;

	assert(number >= -719162 && number <= 2932896);
	return (struct kin_date){
		(int16_t)(year + era * 400 + (month >= 10)),
		(int8_t)(month < 10 ? month + 3 : month - 9),
		(int8_t)(of_year - (153 * month + 2) / 5 + 1)
	};
}

void
kin_day_range(struct kin_date date, int32_t *first, int32_t *last)
{
	struct kin_date low = date, high = date;

	assert(date.year > 0);
	if (date.month == 0) {
		low.month = low.day = high.day = 1;
		high.month = 12;
	}
	if (date.month == 0 || date.day == 0) {
		low.day = 1;
		high.day = (int8_t)kin_day_month_length(high.year, high.month);
	}
	*first = kin_day_number(low);
	*last = kin_day_number(high);
}

int
kin_day_weekday(int32_t number)
{
	int day = (int)((number + 3) % 7);	/* 1970-01-01 was a Thursday */

	return (day < 0 ? day + 7 : day) + 1;
}

/* A week belongs to the year that its Thursday is in. */
void
kin_day_week(int32_t number, int *year, int *week)
{
	int32_t thursday = number - kin_day_weekday(number) + 4;
	struct kin_date date = kin_day_date(thursday);

	*year = date.year;
	*week = (int)(thursday - kin_day_number((struct kin_date){ date.year, 1, 1 })) / 7 + 1;
}

static int
years_between(struct kin_date from, struct kin_date to)
{
	bool reached = to.month > from.month || (to.month == from.month && to.day >= from.day);

	return to.year - from.year - !reached;
}

bool
kin_day_age(struct kin_date birth, int32_t on, int *least, int *most)
{
	struct kin_date date = kin_day_date(on);
	int32_t first, last;

	if (birth.year <= 0)
		return false;
	kin_day_range(birth, &first, &last);
	*least = years_between(kin_day_date(last), date);
	*most = years_between(kin_day_date(first), date);
	return true;
}

enum kin_day_agree
kin_day_agree(struct kin_date a, struct kin_date b)
{
	if ((a.year && b.year && a.year != b.year) ||
	    (a.month && b.month && a.month != b.month) ||
	    (a.day && b.day && a.day != b.day))
		return KIN_DAY_DIFFERENT;
	if (a.year == b.year && a.month == b.month && a.day == b.day)
		return KIN_DAY_SAME;
	return KIN_DAY_COMPATIBLE;
}

int
kin_day_cmp(struct kin_date a, struct kin_date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return a.day - b.day;
}
