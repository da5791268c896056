/*
 * day -- calendar days as numbers, and the weeks and months they stand in.
 *
 * Shape    a day is a count of days since 1970-01-01, proleptic Gregorian.
 * Limits   years 0001 to 9999, so that labels sort as text.
 * Errors   KIN_DAY_NONE for what is not a whole date ("1960-06", "31/02/1980").
 * Owns     nothing.
 * Room     tally; knows only base.
 * Source   days to and from dates: H. Hinnant, chrono-compatible low-level date
 *          algorithms.  Weeks: ISO 8601, week 1 holds the year's first Thursday.
 *          Months later: the corresponding date rule, Dodds v Walker [1981]
 *          1 WLR 1027: the same day of the month, or the month's last day.
 */
#ifndef KIN_DAY_H
#define KIN_DAY_H

#include <stdint.h>

#include "kin/base/buf.h"
#include "kin/base/str.h"

#define KIN_DAY_NONE	INT32_MIN

enum kin_every {
	KIN_EVERY_NONE,
	KIN_EVERY_DAY,
	KIN_EVERY_WEEK,
	KIN_EVERY_MONTH
};

int32_t	kin_day_of(int year, int month, int day);

/* The day of "2020-04-09", alone or before a time of day ("2020-04-09T09:12+01:00"). */
int32_t	kin_day_read(struct kin_str text);

/*
 * The last day of a time of that many months which begins the day after: 12 after
 * 2020-04-09 is 2021-04-09, 12 after 2020-02-29 is 2021-02-28.
 */
int32_t	kin_day_months_later(int32_t day, int months);

/* "week", "month" or "day"; KIN_EVERY_NONE for anything else. */
enum kin_every kin_every_of(struct kin_str word);

/* Adds "2020-W15", "2020-04" or "2020-04-09"; NONE gives the day. */
void	kin_day_label(struct kin_buf *out, enum kin_every every, int32_t day);

/* Adds "9 April 2020". */
void	kin_day_words(struct kin_buf *out, int32_t day);

#endif
