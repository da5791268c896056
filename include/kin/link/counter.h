/*
 * counter -- how often each pattern was met, in each stratum.
 *
 * Shape    whole numbers, so that sums do not depend on the order of adding.
 * Owns     the caller ends it with kin_counter_fini.
 * Room     link.
 */
#ifndef KIN_COUNTER_H
#define KIN_COUNTER_H

#include "kin/link/compare.h"

struct kin_counter {
	kin_pattern	*key;		/* + 1; 0 = free */
	uint64_t	*count;		/* of slot i in stratum s at i * strata + s */
	size_t		 used, size;
	int		 strata;
};

void	kin_counter_init(struct kin_counter *counter, int strata);
void	kin_counter_fini(struct kin_counter *counter);

void	kin_counter_add(struct kin_counter *counter, kin_pattern pattern, int stratum, uint64_t times);
void	kin_counter_add_all(struct kin_counter *counter, const struct kin_counter *from);

/* The counts of a pattern, one for each stratum; NULL when it was never met. */
const uint64_t *kin_counter_get(const struct kin_counter *counter, kin_pattern pattern);

#endif
