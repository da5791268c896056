#include "kin/tally/rate.h"

#include <math.h>
#include <stdlib.h>

int64_t
kin_rate_share(uint64_t n, uint64_t of)
{
	if (of == 0)
		return KIN_RATE_NONE;
	return (int64_t)((n * 2000 + of) / (of * 2));
}

int64_t
kin_rate_per(double n, double population, double per)
{
	if (!(population > 0))
		return KIN_RATE_NONE;
	/* llround takes halves away from nought; the nudge is for halves that
	 * have no exact binary form, as 0.05 of a hundred */
	return llround(n * per * 10 / population * (1 + 1e-12));
}

static int
by_value(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

int32_t
kin_rate_rank(int32_t *values, uint64_t count, int per_cent)
{
	uint64_t rank = (count * (uint64_t)per_cent + 99) / 100;

	qsort(values, count, sizeof(*values), by_value);
	return values[rank > 0 ? rank - 1 : 0];
}
