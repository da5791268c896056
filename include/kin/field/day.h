/*
 * day -- the calendar: days, weeks, ages, and dates of which only a part is known.
 *
 * Shape    struct kin_date is a plain value; a part that is not known is 0, and
 *          { 0 } is no date.  A day number counts from 1970-01-01 = 0.
 * Units    whole days, months 1 to 12, ages in completed years.
 * Limits   years 1 to 9999, Gregorian calendar throughout.
 * Errors   none: what is asked of a part that is not there is said at each call.
 * Room     field; uses base.
 * Source   ISO 8601 (weeks); Family Law Reform Act 1969 s. 9 (an age is reached as the
 *          anniversary begins; one born on 29 February reaches it on 1 March in other years).
 */
#ifndef KIN_DAY_H
#define KIN_DAY_H

#include <stdbool.h>
#include <stdint.h>

struct kin_date {
	int16_t	year;		/* 0 = not known */
	int8_t	month;		/* 0 = not known */
	int8_t	day;		/* 0 = not known */
};

/* Day, month and year are there and the calendar has that day. */
bool	kin_day_is_whole(struct kin_date date);

int	kin_day_month_length(int year, int month);	/* year 0: February has 29 */

/* date must be whole. */
int32_t	kin_day_number(struct kin_date date);
struct kin_date kin_day_date(int32_t number);

/* First and last day that a date in part may mean; its year must be known. */
void	kin_day_range(struct kin_date date, int32_t *first, int32_t *last);

int	kin_day_weekday(int32_t number);		/* 1 Monday … 7 Sunday */
void	kin_day_week(int32_t number, int *year, int *week);	/* ISO week and its year */

/*
 * Completed years on a day.  A birth date in part gives the least and the most;
 * both negative when born later.  false when the year is not known.
 */
bool	kin_day_age(struct kin_date birth, int32_t on, int *least, int *most);

enum kin_day_agree {
	KIN_DAY_DIFFERENT,	/* a part known on both sides differs */
	KIN_DAY_COMPATIBLE,	/* what both know is the same, but one knows less */
	KIN_DAY_SAME		/* the same parts, the same values */
};

/* { 0 } is compatible with everything. */
enum kin_day_agree kin_day_agree(struct kin_date a, struct kin_date b);

/* By year, month, day; a part not known comes before the known: <0, 0, >0. */
int	kin_day_cmp(struct kin_date a, struct kin_date b);

#endif
