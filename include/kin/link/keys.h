/*
 * keys -- near values found by equal keys.
 *
 * Shape    a date has a key for each two of its year, month and day, one for day and
 *          month in either order, and two for its stretch of days: two dates that are
 *          an edit, a month or an exchange apart have one in common.  An address has its
 *          house numbers.  A number or
 *          phone has a key for each character left out, and one for the whole: two
 *          that are one edit apart have one in common.  An email likewise by what stands before its @, with
 *          two characters left out.
 * Limits   keys may be in common to values that are not near; never the other way.
 * Room     link.
 * Source   deletion neighbourhoods: Bocek, Hunt, Stiller 2007.
 */
#ifndef KIN_KEYS_H
#define KIN_KEYS_H

#include "kin/link/columns.h"

enum { KIN_KEYS = 6 };

/* Is every pair of values at this level found by keys of its kind? */
bool	kin_keys_find(enum kin_kind kind, int level);

/* Is it a level of dates in part? */
bool	kin_keys_is_part(int level);

/* Dates and addresses have few keys, fit for joining with other fields'. */
bool	kin_keys_are_few(enum kin_kind kind);
size_t	kin_keys_of(enum kin_kind kind, const struct kin_value *value, uint64_t out[KIN_KEYS]);
/* The key of dates with day and month exchanged: none or one. */
size_t	kin_keys_crossed(const struct kin_value *date, uint64_t out[KIN_KEYS]);

/* Of all pairs of n records, about how many have one of these in common; 0 for other kinds. */
double	kin_keys_part(const struct kin_column *column, double n);

/* Are the near values of this kind those that edits make? */
bool	kin_keys_are_edits(enum kin_kind kind);

struct kin_near {
	uint32_t	a, b;		/* values, a < b */
};

/* New: all near values of a number, phone or email, each two once, in order. */
struct kin_near	*kin_keys_edits(const struct kin_column *column, int threads, size_t *count);

#endif
