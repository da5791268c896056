/*
 * age -- how old somebody is said to be, where no birth date is known.
 *
 * Shape    read: 70, "70 yrs", "aged 70", "70+", "over 70", "70-74", "under 5", "3 months",
 *          "6 weeks", 0.5.  Printed: "70", "70-74", "70+"; under two years in months
 *          where these were given: "3m", "18m".
 *          An age is a range of whole months, from the day that the least begins to
 *          the day before the one after the most begins.
 * Rule     an age never becomes a birth date: on any day it gives the least and the
 *          most that somebody may be, counted from the day that it was said on.
 * Limits   0 to 120 years.
 * Errors   0 or -1 with err->text "not an age: …" and the value; *out untouched.
 * Owns     nothing.
 * Room     field; uses base, day.
 */
#ifndef KIN_AGE_H
#define KIN_AGE_H

#include "kin/base/err.h"
#include "kin/field/day.h"

enum {
	KIN_AGE_MAX  = 16,	/* bytes that printing needs, terminator included */
	KIN_AGE_OPEN = 121 * 12	/* most of "70+": one who is older than anybody */
};

struct kin_age {
	int16_t	least, most;	/* completed months */
	bool	in_months;	/* given in months: 3, not 0 years */
};

int	kin_age_parse(struct kin_str text, struct kin_age *out, struct kin_err *err);

/* Reads the printed form and nothing else. */
bool	kin_age_read(struct kin_str text, struct kin_age *out);

/* Terminated; returns its length. */
size_t	kin_age_print(const struct kin_age *age, char out[KIN_AGE_MAX]);

/* First and last day of birth that an age said on day at leaves. */
void	kin_age_births(const struct kin_age *age, struct kin_date at, int32_t *first, int32_t *last);

/* Completed years on another day, as kin_day_age says them of a birth date in part. */
void	kin_age_years(const struct kin_age *age, struct kin_date at, int32_t on, int *least, int *most);

#endif
