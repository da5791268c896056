/*
 * prior -- what is believed of each level before any data.
 *
 * Shape    for each kind its levels, best first, each with its label and its share
 *          among pairs of one person (m) and of unrelated people (u); both add to 1.
 *          A few pseudo-pairs of these keep an estimate from two records sane.
 * Owns     static tables.
 * Room     link.
 * Source   orders of magnitude of UK lists: a date of birth is one of some 25,000,
 *          a family name is met again in two or three pairs of a thousand.
 */
#ifndef KIN_PRIOR_H
#define KIN_PRIOR_H

#include "kin/link/model.h"

struct kin_prior {
	const char	*label;
	double		 m, u;
};

/* The levels of a kind; *count is how many. */
const struct kin_prior	*kin_prior(enum kin_kind kind, int *count);

#endif
