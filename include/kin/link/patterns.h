/*
 * patterns -- how many pairs of records agree in which way.
 *
 * Shape    a pattern (compare.h) with its count in each stratum, in the order of
 *          patterns.  A stratum is pairs of like origin: both of one list, or of
 *          two lists; the shares of the classes are estimated in each apart,
 *          everything else is common.
 * Owns     the caller frees with kin_patterns_fini.
 * Room     link.
 * Source   counts of patterns are all that the estimate needs: Winkler 1988.
 */
#ifndef KIN_PATTERNS_H
#define KIN_PATTERNS_H

#include "kin/link/counter.h"
#include "kin/link/sides.h"

enum { KIN_STRATA = 24 };

struct kin_patterns {
	size_t		 count;
	int		 strata;
	kin_pattern	*pattern;
	double		*pairs;		/* of pattern p in stratum s at p * strata + s; whole numbers */
	double		 total[KIN_STRATA];
};

/* The stratum of a pair, by its lists. */
int	kin_stratum(uint32_t lists, uint32_t a, uint32_t b);
int	kin_strata(uint32_t lists);

/* Is the stratum one within a list? */
bool	kin_stratum_is_within(uint32_t lists, int stratum);

/* Counts all pairs; with sides, those between them, and within each as sides says. */
void	kin_patterns_count(struct kin_patterns *patterns, const struct kin_columns *columns,
	    const struct kin_compare *compare, const struct kin_sides *sides, int threads);

/* The sum of counters, at least one, each times its weight in each stratum. */
void	kin_patterns_weigh(struct kin_patterns *patterns, const struct kin_counter *const *counters,
	    double weight[][KIN_STRATA], size_t count);
void	kin_patterns_fini(struct kin_patterns *patterns);

#endif
