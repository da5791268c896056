/*
 * rate -- shares and rates in tenths, so that what is shown is exact.
 *
 * Shape    12.5 is 125 tenths.  Halves are rounded away from nought.
 * Limits   a base of nought has no share: KIN_RATE_NONE, shown as missing.
 * Room     tally; knows only base.
 * Source   rate per 10,000 = n / population x 10,000 (Department for Education,
 *          children in need); 672.5 of 53,800 is 125.0.
 */
#ifndef KIN_RATE_H
#define KIN_RATE_H

#include <stdint.h>

#define KIN_RATE_NONE	INT64_MIN

/* Tenths of a per cent: 1 of 8 is 125. */
int64_t	kin_rate_share(uint64_t n, uint64_t of);

/* Tenths of n for each `per` of population: 672.5, 53800, 10000 gives 1250. */
int64_t	kin_rate_per(double n, double population, double per);

/*
 * The share of n in of as it could be by chance: the lower (side < 0) or upper end of
 * the 95 per cent interval of Wilson, J. Amer. Stat. Assoc. 22 (1927) 209.  0 to 1.
 */
double	kin_rate_bound(double n, double of, int side);

/*
 * Sorts values and gives the one that `per_cent` of them do not exceed (nearest
 * rank; 50 is the lower median); count must not be 0.
 */
int32_t	kin_rate_rank(int32_t *values, uint64_t count, int per_cent);

#endif
