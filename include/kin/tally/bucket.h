/*
 * bucket -- the weeks and months that days stand in, and months that pass.
 *
 * Shape    a day is field/day's number.
 * Errors   KIN_BUCKET_NO_DAY for what is not a whole date ("1960-06", "31/02/1980").
 * Owns     nothing.
 * Room     tally; knows base and field.
 * Source   weeks: ISO 8601.  Months later: the corresponding date rule, Dodds v
 *          Walker [1981] 1 WLR 1027: the same day of the month, or its last day.
 */
#ifndef KIN_BUCKET_H
#define KIN_BUCKET_H

#include <stdint.h>

#include "kin/base/buf.h"

#define KIN_BUCKET_NO_DAY	INT32_MIN

enum kin_bucket {
	KIN_BUCKET_NONE,
	KIN_BUCKET_DAY,
	KIN_BUCKET_WEEK,
	KIN_BUCKET_MONTH
};

/* "week", "month" or "day"; KIN_BUCKET_NONE for anything else. */
enum kin_bucket	kin_bucket_of(struct kin_str word);

/* The day of "2020-04-09", alone or before a time of day ("2020-04-09T09:12+01:00"). */
int32_t	kin_bucket_day(struct kin_str text);

/*
 * The last day of a time of that many months which begins the day after: 12 after
 * 2020-04-09 is 2021-04-09, 12 after 2020-02-29 is 2021-02-28.
 */
int32_t	kin_bucket_months_later(int32_t day, int months);

/* Adds "2020-W15", "2020-04" or "2020-04-09"; NONE gives the day. */
void	kin_bucket_label(struct kin_buf *out, enum kin_bucket every, int32_t day);

/* Adds "9 April 2020". */
void	kin_bucket_words(struct kin_buf *out, int32_t day);

#endif
