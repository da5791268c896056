/*
 * level -- how near two values of one kind are, in a few steps.
 *
 * Shape    levels stand from 0, the same, to the kind's last; KIN_LEVEL_NONE where
 *          nothing can be said.  Symmetrical: a and b may change places.
 * Room     link.
 * Source   Splink's comparison library (Name, DateOfBirth, Postcode, Email at their
 *          usual thresholds), and levels that people need: nicknames, initials,
 *          day and month exchanged, half a date, another generation, the house
 *          next door.
 */
#ifndef KIN_LEVEL_H
#define KIN_LEVEL_H

#include "kin/link/value.h"

enum { KIN_LEVEL_NONE = -1 };

/* Levels that other modules must know by name. */
enum {
	KIN_LEVEL_SAME = 0,
	KIN_LEVEL_SWAPPED = 1,		/* given name: it is the other's family name, and the other way round */
	KIN_LEVEL_NUMBER_EDIT = 1,	/* numbers: one edit */
	KIN_LEVEL_ADDRESS_NEAR = 1,	/* address: the same numbers */
	KIN_LEVEL_POSTCODE_SECTOR = 2,	/* postcode: one edit before it */
	KIN_LEVEL_POSTCODE_DISTRICT,
	KIN_LEVEL_POSTCODE_DIFFERENT,
	KIN_LEVEL_EMAIL_LEAST = 4,	/* … bytes before the @ that may be near another's */
	KIN_LEVEL_EMAIL_CLOSE = 3,	/* email: the last before different */
	KIN_LEVEL_GIVEN_INITIAL = 5,
	KIN_LEVEL_GIVEN_ALIKE = 6,	/* given name: the first that says little */
	KIN_LEVEL_GIVEN_DIFFERENT = 8,
	KIN_LEVEL_DATE_CROSSED = 1,	/* dates: day and month exchanged */
	KIN_LEVEL_DATE_EDIT,
	KIN_LEVEL_DATE_PART,		/* … the same as far as known */
	KIN_LEVEL_DATE_YEAR,		/* … and only the year is */
	KIN_LEVEL_DATE_BIRTHDAY,
	KIN_LEVEL_DATE_MONTH,		/* 31 days apart at most */
	KIN_LEVEL_DATE_GENERATION = 9
};

int		 kin_level_of(enum kin_kind kind, const struct kin_value *a,
		    const struct kin_value *b);

/* The level of two whole dates, by their digits and days (value.h). */
int		 kin_level_of_dates(uint32_t a, int32_t days_a, uint32_t b, int32_t days_b);

/* Are two numbers of this kind enough to say "not the same person"? */
bool		 kin_level_contradicts(enum kin_kind kind, const struct kin_value *a,
		    const struct kin_value *b);

#endif
